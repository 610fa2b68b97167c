// Lists each use of CSS, JavaScript syntax or browser interfaces that is newer than the browsers of 2020 and has no
// fallback. The support data comes from MDN. The argument is the folder of the built site.
//
// A use counts as having a fallback in four cases: it is inside @supports; the same rule has an earlier declaration of
// the property; the script also mentions the member without calling it, as in a test for it, or uses it in a `try`; or
// `kept.mjs` says why the feature needs no fallback.

import { parse as parseScript } from "acorn";
import { ancestor } from "acorn-walk";
import { parse as parseStyle, walk } from "css-tree";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import kept from "./kept.mjs";

const bcd = createRequire(import.meta.url)("@mdn/browser-compat-data");

// The browser versions of 2020.
const OLDEST = { chrome: 87, firefox: 78, safari: 14 };

// Returns whether a browser of 2020 lacks the feature that a record of MDN's data describes.
const isYoung = (record) => {
  const support = record?.__compat?.support;
  return support != null && Object.entries(OLDEST).some(([browser, oldest]) => {
    const entries = [support[browser] ?? {}].flat();
    // A feature with a prefix, behind a flag, or under another name counts as missing.
    const plain = entries.find(({ prefix, flags, alternative_name: other }) => !prefix && !flags && !other);
    const added = plain?.version_added;
    return !added || added === "preview" || parseFloat(String(added).replace("≤", "")) > oldest;
  });
};

const found = new Map();
const name = (what, where) => {
  if (!(what in kept)) found.set(what, (found.get(what) ?? new Set()).add(where));
  else used.add(what);
};
const used = new Set();

// The records of CSS functions in values, by name. MDN's data nests the functions for colours and images below the
// types of these values.
const functions = new Map();
const collectFunctions = (group) => {
  for (const [name, record] of Object.entries(group)) {
    if (!record.__compat) continue;
    if (!functions.has(name)) functions.set(name, record);
    collectFunctions(record);
  }
};
collectFunctions(bcd.css.types);

const checkStyle = (style, where) => {
  const { properties, selectors, "at-rules": atRules } = bcd.css;
  const around = [];
  const tree = parseStyle(style, { parseValue: true, parseCustomProperty: false });
  const isGuarded = () => around.some((node) => node.type === "Atrule" && node.name === "supports");
  walk(tree, {
    enter(node) {
      around.push(node);
      if (isGuarded()) return;
      if (node.type === "Atrule" && isYoung(atRules[node.name])) name(`@${node.name}`, where);
      if (/^Pseudo/.test(node.type) && isYoung(selectors[node.name])) name(`:${node.name}`, where);
      if (node.type !== "Declaration" || node.property.startsWith("--")) return;
      if (isYoung(properties[node.property])) {
        name(node.property, where);
        return;
      }
      const block = around.findLast(({ type }) => type === "Block")?.children.toArray() ?? [];
      if (block.slice(0, block.indexOf(node)).some(({ property }) => property === node.property)) return;
      walk(node.value, (value) => {
        const of = properties[node.property];
        if (value.type === "Function" && isYoung(functions.get(value.name))) name(`${value.name}()`, where);
        else if (["Identifier", "Function"].includes(value.type) && isYoung(of?.[value.name])) name(`${node.property}: ${value.name}`, where);
        else if (value.type === "Dimension" && /^[dsl]v/.test(value.unit)) name(value.unit, where);
      });
    },
    leave() {
      around.pop();
    },
  });
};

// The records of the members of all interfaces and built-in objects, by the name of the member.
const members = new Map();
for (const group of [bcd.api, bcd.javascript.builtins])
  for (const owner of Object.values(group))
    for (const [member, record] of Object.entries(owner)) if (record.__compat) members.set(member, [...(members.get(member) ?? []), record]);

const { operators, classes } = bcd.javascript;
const SYNTAX = {
  AssignmentExpression: ({ operator }) => ({ "??=": operators.nullish_coalescing_assignment, "||=": operators.logical_or_assignment, "&&=": operators.logical_and_assignment })[operator],
  PropertyDefinition: ({ key, static: isStatic }) => (isStatic ? classes.static.class_fields ?? classes.static : key.type === "PrivateIdentifier" ? classes.private_class_fields : classes.public_class_fields),
  MethodDefinition: ({ key }) => key.type === "PrivateIdentifier" && classes.private_class_methods,
  StaticBlock: () => classes.static.initialization_blocks,
};

const checkScript = (script, where) => {
  const tree = parseScript(script, { ecmaVersion: "latest", sourceType: "module" });
  const asked = new Set();
  const called = [];
  ancestor(tree, {
    ...Object.fromEntries(
      Object.entries(SYNTAX).map(([type, record]) => [type, (node) => isYoung(record(node)) && name(`script: ${node.operator ?? type}`, where)]),
    ),
    MemberExpression(node, _, around) {
      const { name: member } = node.property;
      const parent = around.at(-2);
      if (node.computed || node.property.type === "PrivateIdentifier" || !members.get(member)?.every(isYoung)) return;
      const isCalled = parent.type === "CallExpression" && parent.callee === node && !parent.optional;
      if (!isCalled || around.some(({ type }) => type === "TryStatement")) asked.add(member);
      else called.push(member);
    },
    NewExpression({ callee }) {
      if (isYoung(bcd.api[callee.name])) name(`script: new ${callee.name}`, where);
    },
  });
  for (const member of called) if (!asked.has(member)) name(`script: ${member}()`, where);
};

const seen = new Set();
const once = (text, check, where) => {
  if (seen.has(text)) return;
  seen.add(text);
  check(text, where);
};
const site = process.argv[2];
for (const file of readdirSync(site, { recursive: true }).sort()) {
  // Frozen copies do not change.
  if (/^v\//.test(file)) continue;
  const text = () => readFileSync(join(site, file), "utf8");
  if (file.endsWith(".css")) once(text(), checkStyle, file);
  // Of the script files, only embed.js is checked. The others belong to the WebAssembly programs, and the page works
  // without them.
  if (file === "embed.js") once(text(), checkScript, file);
  if (!file.endsWith(".html")) continue;
  const html = text();
  for (const [, style] of html.matchAll(/<style>(.*?)<\/style>/gs)) once(style, checkStyle, file);
  for (const [, attributes, script] of html.matchAll(/<script([^>]*)>(.*?)<\/script>/gs)) if (script && !/json/.test(attributes)) once(script, checkScript, file);
}
for (const [what, where] of found) console.log(`${what} is younger than 2020 and has no fallback: ${[...where].slice(0, 3).join(", ")}`);
for (const what of Object.keys(kept)) if (!used.has(what)) console.log(`${what} is in kept.mjs, and nothing uses it without a fallback`);
