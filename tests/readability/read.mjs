// Reads a page from standard input and prints the texts of the article that Mozilla's Readability finds, as a JSON list
// with one string for each text node. The list is empty if there is no article. Firefox's reader view uses Readability.

import { Readability } from "@mozilla/readability";
import { JSDOM, VirtualConsole } from "jsdom";
import { text } from "node:stream/consumers";

// This console discards jsdom's reports of CSS that it cannot parse. Readability does not use style sheets.
const page = new JSDOM(await text(process.stdin), { virtualConsole: new VirtualConsole() });
// Readings above names are not part of the text.
page.window.document.querySelectorAll("rt, rp").forEach(reading => reading.remove());
const article = new Readability(page.window.document, { serializer: element => element }).parse();
const texts = [];
if (article) {
  const walker = page.window.document.createTreeWalker(article.content, page.window.NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode.data);
}
process.stdout.write(JSON.stringify(texts));
