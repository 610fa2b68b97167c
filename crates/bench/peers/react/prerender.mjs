// Renders the page and inserts it into the built index.html.
import { readFileSync, writeFileSync } from "node:fs";
import { render, title } from "./target/server.js";

const file = new URL("dist/index.html", import.meta.url);
const shell = readFileSync(file, "utf8").replace("<title>React</title>", () => `<title>${title}</title>`);
writeFileSync(file, shell.replace("<!--app-->", render));
