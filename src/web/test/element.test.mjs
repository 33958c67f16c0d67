// The element as those find it who build pages: properties, methods, events, states, and what it warns of.
import assert from "node:assert/strict";
import { json, problemOf } from "./server.mjs";
import { keys, visit } from "./visitor.mjs";
import { english } from "./words.mjs";

const CODE = json(201, { id: "session-1", joinCode: "483920" });
const IDLE = "Share this page with an agent";
const NAMES = { email: "email", userId: "user-id", conversationId: "conversation-id", deploymentId: "deployment-id", endpoint: "endpoint", label: "label" };
const WORDS = await english();

visit("a property is the attribute of its name", async ({ open }) => {
  const visitor = await open();
  for (const [property, attribute] of Object.entries(NAMES)) {
    const seen = await visitor.run((button, name, other) => {
      button[name] = "one";
      const attributes = [button.getAttribute(other)];
      button.setAttribute(other, "two");
      const properties = [button[name]];
      button[name] = null;
      return [...attributes, ...properties, button.getAttribute(other), button[name]];
    }, property, attribute);
    assert.deepEqual(seen, ["one", "two", null, ""], property);
  }
});

visit("the ways in are Boolean attributes and properties", async ({ open }) => {
  const visitor = await open();
  for (const [property, attribute] of Object.entries({ enterCode: "enter-code", answerOffers: "answer-offers", showCode: "show-code", disabled: "disabled" })) {
    const seen = await visitor.run((button, name, other) => {
      button[name] = true;
      const set = button.getAttribute(other);
      button.removeAttribute(other);
      const removed = button[name];
      button.setAttribute(other, "");
      return [set, removed, button[name]];
    }, property, attribute);
    assert.deepEqual(seen, ["", false, true], property);
  }
});

visit("everything that is set before the module has loaded counts", async ({ site, open }) => {
  site.pages["/early"] = `<!doctype html>
    <cobrowse-button></cobrowse-button>
    <script>
      window.early = document.querySelector("cobrowse-button");
      Object.assign(early, { userId: "user-1", token: () => "visitors-token", words: { start: "Hilfe holen" } });
    </script>
    <script type="module" src="/cobrowse-button.js"></script>`;
  site.answers(CODE);
  const visitor = await open("/early");
  assert.equal(await visitor.text("button"), "Hilfe holen");
  await visitor.run((button) => (button.words = { start: "Aide" }));
  assert.equal(await visitor.text("button"), "Aide");
  await visitor.run((button) => (button.label = "Hilfe"));
  assert.equal(await visitor.text("button"), "Hilfe");
  await visitor.click();
  assert.equal(site.asked[0].body, '{"userId":"user-1"}');
  assert.equal(site.asked[0].authorization, "Bearer visitors-token");
});

visit("the token is no attribute", async ({ site, open }) => {
  site.answers(CODE);
  const visitor = await open();
  assert.equal(await visitor.run((button) => (button.setAttribute("token", "secret"), button.getAttribute("token"))), null);
  await visitor.click();
  assert.equal(site.asked[0].authorization, undefined);
  visitor.warned("takes no attribute token");
});

visit("a request that the API would refuse is not sent", async ({ site, open }) => {
  const mistakes = [
    (button) => (button.userId = "user-1"),
    (button) => button.removeAttribute("conversation-id"),
    (button) => (button.removeAttribute("conversation-id"), Object.assign(button, { email: "agent@example.com", deploymentId: "deployment-1" })),
  ];
  for (const mistake of mistakes) {
    const visitor = await open();
    await visitor.run(mistake);
    await visitor.click();
    assert.deepEqual(await visitor.heard(), ["cobrowse-failed invalid-request"]);
    visitor.warned("conversation-id");
    await visitor.tab.close();
  }
  assert.equal(site.asked.length, 0);
});

visit("an answer that may not be read is hinted at in the console", async ({ open }) => {
  const visitor = await open();
  await visitor.run((button) => (button.endpoint = "http://localhost:1"));
  await visitor.click();
  assert.deepEqual(await visitor.heard(), ["cobrowse-failed answer-lost"]);
  visitor.warned("CORS?");
});

