// Reads a page from standard input and prints the text that Mozilla's Readability, which is behind
// Firefox's reader view, takes for its article; nothing if it finds none.

import { Readability } from "@mozilla/readability";
import { JSDOM, VirtualConsole } from "jsdom";
import { text } from "node:stream/consumers";

// jsdom knows less CSS than browsers do and would say so; Readability looks at no style sheets.
const page = new JSDOM(await text(process.stdin), { virtualConsole: new VirtualConsole() });
// Readings above names are beside the text, not in it.
page.window.document.querySelectorAll("rt, rp").forEach(reading => reading.remove());
const article = new Readability(page.window.document).parse();
process.stdout.write(article?.textContent ?? "");
