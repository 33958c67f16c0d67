// Builds dist/: the module in one file, and the texts in further languages beside it. Tells the size that a visitor loads.
import { build, transform } from "esbuild";
import { readFile, rm, writeFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { minify } from "terser";

const LONGEST_GZIPPED = 8_000;
const TARGET = ["chrome120", "firefox128", "safari17.4"];
const here = new URL(".", import.meta.url).pathname;
const file = `${here}dist/cobrowse-button.js`;

/** esbuild leaves texts alone, and the style sheet is one. */
const smallStyle = {
  name: "small-style",
  setup({ onLoad }) {
    onLoad({ filter: /style\.js$/ }, async ({ path }) => {
      const [before, css, after] = (await readFile(path, "utf8")).split("`");
      const { code } = await transform(css, { loader: "css", minify: true, target: TARGET });
      return { contents: before + JSON.stringify(code.trim()) + after };
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
  target: TARGET,
  minify: true,
  charset: "utf8",
  plugins: [smallStyle, languagesApart],
});
const { code } = await minify(await readFile(file, "utf8"), {
  module: true,
  ecma: 2022,
  compress: { passes: 4, unsafe_arrows: true, unsafe_methods: true, pure_getters: true },
});
await writeFile(file, code);

const gzipped = gzipSync(code, { level: 9 }).length;
console.log(`dist/cobrowse-button.js: ${code.length} characters, ${gzipped} bytes gzipped`);
if (gzipped > LONGEST_GZIPPED) throw new Error(`more than ${LONGEST_GZIPPED} bytes`);
