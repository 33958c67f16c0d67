// What a started session gives its visitor.
import assert from "node:assert/strict";
import { json, problemOf } from "./server.mjs";
import { keys, visit } from "./visitor.mjs";
import { english } from "./words.mjs";

const WORDS = await english();
const session = (members) => json(201, { id: "session-1", ...members });
const CODE = session({ joinCode: "483920" });
const NOT_FETCHED = session({ fetched: false });
const KNOWN = /session-1/;
const LOOK = "Get the join link";

async function allowClipboard({ profile, site }) {
  await profile.overridePermissions(site.url, ["clipboard-read", "clipboard-sanitized-write"]);
}

visit("link and code are both offered, with the end of the offer", async ({ site, open }) => {
  const joinUrl = "https://join.example/s";
  site.answers(session({ joinUrl, joinCode: "483920", dateOfferEnds: new Date(Date.now() + 600_000).toISOString() }));
  const visitor = await open();
  assert.equal(await visitor.click(), "started");
  const link = await visitor.run((button) => {
    const { href, target, rel } = button.shadowRoot.querySelector("[part~=link]");
    return { href, target, rel };
  });
  assert.deepEqual(link, { href: joinUrl, target: "_blank", rel: "noopener noreferrer" });
  assert.equal(await visitor.code(), "483920");
  assert.match(await visitor.text("ends"), /\d:\d\d/);
});

visit("a code is shown only where the page wants that", async ({ site, open }) => {
  site.answers(session({ joinUrl: "https://join.example/s", joinCode: "483920" }), session({ joinCode: "483920" }));
  const visitor = await open();
  await visitor.run((button) => (button.removeAttribute("show-code"), button.append("Call 0800 123")));
  assert.equal(await visitor.click(), "started");
  const isAnywhere = () => visitor.run((button) => /4\s*8\s*3\s*9\s*2\s*0/.test(document.documentElement.outerHTML + button.shadowRoot.innerHTML));
  assert.equal(await isAnywhere(), false);
  // And without a link, nor Messenger, there is no way in: the page's own content is.
  await visitor.run((button) => (button.conversationId = "conversation-2"));
  await visitor.click();
  assert.equal(await isAnywhere(), false);
  assert.equal(await visitor.run((button) => button.shadowRoot.querySelector("slot").checkVisibility() || !button.shadowRoot.querySelector("slot").hidden), true);
}, { todo: "until the button knows show-code" });

visit("a code is copied", async ({ site, profile, open }) => {
  site.answers(CODE);
  await allowClipboard({ profile, site });
  const visitor = await open();
  await visitor.click();
  await visitor.press("copy");
  await visitor.until(() => navigator.clipboard.readText());
  assert.equal(await visitor.tab.evaluate(() => navigator.clipboard.readText()), "483920");
});

visit("a code that is selected and copied is the code alone", async ({ site, profile, open }) => {
  site.answers(CODE);
  await allowClipboard({ profile, site });
  const visitor = await open();
  await visitor.click();
  await visitor.run((button) => getSelection().selectAllChildren(button.shadowRoot.querySelector(".code, [part~=code]")));
  await visitor.tab.keyboard.down("Control");
  await visitor.tab.keyboard.press("KeyC", { commands: ["Copy"] });
  await visitor.tab.keyboard.up("Control");
  await visitor.until(() => navigator.clipboard.readText());
  assert.equal((await visitor.tab.evaluate(() => navigator.clipboard.readText())).replaceAll(" ", ""), "483920");
});

visit("a code that cannot be copied: the button says so", async ({ site, open }) => {
  site.answers(CODE);
  const visitor = await open();
  await visitor.click();
  await visitor.run(() => (navigator.clipboard.writeText = () => Promise.reject(new Error("denied"))));
  await visitor.press("copy");
  await visitor.until((button, words) => button.shadowRoot.textContent.includes(words), WORDS.notCopied);
  assert.equal(await visitor.code(), "483920");
});

visit("what is no web address is no link", async ({ site, open }) => {
  for (const joinUrl of ["javascript:alert(1)", "data:text/html,x", "//join.example/s", "no address"]) {
    site.answers(session({ joinUrl, joinCode: "483920" }));
    const visitor = await open();
    await visitor.click();
    assert.equal(await visitor.code(), "483920");
    assert.equal(await visitor.part("link"), null, joinUrl);
    await visitor.tab.close();
  }
});

