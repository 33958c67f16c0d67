// The main flows in each browser that is installed: Firefox over WebDriver BiDi, WebKitGTK over WebDriver.
import assert from "node:assert/strict";
import { test } from "node:test";
import { installed, launch } from "./browser.mjs";
import { serve } from "./server.mjs";
import { messengerStub } from "./messenger-stub.mjs";
import { page } from "./states.mjs";
import { launchWebKit, webKitInstalled } from "./webkit.mjs";

const BUTTON = "document.querySelector('cobrowse-button')";

const BROWSERS = {
  chrome: installed("chrome") && (() => pages("chrome")),
  firefox: installed("firefox") && (() => pages("firefox")),
  webkit: webKitInstalled() && launchWebKit,
};

for (const [name, start] of Object.entries(BROWSERS)) {
  test(name, { skip: start ? false : `there is no ${name}` }, async (context) => {
    const site = await serve();
    // The one file that is built.
    site.pages["/shop"] = page({ module: "/dist/cobrowse-button.js" });
    const tab = await start();
    context.after(() => Promise.all([tab.close(), site.close()]));
    const load = async () => {
      await tab.goto(`${site.url}/shop`);
      await tab.waitFor(`${BUTTON}.state`);
    };
    const open = async (who) => {
      site.asked.length = 0;
      await load();
      await tab.run(`sessionStorage.clear(); ${BUTTON}.email = "${who}@example.com"; ${BUTTON}.focus()`);
    };
    const click = async () => {
      const { x, y, width } = await tab.run(`return ${BUTTON}.getBoundingClientRect().toJSON()`);
      const place = { x: x + width / 2, y: y + 24 };
      await tab.click(place);
      return place;
    };
    const shows = (state) => tab.waitFor(`${BUTTON}.state === "${state}"`);

    await context.test("two Enters start one session, and the link has the focus", { skip: !tab.enter }, async () => {
      await open("link");
      await tab.enter();
      await shows("started");
      assert.equal(await tab.run(`return ${BUTTON}.shadowRoot.activeElement.getAttribute("part")`), "link");
      await tab.enter();
      assert.equal(site.asked.length, 1);
    });

    await context.test("two clicks at one place start one session", async () => {
      await open("code");
      const place = await click();
      await shows("started");
      await tab.click(place);
      assert.equal(site.asked.length, 1);
    });

    await context.test("a page that is loaded anew goes on under the same key", async () => {
      await open("slow");
      await click();
      await tab.waitFor(`${BUTTON}.state === "starting"`);
      await load();
      await tab.run(`${BUTTON}.email = "slow@example.com"; ${BUTTON}.start()`);
      while (site.asked.length < 2) await tab.run("return 0");
      assert.equal(new Set(site.asked.map(({ key }) => key)).size, 1);
    });

    await context.test("Messenger joins, and stops", async () => {
      await open("code");
      await tab.run(`(${messengerStub})()`);
      await click();
      await shows("joined");
      await tab.run("messenger.end()");
      await shows("ended");
    });
  });
}

/** A tab as this test needs it, whatever drives it. */
async function pages(name) {
  const browser = await launch(name);
  const tab = await browser.newPage();
  return {
    goto: (url) => tab.goto(url),
    run: (script) => tab.evaluate(new Function(script)),
    waitFor: (condition) => tab.waitForFunction(condition, { timeout: 30_000, polling: 50 }),
    enter: () => tab.keyboard.press("Enter"),
    click: ({ x, y }) => tab.mouse.click(x, y),
    close: () => browser.close(),
  };
}
