// The agent's side: starts, shows the code to read out and until when it is good, and ends.
import assert from "node:assert/strict";
import { json, problemOf } from "./server.mjs";
import { askedTimes, keys, visit } from "./visitor.mjs";

const SESSION = { id: "session-1", joinCode: "483920", deploymentId: "deployment-1" };
const PAGE = `<!doctype html><html lang="en"><title>A desk</title><script type="module" src="/cobrowse-offer.js"></script>
  <cobrowse-offer conversation-id=" conversation-1 "></cobrowse-offer>`;

/** The agent's page; `says`, `press` and `shows` are of its element. */
async function desk({ site, still }) {
  site.pages["/desk"] = PAGE;
  const { tab } = await still("/desk");
  const run = (script, ...values) => tab.$eval("cobrowse-offer", script, ...values);
  await run((offer) => (offer.token = () => "agents-token"));
  return {
    tab,
    run,
    says: () => run((offer) => offer.shadowRoot.firstElementChild.innerText.replace(/\s+/g, " ")),
    press: (part) => run((offer, name) => offer.shadowRoot.querySelector(`[part~=${name}]`).click(), part),
    shows: (state) => until(() => run((offer, name) => offer.state === name, state)),
    pass: (seconds) => tab.evaluate((milliseconds) => letPass(milliseconds), seconds * 1000),
  };
}

/** Asks until it is so: the page's own timers stand still. */
async function until(isSo) {
  const end = Date.now() + 20_000;
  while (!(await isSo())) assert.ok(Date.now() < end, `never ${isSo}`);
}

visit("Start shows the code to read out, and End ends it under the key of its start", async (test) => {
  const agent = await desk(test);
  test.site.answers(json(201, { ...SESSION, dateOfferEnds: new Date(Date.now() + 300_000).toISOString() }), { status: 204 });
  await agent.press("start");
  await agent.shows("started");
  assert.match(await agent.says(), /483 ?920.*Good until .*\d:\d\d/);
  await agent.press("end");
  await agent.shows("ended");
  const [start, end] = test.site.asked;
  assert.equal(start.body, '{"conversationId":"conversation-1"}');
  assert.deepEqual([end.method, end.path, end.authorization], ["DELETE", "/v1/cobrowse-sessions/session-1?deploymentId=deployment-1", "Bearer agents-token"]);
  assert.equal(keys(test.site), 1);
  assert.doesNotMatch(await agent.says(), /483/);
});

visit("an end that is refused is not told as one", async (test) => {
  const agent = await desk(test);
  test.site.answers(json(201, SESSION), problemOf(503, "genesys-unavailable", true), { status: 204 });
  await agent.press("start");
  await agent.shows("started");
  await agent.press("end");
  await askedTimes(test.site, 2);
  await until(() => agent.run((offer) => offer.shadowRoot.textContent.includes("may still be open")));
  await agent.press("end");
  await agent.shows("ended");
  assert.equal(keys(test.site), 1);
});

visit("an offer that has expired takes its code with it, and Start makes a new one under a new key", async (test) => {
  const agent = await desk(test);
  const soon = () => json(201, { ...SESSION, dateOfferEnds: new Date(Date.now() + 60_000).toISOString() });
  test.site.answers(soon(), json(201, { ...SESSION, joinCode: "111222" }));
  await agent.press("start");
  await agent.shows("started");
  await agent.pass(61);
  await agent.shows("expired");
  assert.doesNotMatch(await agent.run((offer) => offer.shadowRoot.innerHTML), /483/);
  await agent.press("start");
  await agent.shows("started");
  assert.match(await agent.says(), /111 ?222/);
  assert.equal(keys(test.site), 2);
});