visit("markup from the API stays text", async ({ site, open }) => {
  site.answers(session({ joinCode: "<img src=x onerror=alert(1)>" }));
  const visitor = await open();
  await visitor.click();
  assert.equal((await visitor.code()).replaceAll(" ", ""), "<imgsrc=xonerror=alert(1)>");
});

visit("a session without a way to join is looked up, not started again", async ({ site, open }) => {
  site.answers(session({ fetched: false, deploymentId: "deployment-1" }), session({ fetched: true }), CODE);
  const visitor = await open();
  await visitor.click();
  assert.match(await visitor.says(), KNOWN);
  assert.equal(await visitor.text("button"), LOOK);
  await visitor.click();
  assert.match(await visitor.says(), KNOWN);
  // Nothing new was learnt, so nothing is told.
  assert.deepEqual(await visitor.heard(), ["cobrowse-started session-1"]);
  await visitor.click();
  assert.equal(await visitor.code(), "483920");
  assert.equal(await visitor.text("button"), undefined);
  assert.deepEqual(await visitor.heard(), ["cobrowse-started session-1", "cobrowse-started session-1"]);
  const [start, look] = site.asked;
  assert.deepEqual([start.method, look.method, look.path], ["POST", "GET", "/v1/cobrowse-sessions/session-1?deploymentId=deployment-1"]);
  // By its key the API knows that the session is this visitor's own.
  assert.equal(keys(site), 1);
  assert.equal(site.asked.length, 3);
});

visit("a look-up that may pass is made again once, then explained", async ({ site, open }) => {
  const answer = problemOf(503, "genesys-unavailable", true, { "Retry-After": "0" });
  site.answers(NOT_FETCHED, answer, answer, CODE);
  const visitor = await open();
  await visitor.click();
  await visitor.click();
  assert.match(await visitor.says(), KNOWN);
  assert.ok((await visitor.says()).includes(WORDS["genesys-unavailable"]), await visitor.says());
  assert.equal(await visitor.text("button"), LOOK);
  assert.deepEqual(await visitor.heard(), ["cobrowse-started session-1", "cobrowse-failed genesys-unavailable"]);
  assert.equal(site.asked.length, 3);
  await visitor.click();
  assert.equal(await visitor.code(), "483920");
});

visit("a look-up waits as long as Retry-After says", async ({ site, still }) => {
  site.answers(NOT_FETCHED, problemOf(503, "genesys-rate-limited", true, { "Retry-After": "300" }));
  const visitor = await still();
  await visitor.click();
  await visitor.press();
  await visitor.shows("waiting");
  assert.match(await visitor.says(), KNOWN);
  await visitor.pass(299);
  assert.equal(await visitor.state(), "waiting");
  assert.equal(site.asked.length, 2);
});

// Under the strict policy, visitors known by e-mail or conversation alone may never look up.
const LOOK_UPS = {
  "caller-not-allowed": [403, undefined],
  "target-not-found": [404, undefined],
  "genesys-rejected": [502, LOOK],
  "internal-error": [500, LOOK],
};
visit("a look-up that fails says why, and goes not in circles", async ({ site, still }) => {
  for (const [code, [status, offer]] of Object.entries(LOOK_UPS)) {
    site.answers(NOT_FETCHED, problemOf(status, code));
    const visitor = await still();
    await visitor.click();
    await visitor.click();
    assert.match(await visitor.says(), KNOWN);
    assert.ok((await visitor.says()).includes(WORDS[`look:${code}`] ?? WORDS[code]), await visitor.says());
    assert.equal(await visitor.text("button"), offer, code);
    assert.deepEqual(await visitor.heard(), ["cobrowse-started session-1", `cobrowse-failed ${code}`]);
    if (!offer) {
      site.answers(CODE);
      assert.equal(await visitor.another(), "started", code);
    }
    await visitor.tab.close();
  }
});

visit("a look-up by a visitor who was signed out asks to sign in, and goes on afterwards", async ({ site, open }) => {
  site.answers(NOT_FETCHED, json(401, { message: "Unauthorized" }), CODE);
  const visitor = await open();
  await visitor.click();
  await visitor.click();
  assert.deepEqual(await visitor.heard(), ["cobrowse-started session-1", "cobrowse-failed sign-in-needed"]);
  assert.equal(await visitor.text("button"), LOOK);
  await visitor.click();
  assert.equal(await visitor.code(), "483920");
});
