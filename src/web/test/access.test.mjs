// axe-core finds nothing in any state, on a light and on a dark page, and in a language written right to left.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { installed, launch } from "./browser.mjs";
import { serve } from "./server.mjs";
import { page, show, STATES } from "./states.mjs";

const skip = installed("chrome") ? false : "there is no chromium";
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PAGES = { light: {}, dark: { style: "background: #121212; color: #eee" }, rtl: { lang: "ar", dir: "rtl" } };
let site;
let browser;

before(async () => {
  site = await serve();
  for (const [name, options] of Object.entries(PAGES)) site.pages[`/${name}`] = page(options);
  browser = skip ? undefined : await launch();
});

after(async () => {
  await browser?.close();
  site.close();
});

for (const [state, how] of Object.entries(STATES)) {
  test(state, { skip }, async () => {
    for (const name of Object.keys(PAGES)) {
      const context = await browser.createBrowserContext();
      const tab = await context.newPage();
      await tab.goto(`${site.url}/${name}`);
      await show(tab, how);
      await tab.evaluate(axe);
      const { violations } = await tab.evaluate(() => axe.run());
      assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)]), [], `${state} on ${name}`);
      await context.close();
    }
  });
}
