import { sveltekit } from "@sveltejs/kit/vite";
import { defineConfig } from "vite";

// The content and the style are in the folder above, because all peers share them.
export default defineConfig({ plugins: [sveltekit()], server: { fs: { allow: [".."] } } });
