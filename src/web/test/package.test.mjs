// What is packed: where it may be loaded, that its types and its manifest say what the elements are, and how large they are.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { ATTRIBUTES } from "../cobrowse-button/properties.js";

const WEB = new URL("..", import.meta.url);
const LARGEST = 9 * 1024;
const text = (name) => readFile(new URL(name, WEB), "utf8");
const run = (command, ...values) => execFileSync(command, values, { cwd: WEB, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
let folder;
let packed;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "cobrowse-button-"));
  [packed] = JSON.parse(run("npm", "pack", "--json", "--ignore-scripts", `--pack-destination=${folder}`));
});

after(() => rm(folder, { recursive: true }));

test("a server may load both elements, which define nothing there", async () => {
  const [{ CobrowseButton }, { CobrowseOffer }] = await Promise.all([import("cobrowse-button"), import("cobrowse-button/offer")]);
  assert.deepEqual([typeof CobrowseButton, typeof CobrowseOffer], ["function", "function"]);
});

test("everything that is exported is packed, with licence, source maps and what editors read, and nothing of the tests", () => {
  const names = packed.files.map(({ path }) => path);
  const files = ["cobrowse-button", "cobrowse-button.de", "cobrowse-offer"].flatMap((name) => [`dist/${name}.js`, `dist/${name}.js.map`]);
  const types = ["cobrowse-button.d.ts", "cobrowse-offer.d.ts", "react.js", "react.d.ts", "vue.d.ts"];
  const data = ["custom-elements.json", "dist/web-types.json", "dist/vscode.html-custom-data.json", "LICENSE", "README.md", "package.json"];
  assert.deepEqual(names.sort(), [...files, ...types, ...data].sort());
});

test("publint and attw find nothing", () => {
  run("npx", "publint", "--strict", join(folder, packed.filename));
  run("npx", "attw", "--profile", "esm-only", join(folder, packed.filename));
});

test("the button is one file of at most nine kilobytes, whose integrity the build tells", async () => {
  const file = await readFile(new URL("dist/cobrowse-button.js", WEB));
  const size = gzipSync(file, { level: 9 }).length;
  assert.ok(size <= LARGEST, `${size} bytes`);
  const hash = createHash("sha384").update(file).digest("base64");
  assert.ok(run("npm", "run", "build").includes(`sha384-${hash}`));
});

/** The sources of an element. */
async function sources(...names) {
  return (await Promise.all(names.map(text))).join();
}

const SHARED = ["parts", "join-panel", "style"].map((name) => `cobrowse-button/${name}.js`);
const ELEMENTS = {
  "cobrowse-button": {
    attributes: ATTRIBUTES.filter((name) => !["token", "words"].includes(name)),
    files: [...SHARED, ...["view", "code-form", "join-link"].map((name) => `cobrowse-button/${name}.js`)],
    methods: ["start", "cancel", "reset"],
    events: ["ended", "failed", "joined", "started", "starting"],
  },
  "cobrowse-offer": {
    attributes: ["endpoint", "conversation-id", "deployment-id", "lang"],
    files: [...SHARED, "cobrowse-offer/view.js"],
    methods: ["start", "end"],
    events: ["ended", "failed", "started"],
  },
};
for (const [tag, expected] of Object.entries(ELEMENTS)) {
  test(`the manifest of ${tag} has every attribute, property, method, event, part, state and CSS property`, async () => {
    const { modules } = JSON.parse(await text("custom-elements.json"));
    const { attributes, members, events, cssParts, cssProperties, cssStates } = modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName === tag);
    const names = (list) => list.map(({ name }) => name).sort();
    assert.deepEqual(names(attributes), [...expected.attributes].sort());
    const reflected = attributes.flatMap(({ fieldName }) => fieldName ?? []);
    assert.deepEqual(names(members), [...reflected, ...expected.methods, "token", "words", "state"].sort());
    assert.deepEqual(names(events), expected.events.map((name) => `cobrowse-${name}`));
    const source = await sources(...expected.files);
    for (const { name } of cssParts) assert.match(source, new RegExp(`"${name}"|\\b${name}:`));
    const parts = [...source.matchAll(/part: "(\w+)"|control\("(\w+)"/g)].map(([, one, other]) => one ?? other);
    assert.deepEqual(parts.filter((name) => !names(cssParts).includes(name)), []);
    const custom = [...source.matchAll(/var\((--cobrowse-[\w-]+)/g)].map(([, name]) => name);
    assert.deepEqual(names(cssProperties), [...new Set(custom)].sort());
    const [, union] = (await text(`${tag}.d.ts`)).match(/State =\s*([^;]*);/);
    assert.deepEqual(names(cssStates), [...union.matchAll(/"(\w+)"/g)].map(([, name]) => name).sort());
  });
}

test("German has every text that English has", async () => {
  const places = (sentence) => sentence.match(/\{\w+\}/g) ?? [];
  const same = (english, german) => {
    assert.deepEqual(Object.keys(german).sort(), Object.keys(english).sort());
    for (const key of Object.keys(english)) assert.deepEqual(places(german[key]), places(english[key]), key);
  };
  const [{ words }, { words: german }, { en, de }] = await Promise.all(["cobrowse-button/words", "cobrowse-button/words.de", "cobrowse-offer/words"].map((name) => import(`../${name}.js`)));
  same(words, german);
  same(en, de);
});

test("the types know every text, and allow what the elements take and nothing else", async () => {
  const [{ words }, { en }, button, offer] = await Promise.all([import("../cobrowse-button/words.js"), import("../cobrowse-offer/words.js"), text("cobrowse-button.d.ts"), text("cobrowse-offer.d.ts")]);
  for (const key of Object.keys(words)) assert.ok(button.includes(`| "${key}"`), key);
  for (const key of Object.keys(en)) assert.ok(`${offer}${button}`.includes(`| "${key}"`), key);
  run("npx", "tsc", "--project", "test/types");
});
