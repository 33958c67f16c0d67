// The ways in, and out again: a click is not for ever, offers end, and what is written around them is not part of them.
import assert from "node:assert/strict";
import { messengerStub } from "./messenger-stub.mjs";
import { secondsIn } from "../cobrowse-button/retry-after.js";
import { test } from "node:test";
import { held, json, problemOf } from "./server.mjs";
import { askedTimes, keys, visit } from "./visitor.mjs";

const SESSION = json(201, { id: "session-1", joinCode: "483920" });
const told = (visitor) => visitor.tab.evaluate(() => messenger.told.filter(([kind]) => kind === "command").map(([, ...command]) => command));
const page = async ({ still }) => {
  const visitor = await still("/", [messengerStub]);
  await visitor.run((button) => button.removeAttribute("show-code"));
  await visitor.pass(0);
  return visitor;
};

visit("Cancel leads back, keeps the key, and what is answered then is not accepted by itself", async (test) => {
  const answer = held(SESSION);
  test.site.answers(answer, SESSION);
  const visitor = await page(test);
  await visitor.press();
  await askedTimes(test.site, 1);
  await visitor.press("cancel");
  assert.equal(await visitor.state(), "idle");
  answer.letThrough();
  await visitor.tab.evaluate(() => fetch("/nothing").then((response) => response.text()));
  assert.deepEqual([await visitor.state(), await told(visitor)], ["idle", []]);
  await visitor.press();
  await visitor.shows("joined");
  assert.equal(keys(test.site), 1);
});

visit("after a wait it asks, and shares only when told to", async (test) => {
  test.site.answers(problemOf(503, "genesys-unavailable", true, { "Retry-After": "5" }), SESSION, SESSION);
  const visitor = await page(test);
  await visitor.press();
  await visitor.shows("waiting");
  await visitor.pass(5);
  await visitor.shows("asking");
  assert.match(await visitor.says(), /Share now\?/);
  assert.deepEqual(await told(visitor), []);
  await visitor.press("decline");
  assert.equal(await visitor.state(), "idle");
  await visitor.press();
  await visitor.shows("joined");
  assert.equal(keys(test.site), 1);
});

visit("a typed code goes to Messenger alone, without its white space", async (test) => {
  const visitor = await page(test);
  await visitor.run((button) => {
    button.removeAttribute("conversation-id");
    button.enterCode = true;
    button.shadowRoot.querySelector("input").value = " 12 34\t56 ";
  });
  await visitor.press("submit");
  await visitor.shows("joined");
  assert.deepEqual(await told(visitor), [["CobrowseService.acceptSession", { joinCode: "123456" }]]);
  assert.equal(test.site.asked.length, 0);
});

visit("what the agent offers is taken or declined, and goes when it has expired", async (test) => {
  const visitor = await page(test);
  await visitor.run((button) => (button.answerOffers = true, messenger.offer()));
  await visitor.shows("offered");
  await visitor.run(() => messenger.offerGoes("Expired"));
  assert.equal(await visitor.state(), "idle");
  await visitor.run(() => messenger.offer());
  await visitor.press("decline");
  assert.equal(await visitor.state(), "idle");
  await visitor.run(() => messenger.offer());
  await visitor.press("share");
  await visitor.shows("joined");
  const data = { joinCode: "token-offered", sessionId: "session-offered" };
  assert.deepEqual(await told(visitor), [["CobrowseService.declineSession", data], ["CobrowseService.acceptSession", data]]);
});

visit("an offer that ends takes its code with it, and a click gets a new one under a new key", async ({ site, still }) => {
  const answer = json(201, { id: "session-1", joinCode: "483920", dateOfferEnds: new Date(Date.now() + 60_000).toISOString() });
  site.answers(answer, json(201, { id: "session-2", joinCode: "111222" }));
  const visitor = await still();
  await visitor.click();
  await visitor.pass(61);
  await visitor.shows("expired");
  assert.doesNotMatch(await visitor.run((button) => button.shadowRoot.innerHTML), /483/);
  await visitor.click();
  assert.equal(await visitor.code(), "111222");
  assert.equal(keys(site), 2);
});

visit("white space around attributes is no part of them, and a base is not where the API is", async ({ site, open }) => {
  site.pages["/based"] = `<!doctype html><base href="http://localhost:1/"><title>A shop</title>
    <script type="module" src="${site.url}/cobrowse-button.js"></script>
    <cobrowse-button conversation-id="
      conversation-1 " deployment-id=" deployment-1"></cobrowse-button>`;
  const visitor = await open("/based");
  await visitor.click();
  assert.equal(site.asked[0].body, '{"conversationId":"conversation-1","deploymentId":"deployment-1"}');
});

test("Retry-After is read in every form", () => {
  const inSeconds = (seconds) => new Date(Math.ceil(Date.now() / 1000) * 1000 + seconds * 1000);
  const near = (value, seconds) => assert.ok(Math.abs(secondsIn(value) - seconds) <= 20, `${value}: ${secondsIn(value)}`);
  for (const [value, seconds] of [["2.5", 3], ["5, 5", 5], ["3, 20, 7", 20], [" 7 ", 7], ["0", 0], [40, 40], [2.1, 3]]) assert.equal(secondsIn(value), seconds, value);
  for (const value of ["-3", "soon", "", null, undefined]) assert.equal(secondsIn(value), undefined, value);
  const utc = inSeconds(40).toUTCString();
  const [weekday, day, month, year, time] = utc.replace(",", "").split(" ");
  near(utc, 40);
  near(`${weekday}day, ${day}-${month}-${year.slice(2)} ${time} GMT`, 40);
  near(`${weekday} ${month} ${String(Number(day)).padStart(2)} ${time} ${year}`, 40);
  near(`5, ${utc}`, 40);
  assert.equal(secondsIn("Sun, 06 Nov 1994 08:49:37 GMT"), 0);
});
