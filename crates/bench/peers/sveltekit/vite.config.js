import { sveltekit } from "@sveltejs/kit/vite";
import { defineConfig } from "vite";

// The content and the style stand beside the project, for all peers.
export default defineConfig({ plugins: [sveltekit()], server: { fs: { allow: [".."] } } });
