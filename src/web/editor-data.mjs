// What editors complete: the manifest of the elements in the forms that VS Code and JetBrains read.
import { readFile, writeFile } from "node:fs/promises";

/** Writes dist/vscode.html-custom-data.json and dist/web-types.json. */
export async function editorData(here) {
  const read = async (name) => JSON.parse(await readFile(`${here}${name}`, "utf8"));
  const [{ modules }, { name, version }] = await Promise.all([read("custom-elements.json"), read("package.json")]);
  const elements = modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);
  const write = (file, data) => writeFile(`${here}dist/${file}`, `${JSON.stringify(data, undefined, 1)}\n`);
  await write("vscode.html-custom-data.json", { version: 1.1, tags: elements.map(tag) });
  await write("web-types.json", {
    $schema: "https://json.schemastore.org/web-types",
    name,
    version,
    "description-markup": "markdown",
    contributions: { html: { elements: elements.map(webType) } },
  });
}

function tag({ tagName: name, description, attributes }) {
  const valueSet = (type) => (type.text === "boolean" ? { valueSet: "v" } : {});
  return { name, description, attributes: attributes.map(({ name, description, type }) => ({ name, description, ...valueSet(type) })) };
}

function webType({ tagName: name, description, attributes, members, events, slots = [], cssParts, cssProperties = [] }) {
  const named = (list) => list.map(({ name, description }) => ({ name, description }));
  return {
    name,
    description,
    attributes: attributes.map(({ name, description, type }) => ({ name, description, value: { type: type.text } })),
    js: {
      properties: members.filter(({ kind }) => kind === "field").map(({ name, description, type }) => ({ name, description, type: type.text })),
      events: named(events),
    },
    slots: named(slots),
    css: { parts: named(cssParts), properties: named(cssProperties) },
  };
}