visit("a focus that has moved on is left where it is", async ({ site, open }) => {
  site.answers(CODE);
  const visitor = await open();
  await visitor.run((button) => {
    const input = document.createElement("input");
    document.body.prepend(input);
    button.start();
    input.focus();
  });
  await visitor.settled();
  assert.equal(await visitor.run(() => document.activeElement.matches("input")), true);
});

visit("disabled, it starts nothing", async ({ site, open }) => {
  const visitor = await open();
  await visitor.run((button) => {
    button.disabled = true;
    button.click();
    return button.start();
  });
  const isDisabled = () => visitor.run((button) => button.shadowRoot.querySelector("[part~=button]").disabled);
  assert.equal(await isDisabled(), true);
  assert.equal(await visitor.state(), "idle");
  assert.equal(site.asked.length, 0);
  await visitor.run((button) => (button.disabled = false));
  assert.equal(await isDisabled(), false);
});

visit("start() and reset() are the clicks of a program", async ({ site, open }) => {
  site.answers(CODE, CODE);
  const visitor = await open();
  await visitor.run((button) => Promise.all([button.start(), button.start()]).then(() => button.start()));
  assert.equal(await visitor.state(), "started");
  assert.equal(site.asked.length, 1);
  await visitor.run((button) => button.reset());
  assert.equal(await visitor.state(), "idle");
  await visitor.click();
  assert.equal(keys(site), 2);
});

visit("focus() and click() are those of the next step", async ({ site, open }) => {
  site.answers(CODE);
  const visitor = await open();
  await visitor.run((button) => button.focus());
  assert.equal(await visitor.focused(), "button");
  await visitor.run((button) => button.click());
  assert.equal(await visitor.settled(), "started");
});

visit("events tell each step, and pass every border of the page", async ({ site, open }) => {
  site.answers(CODE);
  const visitor = await open();
  await visitor.click();
  const events = await visitor.tab.evaluate(() => heard);
  assert.deepEqual(events.map(({ type }) => type), ["cobrowse-starting", "cobrowse-started"]);
  assert.equal(events[0].detail.conversationId, "conversation-1");
});

visit("the state can be selected in CSS, and the host's attributes are left alone", async ({ site, open }) => {
  site.answers(CODE);
  const visitor = await open();
  const attributes = () => visitor.run((button) => button.getAttributeNames().sort());
  const before = await attributes();
  assert.equal(await visitor.run((button) => button.matches(":state(idle)")), true);
  await visitor.click();
  assert.deepEqual(await visitor.run((button) => [button.matches(":state(started)"), button.matches(":state(idle)")]), [true, false]);
  assert.deepEqual(before, ["conversation-id", "show-code"]);
  assert.deepEqual(await attributes(), before);
});

visit("the element's content is seen before the module has loaded, and where no session could be started", async ({ site, open }) => {
  const visitor = await open();
  const isSeen = () => visitor.run((button) => button.firstElementChild.checkVisibility());
  await visitor.run((button) => button.append(Object.assign(document.createElement("a"), { textContent: "Call 0800 123", href: "tel:0800123" })));
  assert.equal(await isSeen(), false);
  site.answers(json(500, {}));
  await visitor.click();
  assert.equal(await isSeen(), true);
});

visit("a module that is loaded twice is one element", async ({ open }) => {
  const visitor = await open();
  assert.equal(await visitor.run(() => import("/cobrowse-button.js?again").then((module) => typeof module.CobrowseButton)), "function");
  assert.equal(await visitor.text("button"), IDLE);
});

visit("a failure needs no file that was not there with the click", async ({ site, open }) => {
  site.answers(problemOf(504, "outcome-unknown"));
  const visitor = await open();
  await visitor.tab.setRequestInterception(true);
  visitor.tab.on("request", (request) => (request.url().endsWith(".js") ? request.abort() : request.continue()));
  await visitor.click();
  assert.deepEqual(await visitor.heard(), ["cobrowse-failed outcome-unknown"]);
  assert.ok((await visitor.says()).includes(WORDS["outcome-unknown"]), await visitor.says());
});
