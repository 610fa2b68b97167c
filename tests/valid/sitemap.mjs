// Checks a sitemap against two schemas: that of sitemaps.org, from the package `sitemap`, and that of the links to
// translations. Usage: node sitemap.mjs SITEMAP
import { readFile } from "node:fs/promises";
import { validateXML } from "xmllint-wasm";

const read = async (fileName, path) => ({ fileName, contents: await readFile(new URL(path, import.meta.url), "utf8") });
const { valid, rawOutput } = await validateXML({
  xml: { fileName: "sitemap.xml", contents: await readFile(process.argv[2], "utf8") },
  schema: await read("sitemaps.xsd", "sitemaps.xsd"),
  preload: [await read("sitemap.xsd", "node_modules/sitemap/schema/sitemap.xsd"), await read("translation.xsd", "translation.xsd")],
});
if (!valid) {
  console.error(rawOutput);
  process.exitCode = 1;
}
