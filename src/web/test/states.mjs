// Every state of the button: who asks, and what is then done, in the browser.
export const STATES = {
  idle: {},
  disabled: { run: (button) => (button.disabled = true) },
  starting: { who: "slow", click: true, shows: "starting" },
  waiting: { who: "busy", click: true, shows: "waiting" },
  later: { who: "later", click: true, shows: "waiting" },
  link: { who: "link", click: true, shows: "started" },
  code: { who: "code", click: true, shows: "started" },
  both: { who: "both", click: true, shows: "started" },
  unjoinable: { who: "unjoinable", click: true, shows: "started" },
  failed: { who: "nobody", click: true, shows: "failed" },
  unclear: { who: "unclear", click: true, shows: "failed" },
  joined: { who: "code", click: true, shows: "joined", messenger: true },
  ended: { who: "code", click: true, shows: "ended", messenger: true, run: () => window.messengerEnds() },
};

export const MESSENGER = `
  window.Genesys = (kind, name, ...more) => {
    if (kind === "subscribe") window.messengerEnds = more[0];
    else if (name === "CobrowseService.acceptSession") more[1]();
  };`;

export function page({ lang = "en", dir = "ltr", style = "" } = {}) {
  return `<!doctype html>
    <html lang="${lang}" dir="${dir}">
    <title>A shop</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <style>body { margin: 0; padding: 1.5rem; font: 1rem/1.5 system-ui, sans-serif; ${style} }</style>
    <script type="module" src="/cobrowse-button.js"></script>
    <main><h1>A shop</h1><cobrowse-button>Call 0800 123</cobrowse-button></main>`;
}

/** Brings the button on the page into the state. */
export async function show(tab, { who = "link", click, shows, messenger, run }) {
  if (messenger) await tab.evaluate(MESSENGER);
  await tab.evaluate((email) => (document.querySelector("cobrowse-button").email = email), `${who}@example.com`);
  if (click) await tab.evaluate(() => document.querySelector("cobrowse-button").click());
  const during = run && shows === "ended" ? "joined" : shows;
  if (during) await tab.waitForSelector(`cobrowse-button[data-state=${during}]`, { timeout: 5_000 });
  if (run) await tab.$eval("cobrowse-button", run);
  if (shows) await tab.waitForSelector(`cobrowse-button[data-state=${shows}]`, { timeout: 5_000 });
}
