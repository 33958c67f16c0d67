// The demo: what the agent sees there is what is so, and what the button says of it is true; whatever goes wrong.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { test } from "node:test";
import { FAULTS } from "../demo/faults.js";
import { visit } from "./visitor.mjs";

const DESK = { width: 1280, height: 800 };
const WEB = new URL("..", import.meta.url);

/** The demo, with the button on the page of its shop. */
class Demo {
  constructor(tab) {
    this.tab = tab;
  }

  async shop() {
    const frame = await (await this.tab.waitForSelector("#shop")).contentFrame();
    await frame.waitForSelector("cobrowse-button:state(idle), cobrowse-button:state(joined), cobrowse-button:state(unsure)");
    return frame;
  }

  async shows(...states) {
    return this.until((wanted) => {
      const button = document.querySelector("#shop").contentDocument?.querySelector("cobrowse-button");
      return wanted.includes(button?.state) && button.state;
    }, states);
  }

  async until(script, ...values) {
    const handle = await this.tab.waitForFunction(script, { timeout: 20_000, polling: 20 }, ...values);
    return handle.jsonValue();
  }

  async press(part) {
    const frame = await (await this.tab.$("#shop")).contentFrame();
    await (await frame.waitForSelector(`cobrowse-button >>> [part~=${part}]`, { visible: true })).click();
  }

  /** What the agent reads on the visitor's page, shadow trees included. */
  agentReads() {
    return this.tab.evaluate(() => {
      const text = (node) => [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes].map(text).join(" ") + (node.data ?? node.value ?? "");
      const frame = document.querySelector("#agent iframe");
      return frame.hidden ? "" : text(frame.contentDocument.body);
    });
  }

  async choose(name, value) {
    await this.tab.evaluate((field, chosen) => {
      const control = document.querySelector("form").elements[field];
      if (control.type === "checkbox") control.checked = chosen;
      else control.value = chosen;
      document.querySelector("form").dispatchEvent(new Event("change"));
      (control.length ? [...control].find((one) => one.value === chosen) ?? control : control).dispatchEvent(new Event("change", { bubbles: true }));
    }, name, value);
    return this.shop();
  }
}

function demo(name, run, options) {
  visit(name, async ({ open, profile }) => {
    const { tab } = await open("/index.html");
    await tab.setViewport(DESK);
    const shown = new Demo(tab);
    await shown.shop();
    await run(shown, profile);
  }, options);
}

demo("what is shared is what the agent sees, on the next page, too, and nothing after its end", async (shown) => {
  assert.equal(await shown.agentReads(), "");
  await shown.press("button");
  await shown.shows("joined");
  await shown.until(() => !document.querySelector("#agent iframe").hidden);
  assert.match(await shown.agentReads(), /Your basket[^]*can see this page/);
  await shown.tab.click("#next");
  await shown.until(() => document.querySelector("#shop").contentDocument.querySelector("h1")?.textContent === "Delivery and payment");
  await shown.shows("joined");
  await shown.until(() => !document.querySelector("#agent iframe").hidden);
  assert.match(await shown.agentReads(), /Ada Quist/);
  assert.doesNotMatch(await shown.agentReads(), /4929/);
  await shown.press("stop");
  await shown.shows("ended");
  assert.equal(await shown.agentReads(), "");
});

demo("the agent ends it, and points at something", async (shown) => {
  await shown.press("button");
  await shown.shows("joined");
  await shown.tab.click("#glass");
  assert.ok(await shown.tab.evaluate(() => document.querySelector("#shop").contentDocument.querySelector(".ring")));
  await shown.tab.click("#end");
  await shown.shows("ended");
  assert.equal(await shown.agentReads(), "");
});

demo("the agent offers", async (shown) => {
  await shown.choose("way", "offer");
  await shown.tab.click("#offer");
  await shown.shows("offered");
  await shown.press("share");
  await shown.shows("joined");
});

demo("a code by phone: the agent's, and no other", async (shown) => {
  await shown.choose("way", "code");
  await shown.tab.evaluate(() => document.querySelector("cobrowse-offer").start());
  const code = await shown.until(() => document.querySelector("cobrowse-offer").shadowRoot.textContent.match(/\d{3}\s*\d{3}/)?.[0]);
  const frame = await shown.shop();
  const type = async (text) => {
    const input = await frame.waitForSelector("cobrowse-button >>> input", { visible: true });
    await input.click({ count: 3 });
    await input.type(text);
    await shown.tab.keyboard.press("Enter");
  };
  await type("000000");
  await shown.shows("failed");
  await type(code);
  await shown.shows("joined");
});

const SHOWN = {
  none: ["joined"],
  slow: ["starting"],
  busy: ["waiting"],
  later: ["waiting"],
  lost: ["failed"],
  unclear: ["failed"],
  nobody: ["failed"],
  unjoinable: ["failed"],
  expires: ["expired"],
  "signed-out": ["failed"],
  absent: ["failed"],
  unready: ["failed"],
  refuses: ["failed"],
  silent: ["unsure"],
};
for (const name of Object.keys(FAULTS)) {
  demo(`with ${name} it shows what is so`, async (shown) => {
    await shown.choose("fault", name);
    await shown.press("button");
    if (SHOWN[name]) return shown.shows(...SHOWN[name]);
    await shown.shows("joined");
    if (name === "next-page") await shown.tab.click("#next");
    else await shown.press("stop");
    await shown.shows("unsure");
    assert.equal(await shown.tab.evaluate(() => document.querySelector("#agent").dataset.sees), "true");
  });
}

demo("language, direction and darkness are the shop's", async (shown) => {
  const root = () => shown.tab.evaluate(() => {
    const { documentElement, body } = document.querySelector("#shop").contentDocument;
    return [documentElement.lang, documentElement.dir, getComputedStyle(body).backgroundColor];
  });
  const [language, direction, colour] = await root();
  assert.deepEqual([language, direction], ["en", "ltr"]);
  await shown.choose("language", "de");
  await shown.choose("rtl", true);
  await shown.choose("dark", true);
  const [other, otherDirection, dark] = await root();
  assert.deepEqual([other, otherDirection], ["de", "rtl"]);
  assert.notEqual(dark, colour);
});

demo("axe-core finds nothing, with the page shared and not", async (shown) => {
  await shown.tab.evaluate(await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
  const found = async () => (await shown.tab.evaluate(() => axe.run())).violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)]);
  assert.deepEqual(await found(), []);
  await shown.press("button");
  await shown.shows("joined");
  assert.deepEqual(await found(), []);
});

demo("a phone is not scrolled sideways", async (shown) => {
  await shown.tab.setViewport({ width: 375, height: 700, isMobile: true, hasTouch: true });
  assert.equal(await shown.tab.evaluate(() => document.documentElement.scrollWidth), 375);
});

visit("in one file it needs no server", async ({ profile }) => {
  execFileSync("node", ["demo/build.mjs"], { cwd: WEB });
  const tab = await profile.newPage();
  await tab.setViewport(DESK);
  const requests = [];
  tab.on("request", (request) => requests.push(request.url()));
  await tab.goto(pathToFileURL(new URL("target/demo/index.html", WEB).pathname).href);
  const shown = new Demo(tab);
  await shown.shop();
  await shown.press("button");
  await shown.shows("joined");
  assert.match(await shown.agentReads(), /Your basket/);
  assert.deepEqual(requests.filter((url) => /^https?:/.test(url)), []);
});
