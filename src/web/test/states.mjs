// Every state of the button: who asks, how Messenger behaves, and what is then done, in the browser.
import { messengerStub } from "./messenger-stub.mjs";

export const STATES = {
  idle: {},
  disabled: { run: (button) => (button.disabled = true) },
  typing: { run: (button) => (button.email = null, button.enterCode = true) },
  starting: { who: "slow", click: true, shows: "starting" },
  waiting: { who: "busy", click: true, shows: "waiting" },
  later: { who: "later", click: true, shows: "waiting" },
  asking: { who: "soon", click: true, shows: "asking", messenger: {} },
  offered: { run: (button) => ((button.answerOffers = true), messenger.offer()), shows: "offered", messenger: {} },
  link: { who: "link", click: true, shows: "started" },
  code: { who: "code", click: true, shows: "started" },
  both: { who: "both", click: true, shows: "started" },
  joined: { who: "code", click: true, shows: "joined", messenger: {} },
  unsure: { who: "code", click: true, between: "joined", shows: "unsure", messenger: { stop: "refuse" }, run: (button) => button.shadowRoot.querySelector("[part=stop]").click() },
  ended: { who: "code", click: true, between: "joined", shows: "ended", messenger: {}, run: () => messenger.end() },
  expired: { who: "over", click: true, shows: "expired" },
  failed: { who: "nobody", click: true, shows: "failed" },
  unclear: { who: "unclear", click: true, shows: "failed" },
  unjoinable: { who: "unjoinable", click: true, shows: "failed" },
};

export function page({ lang = "en", dir = "ltr", style = "", module = "/cobrowse-button.js" } = {}) {
  return `<!doctype html>
    <html lang="${lang}" dir="${dir}">
    <title>A shop</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <style>body { margin: 0; padding: 1.5rem; font: 1rem/1.5 system-ui, sans-serif; ${style} }</style>
    <script type="module" src="${module}"></script>
    <main><h1>A shop</h1><cobrowse-button show-code>Call 0800 123</cobrowse-button></main>`;
}

/** Brings the button on the page into the state. */
export async function show(tab, { who = "link", click, between, shows, messenger, run }) {
  const reads = (state) => tab.waitForFunction((name) => document.querySelector("cobrowse-button").state === name, { timeout: 30_000 }, state);
  if (messenger) {
    await tab.evaluate(messengerStub, messenger);
    // The button looks for it now and then.
    await tab.waitForFunction(() => messenger.told.length > 3);
  }
  await tab.evaluate((email) => (document.querySelector("cobrowse-button").email = email), `${who}@example.com`);
  if (click) await tab.evaluate(() => document.querySelector("cobrowse-button").click());
  if (between) await reads(between);
  if (run) await tab.$eval("cobrowse-button", run);
  if (shows) await reads(shows);
}
