// A visitor's tab with the button in it, in Chromium: what is seen there, pressed there, and what the page hears.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { lacks, launch } from "./browser.mjs";
import { serve } from "./server.mjs";

const MAX_MILLISECONDS = 20_000;
const BUSY = ["starting", "waiting"];
let browser;

after(() => browser?.close());

/**
 * A test with a site and a browser of its own.
 *
 * @param run gets `site`; `open(path, ...scripts)`, which opens a page in a new tab and first runs there the scripts, each a
 *   function, or one with its values; and `still`, the same with a clock that the test owns
 */
export function visit(name, run, options = {}) {
  test(name, { skip: lacks("chrome"), ...options }, async (context) => {
    browser ??= await launch();
    const [site, profile] = await Promise.all([serve(), browser.createBrowserContext()]);
    context.after(() => Promise.all([profile.close(), site.close()]));
    const open = async (path = "/", ...scripts) => {
      const tab = await profile.newPage();
      const visitor = new Visitor(tab);
      for (const script of [HEARS, ...scripts]) await tab.evaluateOnNewDocument(...[script].flat());
      await tab.goto(new URL(path, site.url).href);
      return visitor;
    };
    const still = (path, ...scripts) => open(path, STANDS_STILL, ...scripts);
    await run({ site, profile, open, still });
  });
}

/** Remembers the events of the page. */
function HEARS() {
  window.heard = [];
  for (const name of ["starting", "started", "joined", "ended", "failed"])
    document.addEventListener(`cobrowse-${name}`, ({ type, detail }) => heard.push({ type, detail }));
}

/** The page's time stands still until `letPass` lets it pass. */
function STANDS_STILL() {
  const [began, Real] = [Date.now(), Date];
  let now = 0;
  let last = 0;
  let timers = [];
  const later = (run, at, every) => (timers.push({ id: ++last, run, at, every }), last);
  window.Date = class extends Real {
    constructor(...parts) {
      super(...(parts.length ? parts : [began + now]));
    }
    static now = () => began + now;
  };
  performance.now = () => now;
  window.setTimeout = (run, delay = 0, ...values) => later(() => run(...values), now + Math.max(delay, 0));
  window.setInterval = (run, delay, ...values) => later(() => run(...values), now + delay, Math.max(delay, 1));
  window.clearTimeout = window.clearInterval = (id) => (timers = timers.filter((timer) => timer.id !== id));
  window.letPass = async (milliseconds) => {
    const end = now + milliseconds;
    for (;;) {
      const [due] = timers.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at);
      if (!due) break;
      now = Math.max(now, due.at);
      if (due.every) due.at += due.every;
      else clearTimeout(due.id);
      due.run();
      // What it has resolved may set the next one.
      await new Promise((resolve) => queueMicrotask(resolve));
    }
    now = end;
  };
}

export class Visitor {
  constructor(tab) {
    this.tab = tab;
    this.said = [];
    this.failures = [];
    tab.on("pageerror", ({ message }) => this.failures.push(message));
    tab.on("console", (message) => this.said.push({ type: message.type(), text: message.text() }));
  }

  /** Runs a function in the page, with the button and the values. */
  run(script, ...values) {
    return this.tab.$eval("cobrowse-button", script, ...values);
  }

  state() {
    return this.run((button) => button.state);
  }

  /** All that can be read in the button, with single blanks. */
  says() {
    return this.run((button) =>
      [...button.shadowRoot.children].map((node) => (node.checkVisibility() ? node.innerText : "")).join(" ").replace(/\s+/g, " ").trim(),
    );
  }

  /** What a part says, or undefined where it is not there or not seen. */
  text(part) {
    return this.run((button, name) => {
      const node = button.shadowRoot.querySelector(`[part~=${name}]`);
      return node?.checkVisibility() ? node.innerText.replace(/\s+/g, " ").trim() : undefined;
    }, part);
  }

  /** A code in groups is the same code. */
  async code() {
    return (await this.text("code"))?.replaceAll(" ", "");
  }

  part(name) {
    return this.tab.$(`cobrowse-button >>> [part~=${name}]`);
  }

  /** Waits until a function of the page has something to say. */
  async until(script, ...values) {
    const end = Date.now() + MAX_MILLISECONDS;
    for (;;) {
      const value = await this.run(script, ...values);
      if (value) return value;
      assert.ok(Date.now() < end, `never ${script} ${values}: ${await this.state()}, ${await this.says()}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  shows(state) {
    return this.until((button, name) => button.state === name, state);
  }

  reads(text) {
    return this.until((button, wanted) => button.shadowRoot.querySelector("[part~=status]").innerText.replace(/\s+/g, " ").includes(wanted), text);
  }

  settled() {
    return this.until((button, busy) => !busy.includes(button.state) && button.state, BUSY);
  }

  async press(part = "button") {
    const node = await this.part(part);
    assert.ok(node, `there is no ${part}`);
    await node.click();
  }

  /** Presses and waits for the outcome. */
  async click(part) {
    await this.press(part);
    return this.settled();
  }

  /** Lets the page's time pass. */
  pass(seconds) {
    return this.tab.evaluate((milliseconds) => letPass(milliseconds), seconds * 1000);
  }

  /** Starts another session, which can be done only after a pause, from where it is tucked away. */
  async another() {
    await this.pass(3);
    await this.run((button) => button.shadowRoot.querySelectorAll("details").forEach((node) => (node.open = true)));
    return this.click("another");
  }

  /** What the page heard, but for the beginnings: `cobrowse-failed target-not-found`. */
  async heard() {
    const events = await this.tab.evaluate(() => heard);
    return events.filter(({ type }) => type !== "cobrowse-starting").map(({ type, detail }) => `${type} ${detail.code ?? detail.id}`);
  }

  focused() {
    return this.run((button) => button.shadowRoot.activeElement?.part.value);
  }

  warned(words) {
    assert.ok(this.said.some(({ type, text }) => type === "warn" && text.includes(words)), JSON.stringify(this.said));
  }
}

/** How many keys were sent: how many sessions there can be. */
export function keys({ asked }) {
  return new Set(asked.map(({ key }) => key)).size;
}

/** Waits until the site was asked so often. */
export async function askedTimes({ asked }, times) {
  const end = Date.now() + MAX_MILLISECONDS;
  while (asked.length < times) {
    assert.ok(Date.now() < end, `asked ${asked.length} times, not ${times}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
