// Reads a page from standard input and prints the text that Mozilla's Readability takes for the article, or nothing.
// Firefox's reader view uses Readability.

import { Readability } from "@mozilla/readability";
import { JSDOM, VirtualConsole } from "jsdom";
import { text } from "node:stream/consumers";

// jsdom would report CSS that it does not know. Readability uses no style sheets.
const page = new JSDOM(await text(process.stdin), { virtualConsole: new VirtualConsole() });
// Readings above names are not part of the text.
page.window.document.querySelectorAll("rt, rp").forEach(reading => reading.remove());
const article = new Readability(page.window.document).parse();
process.stdout.write(article?.textContent ?? "");
