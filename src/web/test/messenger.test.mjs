// Where Genesys' Messenger runs on the page, the session is joined there.
import assert from "node:assert/strict";
import { messengerStub } from "./messenger-stub.mjs";
import { json, problemOf } from "./server.mjs";
import { askedTimes, keys, visit } from "./visitor.mjs";

const SESSION = json(201, { id: "session-1", joinCode: "483920", deploymentId: "deployment-1" });
const ENDED = { status: 204 };
const IN_MESSENGER = { joinCode: "483920", sessionId: "session-1" };

/** The commands that Messenger was given. */
const told = (visitor) => visitor.tab.evaluate(() => messenger.told.filter(([kind]) => kind === "command").map(([, ...command]) => command));
const ACCEPTED = ["CobrowseService.acceptSession", IN_MESSENGER];

/** A page with Messenger, which behaves so, and without the code. */
async function page({ still }, how = {}) {
  const visitor = await still("/", [messengerStub, how]);
  await visitor.run((button) => button.removeAttribute("show-code"));
  await visitor.pass(0);
  return visitor;
}

const becomes = (visitor, how) => visitor.run((button, change) => void Object.assign(messenger.how, change), how);

async function joined(test, how) {
  test.site.answers(SESSION);
  const visitor = await page(test, how);
  await visitor.press();
  await visitor.shows("joined");
  return visitor;
}

visit("an offer is accepted, and the visitor told who sees the page", async (test) => {
  const visitor = await joined(test);
  assert.match(await visitor.says(), /can see this page/);
  assert.deepEqual(await told(visitor), [ACCEPTED]);
  assert.deepEqual(await visitor.heard(), ["cobrowse-started session-1", "cobrowse-joined session-1"]);
  assert.equal(await visitor.part("code"), null);
  assert.ok(await visitor.focused());
  assert.equal(await visitor.text("stop"), "Stop sharing");
});

visit("Stop sharing stops it in Messenger, and ends it under the key of its start", async (test) => {
  const visitor = await joined(test);
  test.site.answers(ENDED);
  await visitor.run((button) => (button.token = "visitors-token"));
  await visitor.press("stop");
  await visitor.shows("ended");
  await askedTimes(test.site, 2);
  assert.match(await visitor.says(), /no longer|any more/);
  const [, { method, path, authorization }] = test.site.asked;
  assert.deepEqual([method, path], ["DELETE", "/v1/cobrowse-sessions/session-1?deploymentId=deployment-1"]);
  assert.equal(authorization, "Bearer visitors-token");
  assert.equal(keys(test.site), 1);
  assert.equal((await visitor.heard())[2], "cobrowse-ended session-1");
});

visit("reset() ends what is shared, under the key of its start", async (test) => {
  const visitor = await joined(test);
  test.site.answers(ENDED);
  await visitor.run((button) => button.reset());
  await askedTimes(test.site, 2);
  assert.deepEqual((await told(visitor)).at(-1)[0], "CobrowseService.stopSession");
  assert.equal(test.site.asked[1].method, "DELETE");
  assert.equal(keys(test.site), 1);
});

visit("a session that Messenger ends is over, once", async (test) => {
  const visitor = await joined(test);
  await visitor.run(() => (messenger.end(), messenger.publish("CobrowseService.sessionEnded", {})));
  assert.equal(await visitor.state(), "ended");
  assert.deepEqual((await visitor.heard()).slice(2), ["cobrowse-ended session-1"]);
  assert.equal(test.site.asked.length, 1);
});

visit("a stop that Messenger refuses is not told as one, whatever the API says, and can be tried again", async (test) => {
  for (const answer of [ENDED, problemOf(404, "target-not-found"), problemOf(503, "genesys-unavailable", true)]) {
    const visitor = await joined(test, { stop: "refuse" });
    test.site.answers(answer, ENDED);
    await visitor.press("stop");
    await visitor.shows("unsure");
    assert.match(await visitor.says(), /may still see this page/);
    assert.doesNotMatch(await visitor.says(), /no longer|any more/);
    await becomes(visitor, { stop: "ok" });
    await visitor.press("stop");
    await visitor.shows("ended");
    await visitor.tab.close();
    test.site.asked.length = 0;
  }
});

