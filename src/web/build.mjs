// Builds dist/: the module in one file, and the texts in further languages beside it. Tells the size that a visitor loads.
import { build, transform } from "esbuild";
import { readFile, rm } from "node:fs/promises";
import { gzipSync } from "node:zlib";

const LONGEST_GZIPPED = 6_000;
const here = new URL(".", import.meta.url).pathname;

/** esbuild leaves texts alone, and the style sheet is one. */
const smallStyle = {
  name: "small-style",
  setup({ onLoad }) {
    onLoad({ filter: /style\.js$/ }, async ({ path }) => {
      const [before, css, after] = (await readFile(path, "utf8")).split("`");
      const { code } = await transform(css, { loader: "css", minify: true, target: ["chrome120", "firefox115", "safari17"] });
      return { contents: `${before}${JSON.stringify(code.trim())}${after}` };
    });
  },
};

/** Loaded only where the page is in that language: a file of its own. */
const languagesApart = {
  name: "languages-apart",
  setup({ onResolve }) {
    onResolve({ filter: /words\.\w+\.js$/ }, ({ path, kind }) => (kind === "entry-point" ? undefined : { path, external: true }));
  },
};

await rm(`${here}dist`, { recursive: true, force: true });
await build({
  absWorkingDir: here,
  entryPoints: ["cobrowse-button.js", "cobrowse-button/words.de.js"],
  entryNames: "[name]",
  outdir: "dist",
  bundle: true,
  format: "esm",
  target: ["chrome120", "firefox115", "safari17"],
  minify: true,
  charset: "utf8",
  legalComments: "none",
  plugins: [smallStyle, languagesApart],
});

const bundle = await readFile(`${here}dist/cobrowse-button.js`);
const gzipped = gzipSync(bundle, { level: 9 }).length;
console.log(`dist/cobrowse-button.js: ${bundle.length} bytes, ${gzipped} gzipped`);
if (gzipped > LONGEST_GZIPPED) {
  console.error(`That is more than ${LONGEST_GZIPPED}.`);
  process.exitCode = 1;
}
