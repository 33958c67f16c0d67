// The recipes of docs/widget.md work as they stand there, in a browser.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { build } from "esbuild";
import { compileScript, parse } from "vue/compiler-sfc";
import { installed, launch } from "./browser.mjs";
import { json, serve } from "./server.mjs";
import { visit } from "./visitor.mjs";

const WEB = new URL("..", import.meta.url).pathname;
const skip = installed("chrome") ? false : "there is no chromium";
const documentation = await readFile(`${WEB}../../docs/widget.md`, "utf8");
let site;
let browser;

before(async () => {
  site = await serve();
  browser = skip ? undefined : await launch();
});

after(async () => {
  await browser?.close();
  site.close();
});

test("React", { skip }, async () => {
  const main = `
    import { createRoot } from "react-dom/client";
    import { Help } from "recipe";
    const props = { email: "link@example.com", getToken: async () => "visitors-token", onStarted: ({ detail }) => (window.started = detail.id) };
    createRoot(document.querySelector("main")).render(<Help {...props} />);`;
  await startsASession(await bundle(main, { recipe: recipe("jsx") }), "<main></main>");
});

test("Vue", { skip }, async () => {
  const { descriptor } = parse(recipe("vue"));
  const templateOptions = { compilerOptions: { isCustomElement: (tag) => tag === "cobrowse-button" } };
  const { content } = compileScript(descriptor, { id: "recipe", inlineTemplate: true, templateOptions });
  const main = `
    import { createApp } from "vue";
    import Help from "recipe";
    const props = { email: "link@example.com", getToken: async () => "visitors-token", onStarted: ({ detail }) => (window.started = detail.id) };
    createApp(Help, props).mount("main");`;
  await startsASession(await bundle(main, { recipe: content }), "<main></main>");
});

test("no framework", { skip }, async () => {
  const main = `
    import { help } from "recipe";
    help(document.querySelector("main"), "link@example.com", async () => "visitors-token");
    document.addEventListener("cobrowse-started", ({ detail }) => (window.started = detail.id));`;
  await startsASession(await bundle(main, { recipe: recipe("js") }), "<main></main>");
});

for (const file of ["README.md", "docs/widget.md"]) {
  visit(`the page of ${file}`, async ({ site, open }) => {
    const [, page] = (await readFile(`${WEB}../../${file}`, "utf8")).match(/```html\n(.*?)```/s);
    site.pages["/example"] = `<!doctype html><title>A shop</title>${page.replace(/endpoint="[^"]*"/, `endpoint="${site.url}"`)}`;
    site.answers(json(201, { id: "session-1", joinUrl: "https://join.example/session-1" }));
    // The site's own, from which the examples get the token.
    const visitor = await open("/example", () => {
      sessionStorage.setItem("access_token", "visitors-token");
      window.signedInVisitor = async () => ({ accessToken: "visitors-token" });
    });
    assert.equal(await visitor.click(), "started");
    assert.deepEqual(await visitor.heard(), ["cobrowse-started session-1"]);
    assert.equal(site.asked[0].authorization, "Bearer visitors-token");
  });
}

/** The first block of code in that language. */
function recipe(language) {
  const [, code] = documentation.match(new RegExp("```" + language + "\\n(.*?)```", "s"));
  return code.replaceAll("https://api.example.com", site.url);
}

async function bundle(main, modules) {
  const given = {
    name: "given",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^recipe$/ }, ({ path }) => ({ path, namespace: "given" }));
      onResolve({ filter: /^cobrowse-button$/ }, () => ({ path: `${WEB}dist/cobrowse-button.js` }));
      onResolve({ filter: /^\.\/cobrowse-button\// }, ({ path }) => ({ path, external: true }));
      onLoad({ filter: /./, namespace: "given" }, ({ path }) => ({ contents: modules[path], loader: "jsx", resolveDir: WEB }));
    },
  };
  const { outputFiles } = await build({
    stdin: { contents: main, loader: "jsx", resolveDir: WEB },
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"', __VUE_OPTIONS_API__: "true", __VUE_PROD_DEVTOOLS__: "false" },
    bundle: true,
    format: "esm",
    write: false,
    logLevel: "error",
    plugins: [given],
  });
  return outputFiles[0].text;
}

async function startsASession(script, body) {
  site.asked.length = 0;
  site.pages["/main.js"] = script;
  site.pages["/recipe"] = `<!doctype html><title>A shop</title>${body}<script type="module" src="/main.js"></script>`;
  const context = await browser.createBrowserContext();
  const tab = await context.newPage();
  await tab.goto(`${site.url}/recipe`);
  await tab.waitForSelector("cobrowse-button:state(idle)");
  await tab.click("cobrowse-button");
  await tab.waitForSelector("cobrowse-button:state(started)");
  assert.equal(await tab.evaluate("started"), "session-1");
  const [{ email, authorization }] = site.asked;
  assert.deepEqual({ email, authorization }, { email: "link@example.com", authorization: "Bearer visitors-token" });
  assert.equal(await tab.$eval("cobrowse-button", (button) => button.getAttribute("token")), null);
  await context.close();
}
