// Builds target/demo/index.html: the demo in one file, which needs no server.
import { build } from "esbuild";
import { mkdir, readFile, writeFile } from "node:fs/promises";

const WEB = new URL("..", import.meta.url);
const read = (name) => readFile(new URL(name, WEB), "utf8");
/** A text that can stand in a script, whatever is in it. */
const literal = (text) => JSON.stringify(text).replaceAll("<", "\\u003c");

async function bundle(name) {
  const options = { bundle: true, write: false, minify: true, format: "esm", target: "es2022", charset: "utf8" };
  const { outputFiles } = await build({ ...options, entryPoints: [new URL(name, WEB).pathname] });
  return outputFiles[0].text;
}

const [page, style, icon, demo, button, offer] = await Promise.all([
  read("index.html"),
  read("demo/demo.css"),
  read("icon.svg"),
  bundle("demo/demo.js"),
  bundle("cobrowse-button.js"),
  bundle("cobrowse-offer.js"),
]);
const module = (script) => `<script type="module">${script.replaceAll("</script", "<\\/script")}</script>`;
const replacements = {
  '<link rel="icon" href="icon.svg">': `<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(icon)}">`,
  '<link rel="stylesheet" href="demo/demo.css">': `<style>${style}</style>`,
  '<script type="module" src="cobrowse-offer.js"></script>': module(offer),
  '<script type="module" src="demo/demo.js"></script>':
    `<script>STATIC = true; BUTTON = ${literal(module(button))};</script>\n    ${module(demo)}`,
};
let built = page;
for (const [tag, replacement] of Object.entries(replacements)) {
  if (!built.includes(tag)) throw new Error(`index.html has no ${tag}`);
  built = built.replace(tag, () => replacement);
}
const directory = new URL("target/demo/", WEB);
await mkdir(directory, { recursive: true });
await writeFile(new URL("index.html", directory), built);
console.log(`${new URL("index.html", directory).pathname}: ${built.length} characters. Open it in a browser.`);
