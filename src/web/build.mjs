// Builds dist/: each element in one file, with its source map. Tells how large they are, and the integrity hash of each.
import { build, transform } from "esbuild";
import { createHash } from "node:crypto";
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { minify } from "terser";
import { editorData } from "./editor-data.mjs";

const MAX_GZIPPED = 9 * 1024;
const TARGET = ["chrome120", "firefox128", "safari17.4"];
/** Properties that nothing outside a file has to do with: they get short names. */
const INTERNAL =
  /^(mayPass|isLast|hasBegun|isUnwanted|begins|session|failure|busy|left|what|side|asked|intent|showsCode|offer|answered|halt|take|dress|draw|sign|panel|caption|hasWaited|seconds|running|finish|hasButton|control|controls|svg|path)$/;
const here = new URL(".", import.meta.url).pathname;

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

/** What only some pages need is a file of its own, beside the one that they all have. */
const onDemandApart = {
  name: "on-demand-apart",
  setup({ onResolve }) {
    onResolve({ filter: /words\.de\.js$/ }, ({ kind }) =>
      kind === "dynamic-import" ? { path: "./cobrowse-button.de.js", external: true } : undefined,
    );
  },
};

async function bundle([name, source = name]) {
  const { outputFiles } = await build({
    absWorkingDir: here,
    entryPoints: [{ in: `${source}.js`, out: name }],
    outdir: "dist",
    bundle: true,
    write: false,
    format: "esm",
    target: TARGET,
    charset: "utf8",
    sourcemap: "external",
    plugins: [smallStyle, onDemandApart],
  });
  const [map, bundled] = outputFiles.sort((one, other) => other.path.length - one.path.length).map(({ text }) => text);
  const { code, map: smallMap } = await minify({ [`${name}.js`]: bundled }, {
    module: true,
    ecma: 2022,
    compress: { passes: 4, unsafe: true, unsafe_arrows: true, unsafe_methods: true, pure_getters: true },
    mangle: { properties: { regex: INTERNAL, keep_quoted: true } },
    sourceMap: { content: map, url: `${name}.js.map`, includeSources: true },
  });
  await writeFile(`${here}dist/${name}.js`, code);
  await writeFile(`${here}dist/${name}.js.map`, smallMap);
  const size = gzipSync(code, { level: 9 }).length;
  const hash = createHash("sha384").update(code).digest("base64");
  console.log(`dist/${name}.js: ${size} bytes gzipped, integrity="sha384-${hash}"`);
  if (size > MAX_GZIPPED) throw new Error(`more than ${MAX_GZIPPED} bytes`);
}

await rm(`${here}dist`, { recursive: true, force: true });
await mkdir(`${here}dist`);
const FILES = [["cobrowse-button"], ["cobrowse-button.de", "cobrowse-button/words.de"], ["cobrowse-offer"]];
await Promise.all(FILES.map(bundle));
await editorData(here);
await copyFile(`${here}../../LICENSE`, `${here}LICENSE`);
