// Builds dist/: the module in one file, and beside it what it loads on demand. Tells the size that every visitor loads.
import { build, transform } from "esbuild";
import { readFile, rm, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { gzipSync } from "node:zlib";
import { minify } from "terser";

const LONGEST_GZIPPED = 6 * 1024;
const TARGET = ["chrome120", "firefox128", "safari17.4"];
const here = new URL(".", import.meta.url).pathname;
const ON_DEMAND = ["failure", "messenger", "words.de"].map((name) => `cobrowse-button/${name}`);

/** esbuild leaves texts alone, and the style sheet is one. */
const smallStyle = {
  name: "small-style",
  setup({ onLoad }) {
    onLoad({ filter: /style\.js$/ }, async ({ path }) => {
      const [before, css, after] = (await readFile(path, "utf8")).split("`");
      const { code } = await transform(css, { loader: "css", minify: true, charset: "utf8", target: TARGET });
      return { contents: before + JSON.stringify(code.trim()) + after };
    });
  },
};

/** What is loaded only where it is needed is a file of its own, in the folder that the sources have it in. */
const onDemandApart = {
  name: "on-demand-apart",
  setup({ onResolve }) {
    onResolve({ filter: /./ }, ({ path, kind }) =>
      kind === "dynamic-import" ? { path: `./cobrowse-button/${basename(path)}`, external: true } : undefined,
    );
  },
};

await rm(`${here}dist`, { recursive: true, force: true });
await build({
  absWorkingDir: here,
  entryPoints: ["cobrowse-button", ...ON_DEMAND].map((name) => ({ in: `${name}.js`, out: name })),
  outdir: "dist",
  bundle: true,
  format: "esm",
  target: TARGET,
  minify: true,
  charset: "utf8",
  plugins: [smallStyle, onDemandApart],
});

const sizes = {};
for (const name of ["cobrowse-button", ...ON_DEMAND]) {
  const file = `${here}dist/${name}.js`;
  const { code } = await minify(await readFile(file, "utf8"), {
    module: true,
    ecma: 2022,
    compress: { passes: 4, unsafe_arrows: true, unsafe_methods: true, pure_getters: true },
  });
  await writeFile(file, code);
  sizes[name] = gzipSync(code, { level: 9 }).length;
  console.log(`dist/${name}.js: ${sizes[name]} bytes gzipped`);
}
if (sizes["cobrowse-button"] > LONGEST_GZIPPED) throw new Error(`more than ${LONGEST_GZIPPED} bytes`);
