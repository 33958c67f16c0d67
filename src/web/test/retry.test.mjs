// What passes is tried again, when the answer says, under the same key.
import assert from "node:assert/strict";
import { json, problemOf, serve } from "./server.mjs";
import { keys, visit } from "./visitor.mjs";

const SESSION = json(201, { id: "session-1", joinUrl: "https://join.example/session-1" });
const busy = (retryAfter) => problemOf(503, "genesys-rate-limited", true, { "Retry-After": retryAfter });

/** Presses; the answer is waited for so long and no shorter, then the session is there. */
async function waits(visitor, site, seconds) {
  await visitor.press();
  await visitor.shows("waiting");
  await visitor.pass(seconds - 0.001);
  assert.equal(await visitor.state(), "waiting");
  assert.equal(site.asked.length, 1);
  await visitor.pass(0.001);
  await visitor.until((button) => button.shadowRoot.querySelector("[part~=link]"));
  assert.equal(site.asked.length, 2);
  assert.equal(keys(site), 1);
  assert.deepEqual(await visitor.heard(), ["cobrowse-started session-1"]);
}

/** Presses; the answer is too far away for the button to wait for it, which it says. */
async function canTryAgainIn(visitor, seconds) {
  await visitor.press();
  await visitor.until(() => heard.some(({ type }) => type === "cobrowse-failed"));
  await visitor.pass(seconds - 1);
  assert.equal(await visitor.state(), "waiting");
  await visitor.pass(1);
  await visitor.shows("failed");
}

visit("Retry-After in seconds is waited for", async ({ site, still }) => {
  site.answers(busy("2"), SESSION);
  await waits(await still(), site, 2);
});

visit("Retry-After as a date is waited for", async ({ site, still }) => {
  const visitor = await still();
  // By the clock of the page, which stands still; dates have whole seconds.
  site.answers(busy(new Date(Date.now() + 40_000).toUTCString()), SESSION);
  await visitor.press();
  await visitor.shows("waiting");
  await visitor.pass(30);
  assert.equal(await visitor.state(), "waiting");
  await visitor.pass(31);
  await visitor.until((button) => button.shadowRoot.querySelector("[part~=link]"));
  assert.equal(keys(site), 1);
});

visit("the gateway's throttle, which says no time, is asked again after three seconds", async ({ site, still }) => {
  site.answers(json(429, { message: "Too Many Requests" }), SESSION);
  await waits(await still(), site, 3);
});

visit("a click while it waits asks for nothing", async ({ site, still }) => {
  site.answers(busy("60"));
  const visitor = await still();
  await visitor.press();
  await visitor.shows("waiting");
  await visitor.run((button) => button.start().then(() => {}, () => {}) && undefined);
  assert.equal(await visitor.state(), "waiting");
  assert.equal(site.asked.length, 1);
});

visit("a long Retry-After is not waited for by itself", async ({ site, still }) => {
  site.answers(busy("300"), SESSION);
  const visitor = await still();
  await canTryAgainIn(visitor, 300);
  assert.deepEqual(await visitor.heard(), ["cobrowse-failed genesys-rate-limited"]);
  assert.equal(site.asked.length, 1);
  assert.equal(await visitor.click(), "started");
  assert.equal(keys(site), 1);
});

visit("an absurd Retry-After, wrong by hours, locks nobody out for more than five minutes", async ({ site, still }) => {
  site.answers(busy("86400"));
  await canTryAgainIn(await still(), 300);
});

visit("an API of another origin is reached, and its Retry-After read", async ({ site, still }) => {
  const api = await serve();
  try {
    api.answers(busy("300"));
    const visitor = await still();
    await visitor.run((button, endpoint) => Object.assign(button, { token: () => "visitors-token", endpoint }), `${api.url}/`);
    await canTryAgainIn(visitor, 300);
    assert.equal(api.asked[0].authorization, "Bearer visitors-token");
    assert.ok(api.asked[0].key);
    assert.equal(site.asked.length, 0);
  } finally {
    api.close();
  }
});

visit("another target while it waits is not asked for, nor is the first one again", async ({ site, still }) => {
  site.answers(busy("20"), SESSION);
  const visitor = await still();
  await visitor.press();
  await visitor.shows("waiting");
  await visitor.run((button) => (button.conversationId = "conversation-2"));
  assert.equal(await visitor.state(), "idle");
  await visitor.pass(20);
  assert.equal(await visitor.state(), "idle");
  assert.equal(site.asked.length, 1);
});

visit("an element taken out while it waits keeps its key, and is ready when put back", async ({ site, still }) => {
  site.answers(busy("20"), SESSION);
  const visitor = await still();
  await visitor.press();
  await visitor.shows("waiting");
  await visitor.run((button) => (window.taken = button).remove());
  await visitor.pass(20);
  await visitor.tab.evaluate(() => document.body.append(taken));
  await visitor.shows("idle");
  assert.deepEqual(await visitor.heard(), []);
  assert.equal(site.asked.length, 1);
  await visitor.click();
  assert.equal(keys(site), 1);
});

visit("an element put in place of a waiting one waits on, and shows the session", async ({ site, still }) => {
  site.answers(busy("20"), SESSION);
  const visitor = await still();
  await visitor.press();
  await visitor.shows("waiting");
  await visitor.run((button) => button.replaceWith(button.cloneNode()));
  assert.equal(await visitor.state(), "waiting");
  await visitor.pass(20);
  await visitor.until((button) => button.shadowRoot.querySelector("[part~=link]"));
  assert.deepEqual(await visitor.heard(), ["cobrowse-started session-1"]);
  assert.equal(keys(site), 1);
});
