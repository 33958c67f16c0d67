// One click is one session: what is sent, how often, and under which key.
import assert from "node:assert/strict";
import { held, json, LOST, problemOf } from "./server.mjs";
import { askedTimes, keys, visit } from "./visitor.mjs";

const LINK = json(201, { id: "session-1", joinUrl: "https://join.example/session-1" });
const IDLE = "Share this page with an agent";
const signedOut = (button) => (button.token = () => Promise.reject(new Error("signed out")));
const targets = (email) => [(button, address) => (button.removeAttribute("conversation-id"), (button.email = address)), email];

visit("a click sends the target, the token and a key", async ({ site, open }) => {
  site.answers(LINK);
  const visitor = await open();
  await visitor.run((button) => (button.token = async () => "visitors-token"));
  await visitor.click();
  const [{ method, path, body, authorization, key }] = site.asked;
  assert.deepEqual([method, path, body], ["POST", "/v1/cobrowse-sessions", '{"conversationId":"conversation-1"}']);
  assert.equal(authorization, "Bearer visitors-token");
  assert.match(key, /^\d+(-\d+){3}$/);
  assert.deepEqual(await visitor.heard(), ["cobrowse-started session-1"]);
});

visit("a conversation is sent with its deployment, and without a token where there is none", async ({ site, open }) => {
  site.answers(LINK);
  const visitor = await open();
  await visitor.run((button) => (button.deploymentId = "deployment-1"));
  await visitor.click();
  assert.equal(site.asked[0].body, '{"conversationId":"conversation-1","deploymentId":"deployment-1"}');
  assert.equal(site.asked[0].authorization, undefined);
});

visit("an e-mail address, too, is a target", async ({ site, open }) => {
  site.answers(LINK);
  const visitor = await open();
  await visitor.run(...targets("agent@example.com"));
  await visitor.click();
  assert.equal(site.asked[0].body, '{"email":"agent@example.com"}');
});

visit("the token may be the token itself", async ({ site, open }) => {
  site.answers(LINK);
  const visitor = await open();
  await visitor.run((button) => (button.token = "visitors-token"));
  await visitor.click();
  assert.equal(site.asked[0].authorization, "Bearer visitors-token");
});

visit("plain http, where a page has no crypto.randomUUID, starts a session", async ({ site, open }) => {
  site.answers(LINK);
  const visitor = await open(site.elsewhere);
  assert.equal(await visitor.run(() => isSecureContext), false);
  assert.equal(await visitor.click(), "started");
});

visit("a token that cannot be had sends nothing", async ({ site, open }) => {
  const visitor = await open();
  await visitor.run(signedOut);
  await visitor.click();
  assert.deepEqual(await visitor.heard(), ["cobrowse-failed sign-in-needed"]);
  assert.equal(site.asked.length, 0);
});

visit("a click while the answer is awaited is ignored", async ({ site, open }) => {
  const answer = held(LINK);
  site.answers(answer, LINK);
  const visitor = await open();
  await visitor.press();
  await visitor.shows("starting");
  const busy = () => visitor.run((button) => button.shadowRoot.querySelector("[part~=status]").ariaBusy);
  assert.deepEqual([await busy(), await visitor.text("button")], ["true", undefined]);
  await visitor.run((button) => button.shadowRoot.querySelector("[part~=button]").click());
  answer.letThrough();
  await visitor.settled();
  assert.equal(await busy(), null);
  assert.equal(site.asked.length, 1);
});

visit("a lost answer is asked for again under the same key", async ({ site, open }) => {
  site.answers(LOST, LINK);
  const visitor = await open();
  assert.equal(await visitor.click(), "failed");
  assert.deepEqual(await visitor.heard(), ["cobrowse-failed answer-lost"]);
  assert.equal(site.asked.length, 1);
  assert.equal(await visitor.click(), "started");
  assert.equal(keys(site), 1);
});

visit("a lost answer keeps its key whatever is answered after it: it may have been a session's", async ({ site, open }) => {
  const refused = [json(401, { message: "Unauthorized" }), problemOf(500, "internal-error"), problemOf(404, "target-not-found")];
  site.answers(LOST, ...refused, LINK);
  const visitor = await open();
  for (let times = 0; times < 4; times++) assert.equal(await visitor.click(), "failed");
  await visitor.run(signedOut);
  await visitor.click();
  await visitor.run((button) => (button.token = undefined));
  assert.equal(await visitor.click(), "started");
  assert.equal(site.asked.length, 5);
  assert.equal(keys(site), 1);
});

visit("another target after a lost answer is a new attempt, and the first one stays open", async ({ site, open }) => {
  site.answers(LOST, LINK, LINK);
  const visitor = await open();
  await visitor.click();
  await visitor.run((button) => (button.conversationId = "conversation-2"));
  assert.equal(await visitor.state(), "idle");
  await visitor.click();
  await visitor.run((button) => (button.conversationId = "conversation-1"));
  await visitor.click();
  const [first, second, third] = site.asked.map(({ key }) => key);
  assert.notEqual(second, first);
  assert.equal(third, first);
});

visit("another target while the answer is awaited is what the button then offers", async ({ site, open }) => {
  const answer = held(json(201, { id: "session-1", fetched: false }));
  site.answers(answer, LINK);
  const visitor = await open();
  await visitor.press();
  await askedTimes(site, 1);
  await visitor.run((button) => (button.conversationId = "conversation-2"));
  answer.letThrough();
  await visitor.until(() => heard.some(({ type }) => type === "cobrowse-started"));
  assert.deepEqual([await visitor.state(), await visitor.text("button")], ["idle", IDLE]);
  assert.deepEqual(await visitor.heard(), ["cobrowse-started session-1", "cobrowse-failed cannot-join"]);
  await visitor.run((button) => (button.conversationId = "conversation-1"));
  await visitor.click();
  assert.equal(site.asked.length, 2);
  assert.equal(keys(site), 1);
});
