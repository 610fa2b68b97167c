// Writes the first page and the page of a vote as plain HTML, with inline style and script.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

const read = (name) => readFileSync(new URL(name, import.meta.url), "utf8");
const story = JSON.parse(read("../story.json"));
const vote = JSON.parse(read("../vote.json"));
const escape = (text) => String(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
const each = (list, write) => list.map(write).join("");

const page = (title, body, script = "") => `<!doctype html>
<html lang="${story.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<style>${read("../style.css")}</style>
</head>
<body>${body}${script && `<script>${script}</script>`}</body>
</html>
`;

const figure = (title, content, caption = "") =>
  `<figure><figcaption><h3>${escape(title)}</h3></figcaption>${content}${caption && `<p class="caption">${escape(caption)}</p>`}</figure>`;

const card = (id, title, content) => `<details id="${id}"><summary>${escape(title)}</summary><div>${content}</div></details>`;

function plates({ title, years, caption }) {
  const plate = ({ year, stands }, at) =>
    `<rect x="${at * 50}" y="10" width="40" height="20"/>` +
    `<rect x="${at * 50}" y="34" width="40" height="${stands ? 20 : 4}" class="${stands ? "soft" : "decision"}"/>` +
    `<text x="${at * 50}" y="72">${year}</text>`;
  return figure(title, `<svg viewBox="0 0 ${years.length * 50} 80" aria-hidden="true">${each(years, plate)}</svg>`, caption);
}

function stairs({ title, instruction, table, heads, decision, years }) {
  const bar = (adopted, year, at, foot) => {
    const kind = `${year === decision ? "decision" : "soft"}${year === decision ? " chosen" : ""}`;
    return `<rect data-of="${year}" class="${kind}" x="${at * 30}" y="${foot - adopted.step * 15}" width="26" height="${adopted.step * 15}"/>`;
  };
  const bars = each(years, ({ year, geneva, newYork }, at) => bar(geneva, year, at, 70) + bar(newYork, year, at, 150));
  const button = ({ year }) => `<button data-year="${year}" aria-pressed="${year === decision}">${year}</button>`;
  const told = ({ year, geneva, newYork, text, sources }) =>
    `<div id="in-${year}"${year === decision ? "" : " hidden"}><h4>${year}</h4><p>${heads[1]}: ${escape(geneva.words)} ${geneva.symbol}</p>` +
    `<p>${heads[2]}: ${escape(newYork.words)} ${newYork.symbol}</p><p>${escape(text)}${sources}</p></div>`;
  const row = ({ year, geneva, newYork }) =>
    `<tr><th scope="row">${year}</th><td>${escape(geneva.words)} ${geneva.symbol}</td><td>${escape(newYork.words)} ${newYork.symbol}</td></tr>`;
  return (
    figure(
      title,
      `<p>${escape(instruction)}</p><svg viewBox="0 0 ${years.length * 30} 155" aria-hidden="true">${bars}</svg>` +
        `<div class="choice" role="group" aria-label="${heads[0]}">${each(years, button)}</div><div class="told">${each(years, told)}</div>`,
    ) +
    card(
      "roles",
      table,
      `<table><thead><tr>${each(heads, (head) => `<th scope="col">${head}</th>`)}</tr></thead><tbody>${each(years, row)}</tbody></table>`,
    )
  );
}

function reasons({ title, caption, heads, rows }) {
  const cell = (cell) => `<td>${cell ? `${cell.isSaid ? "●" : "○"} ${escape(cell.evidence)}${cell.sources}` : ""}</td>`;
  const row = ({ name, cells }) => `<tr><th scope="row">${escape(name)}</th>${each(cells, cell)}</tr>`;
  return figure(
    title,
    `<table><thead><tr><td></td>${each(heads, (head) => `<th scope="col">${escape(head)}</th>`)}</tr></thead><tbody>${each(rows, row)}</tbody></table>`,
    caption,
  );
}

function people({ title, groups, caption }) {
  const person = ({ name, since }) => `<li>${escape(name)} <span>${since}</span></li>`;
  const group = ({ words, people }) => `<div><h4>${people.length} ${escape(words)}</h4><ul>${each(people, person)}</ul></div>`;
  return figure(title, `<div class="people">${each(groups, group)}</div>`, caption);
}

function votes({ title, text, votes }) {
  const column = ({ year, counts }, at) => {
    let top = 0;
    const parts = each(counts, (count, kind) => {
      top += count;
      return `<rect class="vote-${kind}" x="${at * 40}" y="${top - count}" width="34" height="${count}"/>`;
    });
    return `${parts}<text x="${at * 40}" y="210">${year}</text>`;
  };
  return figure(title, `<p>${escape(text)}</p><svg viewBox="0 0 ${votes.length * 40} 215" aria-hidden="true">${each(votes, column)}</svg>`);
}

function landmarks({ title, events }) {
  const mark = ({ at }) => `<rect x="${at * 6}" y="10" width="2" height="30"/>`;
  const event = ({ date, title, threads, sources }) =>
    `<li><b>${date}</b> ${escape(title)} <span>${escape(threads.join(", "))}</span>${sources}</li>`;
  return figure(
    title,
    `<svg viewBox="0 0 610 50" aria-hidden="true">${each(events, mark)}</svg><ol class="landmarks">${each(events, event)}</ol>`,
  );
}

function statements({ title, squares }) {
  const square = ({ number, verdict, words }) => `<li class="${verdict}" title="${escape(words)}">${number}</li>`;
  return figure(title, `<ol class="squares">${each(squares, square)}</ol>`);
}

const figures = {
  shift: () => stairs(story.years),
  why: () => reasons(story.reasons),
  abductions: () => people(story.people),
  "un-history": () => votes(story.votes),
  timeline: () => landmarks(story.landmarks),
  article: () => statements(story.statements),
};

const subject = ({ id, title, brief, text, cards }) =>
  `<section id="${id}" class="part"><h2>${escape(title)}</h2><p class="brief">${escape(brief)}</p>` +
  `<div class="text">${text}${figures[id]?.() ?? ""}${each(cards, ({ id, title, text }) => card(id, title, text))}</div></section>`;

const source = ({ number, title, publisher, date, url }) =>
  `<li id="source-${number}" value="${number}">${url ? `<a href="${escape(url)}">${escape(title)}</a>` : escape(title)}. ${escape(publisher)}${date ? `, ${date}` : ""}</li>`;

const depth = ({ value, words }) => `<button data-depth="${value}" aria-pressed="${value === "standard"}">${escape(words)}</button>`;

const pages = `<nav><ul>${each(story.parts, ({ title, href }) => `<li><a href="${href}">${escape(title)}</a></li>`)}</ul></nav>`;

mkdirSync(new URL("dist/vote/", import.meta.url), { recursive: true });
writeFileSync(
  new URL("dist/index.html", import.meta.url),
  page(
    story.title,
    `<header><h1>${escape(story.title)}</h1><p class="brief">${escape(story.answer)}</p>` +
      `<div class="choice" role="group" aria-label="${escape(story.depth.legend)}">${each(story.depth.answers, depth)}</div></header>` +
      `<main>${plates(story.plates)}${story.inShort}<div class="text">${story.introduction}</div>${each(story.subjects, subject)}` +
      `<section class="sources"><h2>${escape(story.sources.title)}</h2><ol>${each(story.sources.sources, source)}</ol></section></main>` +
      pages,
    read("page.js"),
  ),
);

const ballots = ({ ballot, words, states }) =>
  `<h2>${states.length} ${escape(words)}</h2><ul class="states ${ballot}">${each(states, (state) => `<li>${escape(state)}</li>`)}</ul>`;
writeFileSync(
  new URL("dist/vote/index.html", import.meta.url),
  page(vote.title, `<main><h1>${escape(vote.title)}</h1><p>${escape(vote.text)}</p><div id="roll-call">${each(vote.groups, ballots)}</div>${pages}</main>`),
);
