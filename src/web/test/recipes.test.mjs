// The recipes of docs/widget.md work as they stand there, in a browser; and where a server has rendered the page before.
import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { build } from "esbuild";
import { compileScript, parse } from "vue/compiler-sfc";
import { messengerStub } from "./messenger-stub.mjs";
import { json } from "./server.mjs";
import { keys, visit } from "./visitor.mjs";

const WEB = new URL("..", import.meta.url).pathname;
const DOCUMENTATION = await readFile(`${WEB}../../docs/widget.md`, "utf8");
const SESSION = json(201, { id: "session-1", joinCode: "483920" });
const PROPS = `{
  conversationId: "conversation-1",
  getToken: async () => "visitors-token",
  onJoined: ({ detail }) => (window.joined = detail.id),
}`;
const RECIPES = { react: recipe("jsx"), vue: compiledVue(recipe("vue")), none: recipe("js") };

/** The first block of code in that language. */
function recipe(language) {
  return DOCUMENTATION.match(new RegExp("```" + language + "\\n(.*?)```", "s"))[1];
}

function compiledVue(source, ssr = false) {
  const templateParseOptions = { isCustomElement: (tag) => tag.startsWith("cobrowse-") };
  const { descriptor } = parse(source, { templateParseOptions });
  const templateOptions = { ssr, ssrCssVars: [], compilerOptions: templateParseOptions };
  return compileScript(descriptor, { id: "recipe", inlineTemplate: true, templateOptions }).content;
}

/** @param modules by the name that the main one imports each with */
async function bundle(main, modules, options = {}) {
  const given = {
    name: "given",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^recipe$/ }, ({ path }) => ({ path, namespace: "given" }));
      onLoad({ filter: /./, namespace: "given" }, ({ path }) => ({ contents: modules[path], loader: "jsx", resolveDir: WEB }));
    },
  };
  const { outputFiles } = await build({
    stdin: { contents: main, loader: "jsx", resolveDir: WEB },
    jsx: "automatic",
    // Only so do the frameworks warn of what does not match.
    define: { "process.env.NODE_ENV": '"development"', __VUE_OPTIONS_API__: "true", __VUE_PROD_DEVTOOLS__: "false", __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "true" },
    bundle: true,
    format: "esm",
    write: false,
    logLevel: "error",
    plugins: [given],
    ...options,
  });
  return outputFiles[0].text;
}

/** What a module exports on a server. */
async function onServer(name, main, modules) {
  const file = `${WEB}target/${name}.cjs`;
  await mkdir(`${WEB}target`, { recursive: true });
  await writeFile(file, await bundle(main, modules, { format: "cjs", platform: "node" }));
  return createRequire(import.meta.url)(file);
}

const page = (body) => `<!doctype html><html lang="en"><head><title>A shop</title></head><body>${body}<script type="module" src="/main.js"></script></body></html>`;

/** The page shares itself after a click, as the recipe has it, and the framework has nothing to complain of. */
async function shares({ site, open }, html, script) {
  Object.assign(site.pages, { "/basket": html.replaceAll("https://api.example.com", site.url), "/main.js": script.replaceAll("https://api.example.com", site.url) });
  site.answers(SESSION);
  const visitor = await open("/basket", [messengerStub]);
  await visitor.until((button) => window.isReady && button.state === "idle");
  const before = await visitor.run((button) => button.getAttributeNames().sort());
  await visitor.press();
  await visitor.shows("joined");
  await visitor.until(() => window.joined === "session-1");
  const [{ body, authorization }] = site.asked;
  assert.deepEqual([body, authorization], ['{"conversationId":"conversation-1"}', "Bearer visitors-token"]);
  assert.deepEqual(await visitor.run((button) => button.getAttributeNames().sort()), before);
  assert.equal(await visitor.run((button) => button.getAttribute("token")), null);
  assert.deepEqual(visitor.said.filter(({ type }) => ["error", "warn"].includes(type)), []);
  assert.deepEqual(visitor.failures, []);
  return visitor;
}

for (const file of ["README.md", "docs/widget.md", "docs/uses.md"]) {
  visit(`the page of ${file}`, async ({ site, open }) => {
    const [, example] = (await readFile(`${WEB}../../${file}`, "utf8")).match(/```html\n(.*?)```/s);
    site.pages["/example"] = `<!doctype html><title>A shop</title>${example.replace(/endpoint="[^"]*"/, `endpoint="${site.url}"`)}`;
    site.answers(SESSION);
    // The site's own, from which the examples get the token.
    const visitor = await open("/example", [messengerStub], () => {
      sessionStorage.setItem("access_token", "visitors-token");
      window.signedInVisitor = async () => ({ accessToken: "visitors-token" });
      window.renewedSession = async () => ({ idToken: "visitors-token" });
    });
    await visitor.press();
    await visitor.shows("joined");
    assert.deepEqual(await visitor.heard(), ["cobrowse-started session-1", "cobrowse-joined session-1"]);
    assert.equal(site.asked[0].authorization, "Bearer visitors-token");
  });
}

visit("no framework", async (test) => {
  const main = `
    import { help } from "recipe";
    const { conversationId, getToken, onJoined } = ${PROPS};
    document.addEventListener("cobrowse-joined", onJoined);
    help(document.querySelector("main"), conversationId, getToken);
    window.isReady = true;`;
  await shares(test, page("<main></main>"), await bundle(main, { recipe: RECIPES.none }));
});

