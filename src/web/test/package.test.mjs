// What is packed: where it may be loaded, that its types and its manifest say what the element is, and how large it is.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { ATTRIBUTES, TARGET } from "../cobrowse-button/properties.js";

const WEB = new URL("..", import.meta.url);
const ON_DEMAND = ["failure", "messenger", "words.de"].map((name) => `cobrowse-button/${name}.js`);
const text = (name) => readFile(new URL(name, WEB), "utf8");

test("a server may load both forms, which define nothing there", async () => {
  for (const name of ["cobrowse-button", "cobrowse-button/separate"]) {
    const { CobrowseButton } = await import(name);
    assert.equal(typeof CobrowseButton, "function");
  }
});

test("every file that is exported is packed, and nothing else but the modules", () => {
  const [{ files }] = JSON.parse(execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { cwd: WEB }));
  const packed = files.map(({ path }) => path);
  for (const path of ["dist/cobrowse-button.js", ...ON_DEMAND.map((name) => `dist/${name}`), "cobrowse-button.js", "cobrowse-button.d.ts", "custom-elements.json"])
    assert.ok(packed.includes(path), path);
  assert.deepEqual(packed.filter((path) => /test|demo|node_modules|index\.html/.test(path)), []);
});

test("the documentation says how large it is", async () => {
  const documentation = await text("../../docs/widget.md");
  for (const name of ["cobrowse-button.js", ...ON_DEMAND]) {
    const size = `${(gzipSync(await text(`dist/${name}`), { level: 9 }).length / 1024).toFixed(1)} KiB`;
    assert.ok(documentation.includes(`| \`dist/${name}\` | ${size} |`), `${name}: ${size}`);
  }
});

test("the documentation draws every state, and no other", async () => {
  const [, picture] = (await text("../../docs/widget.md")).match(/stateDiagram-v2\n(.*?)```/s);
  const [, type] = (await text("cobrowse-button.d.ts")).match(/CobrowseState = (.*);/);
  const drawn = new Set([...picture.matchAll(/^ *(\S+) --> (\w+)/gm)].flatMap(([, from, to]) => [from, to]));
  drawn.delete("[*]");
  assert.deepEqual([...drawn].sort(), type.split(" | ").map((name) => JSON.parse(name)).sort());
});

test("the manifest has every attribute, property, method, event, part and CSS property", async () => {
  const { modules } = JSON.parse(await text("custom-elements.json"));
  const { attributes, members, events, cssParts, cssProperties, slots } = modules[0].declarations[0];
  const names = (list) => list.map(({ name }) => name).sort();
  assert.deepEqual(names(attributes), ATTRIBUTES.filter((name) => !["token", "words"].includes(name)).sort());
  assert.deepEqual(names(members), [...TARGET, "endpoint", "label", "disabled", "token", "words", "state", "start", "reset"].sort());
  const sources = (await Promise.all(["view", "join-panel", "said", "style"].map((name) => text(`cobrowse-button/${name}.js`)))).join();
  const parts = [...sources.matchAll(/part: "(\w+)"|control\("(\w+)"/g)].map(([, one, other]) => one ?? other);
  assert.deepEqual(names(cssParts), [...new Set(parts)].sort());
  const custom = [...sources.matchAll(/var\((--cobrowse-[\w-]+)/g)].map(([, name]) => name);
  assert.deepEqual(names(cssProperties), custom.sort());
  assert.deepEqual(names(events), ["ended", "failed", "joined", "started", "starting"].map((name) => `cobrowse-${name}`));
  assert.equal(slots.length, 1);
});

test("German has every text that English has", async () => {
  const files = ["words", "failure-words", "messenger-words"].map((name) => import(`../cobrowse-button/${name}.js`));
  const words = Object.assign({}, ...(await Promise.all(files)).map((file) => file.words));
  const { words: german } = await import("../cobrowse-button/words.de.js");
  assert.deepEqual(Object.keys(german).sort(), Object.keys(words).sort());
  const places = (sentence) => sentence.match(/\{\w+\}/g) ?? [];
  for (const key of Object.keys(words)) assert.deepEqual(places(german[key]), places(words[key]), key);
});

test("the types allow what the element takes, and nothing else", () => {
  execFileSync("npx", ["tsc", "--project", "test/types"], { cwd: WEB, stdio: "pipe" });
});