visit("a stop that Messenger does not answer is unsure after ten seconds, until its end is told", async (test) => {
  const visitor = await joined(test, { stop: "silent" });
  test.site.answers(ENDED);
  await visitor.press("stop");
  await visitor.pass(10);
  await visitor.shows("unsure");
  await visitor.run(() => messenger.end());
  await visitor.shows("ended");
});

visit("an acceptance that Messenger refuses shares nothing, and can be tried again under the same key", async (test) => {
  test.site.answers(SESSION, SESSION);
  const visitor = await page(test, { accept: "refuse" });
  await visitor.click();
  assert.ok(["started", "failed"].includes(await visitor.state()));
  assert.doesNotMatch(await visitor.tab.content() + (await visitor.says()), /4\s*8\s*3\s*9\s*2\s*0/);
  await becomes(visitor, { accept: "ok" });
  await visitor.press();
  await visitor.shows("joined");
  assert.equal(keys(test.site), 1);
});

visit("Messenger that is never ready is sent nothing", async (test) => {
  test.site.answers(SESSION);
  const visitor = await page(test, { ready: null });
  await visitor.press();
  await visitor.until(() => heard.some(({ type }) => type === "cobrowse-started"));
  await visitor.pass(10);
  await visitor.shows("failed");
  assert.deepEqual(await told(visitor), []);
});

visit("an acceptance that Messenger does not answer is unsure, and heard of if it is answered later", async (test) => {
  test.site.answers(SESSION);
  const visitor = await page(test, { accept: "silent" });
  await visitor.press();
  await visitor.until(() => messenger.told.some(([, name]) => name === "CobrowseService.acceptSession"));
  assert.equal(await visitor.state(), "starting");
  await visitor.pass(10);
  await visitor.shows("unsure");
  await visitor.run(() => messenger.startElsewhere("session-1"));
  await visitor.shows("joined");
});

visit("a session without a code is joined by its link", async (test) => {
  test.site.answers(json(201, { id: "s", joinUrl: "https://join.example/s" }));
  const visitor = await page(test);
  assert.equal(await visitor.click(), "started");
  assert.ok(await visitor.text("link"));
  assert.deepEqual(await told(visitor), []);
});

visit("a second press, whatever presses, stops nothing", async (test) => {
  for (const key of ["Enter", "Space", undefined]) {
    test.site.answers(SESSION);
    const visitor = await page(test);
    const { x, y, width, height } = await (await visitor.part("button")).boundingBox();
    const press = () => (key ? visitor.tab.keyboard.press(key) : visitor.tab.mouse.click(x + width / 2, y + height / 2));
    await visitor.run((button) => button.focus());
    await press();
    await visitor.shows("joined");
    await visitor.pass(1);
    await press();
    assert.equal(await visitor.state(), "joined", key);
    assert.equal((await told(visitor)).length, 1, key);
    await visitor.tab.close();
  }
});

visit("on the next page, what was joined may still be seen, and no click starts another session", async (test) => {
  const visitor = await joined(test, { resume: "silent" });
  await visitor.tab.reload();
  await visitor.shows("unsure");
  assert.match(await visitor.says(), /may still see this page/);
  await visitor.run((button) => button.start());
  assert.equal(test.site.asked.length, 1);
  await visitor.run(() => messenger.publish("CobrowseService.sessionStarted", { sessionId: "session-1" }));
  await visitor.shows("joined");
});

visit("sharing that began in Messenger's own window is told, too", async (test) => {
  const visitor = await page(test);
  await visitor.run(() => messenger.startElsewhere());
  await visitor.shows("joined");
  assert.equal(test.site.asked.length, 0);
});