visit("React", async (test) => {
  const main = `
    import { StrictMode, useEffect } from "react";
    import { createRoot } from "react-dom/client";
    import { Help } from "recipe";
    function App() {
      useEffect(() => void (window.isReady = true), []);
      return <StrictMode><Help {...${PROPS}} /></StrictMode>;
    }
    createRoot(document.querySelector("main")).render(<App />);`;
  await shares(test, page("<main></main>"), await bundle(main, { recipe: RECIPES.react }));
});

visit("React, rendered on a server", async (test) => {
  const app = `
    import { useEffect } from "react";
    import { Help } from "recipe";
    export function App() {
      useEffect(() => void (window.isReady = true), []);
      return <Help {...${PROPS}} />;
    }`;
  const server = `${app} import { renderToString } from "react-dom/server"; export const html = renderToString(<App />);`;
  const client = `${app} import { hydrateRoot } from "react-dom/client"; hydrateRoot(document.querySelector("main"), <App />);`;
  const { html } = await onServer("react", server, { recipe: RECIPES.react });
  assert.match(html, /<cobrowse-button [^>]*conversation-id="conversation-1"[^>]*>\s*Call us: 0800 123/);
  assert.doesNotMatch(html, /token/i);
  await shares(test, page(`<main>${html}</main>`), await bundle(client, { recipe: RECIPES.react }));
});

visit("React, rendered on a server, with a router", async (test) => {
  const app = `
    import { useEffect } from "react";
    import { Link, Route, Routes } from "react-router";
    import { Help } from "recipe";
    const Basket = () => <><h1>Basket</h1><Link to="/checkout">Checkout</Link><Help {...${PROPS}} /></>;
    const Checkout = () => <section><h1>Checkout</h1><Help {...${PROPS}} /></section>;
    export function App() {
      useEffect(() => void (window.isReady = true), []);
      return <Routes><Route path="/basket" element={<Basket />} /><Route path="/checkout" element={<Checkout />} /></Routes>;
    }`;
  const server = `${app}
    import { renderToString } from "react-dom/server";
    import { StaticRouter } from "react-router";
    export const html = renderToString(<StaticRouter location="/basket"><App /></StaticRouter>);`;
  const client = `${app}
    import { hydrateRoot } from "react-dom/client";
    import { BrowserRouter } from "react-router";
    hydrateRoot(document.querySelector("main"), <BrowserRouter><App /></BrowserRouter>);`;
  const { html } = await onServer("react-router", server, { recipe: RECIPES.react });
  const visitor = await shares(test, page(`<main>${html}</main>`), await bundle(client, { recipe: RECIPES.react }));
  await visitor.tab.click("a");
  await visitor.tab.waitForSelector("section cobrowse-button");
  assert.equal(await visitor.state(), "joined");
  await visitor.run((button) => button.start());
  assert.equal(keys(test.site), 1);
  assert.equal(test.site.asked.length, 1);
});

// As Next.js does: the whole document, streamed, with what is still awaited filled in later, and hydrated in StrictMode.
visit("React, the whole document streamed by a server", async (test) => {
  const app = `
    import { StrictMode, Suspense, use, useEffect } from "react";
    import { Help } from "recipe";
    const Ready = () => useEffect(() => void (window.isReady = true), []);
    const Late = ({ data }) => <><p>{use(data)}</p><Help {...${PROPS}} /><Ready /></>;
    export const App = ({ data }) => <StrictMode><html lang="en"><head><title>A shop</title></head>
      <body><h1>A shop</h1><Suspense fallback={<p>…</p>}><Late data={data} /></Suspense></body></html></StrictMode>;`;
  const server = `${app}
    import { renderToReadableStream } from "react-dom/server.edge";
    const later = new Promise((resolve) => setTimeout(resolve, 50, "Two lamps"));
    export const html = async () => new Response(
      await renderToReadableStream(<App data={later} />, { bootstrapModules: ["/main.js"] })).text();`;
  const client = `${app} import { hydrateRoot } from "react-dom/client"; hydrateRoot(document, <App data={Promise.resolve("Two lamps")} />);`;
  const { html } = await onServer("react-document", server, { recipe: RECIPES.react });
  await shares(test, await html(), await bundle(client, { recipe: RECIPES.react }));
});

visit("Vue", async (test) => {
  const main = `
    import { createApp } from "vue";
    import Help from "recipe";
    createApp(Help, ${PROPS}).mount("main");
    window.isReady = true;`;
  await shares(test, page("<main></main>"), await bundle(main, { recipe: RECIPES.vue }));
});

visit("Vue, rendered on a server", async (test) => {
  const server = `
    import { createSSRApp } from "vue";
    import { renderToString } from "vue/server-renderer";
    import Help from "recipe";
    export const html = () => renderToString(createSSRApp(Help, ${PROPS}));`;
  const client = `
    import { createSSRApp } from "vue";
    import Help from "recipe";
    createSSRApp(Help, ${PROPS}).mount("main");
    window.isReady = true;`;
  const rendered = await (await onServer("vue", server, { recipe: compiledVue(recipe("vue"), true) })).html();
  assert.match(rendered, /<cobrowse-button [^>]*conversation-id="conversation-1"/);
  await shares(test, page(`<main>${rendered}</main>`), await bundle(client, { recipe: RECIPES.vue }));
});
