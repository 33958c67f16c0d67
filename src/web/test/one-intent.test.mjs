// Whatever a visitor presses, and however often: one session, until another one is asked for.
import assert from "node:assert/strict";
import { held, json, LOST, problemOf } from "./server.mjs";
import { askedTimes, keys, visit } from "./visitor.mjs";

const LINK = json(201, { id: "session-1", joinUrl: "https://join.example/session-1" });
const CODE = json(201, { id: "session-1", joinCode: "483920" });
const UNKNOWN = problemOf(504, "outcome-unknown");

/** The ways to press what has the focus, or what is at a place of the page. */
const PRESSES = {
  Enter: (visitor) => visitor.tab.keyboard.press("Enter"),
  Space: (visitor) => visitor.tab.keyboard.press("Space"),
  click: (visitor, { x, y }) => visitor.tab.mouse.click(x, y),
  tap: (visitor, { x, y }) => visitor.tab.touchscreen.tap(x, y),
};

/** Presses twice in the same way, at the same place, as far apart, and finds that the API was asked once. */
async function presses(visitor, site, way, milliseconds) {
  const { x, y, width, height } = await (await visitor.part("button")).boundingBox();
  const place = { x: x + width / 2, y: y + height / 2 };
  await visitor.run((button) => button.focus());
  await PRESSES[way](visitor, place);
  await visitor.until((button) => ["started", "failed"].includes(button.state));
  await visitor.pass(milliseconds / 1000);
  await PRESSES[way](visitor, place);
  await visitor.settled();
  assert.equal(site.asked.length, 1, `${way} after ${milliseconds} ms`);
}

for (const way of Object.keys(PRESSES)) {
  visit(`${way}, and once more at any distance, starts one session`, async ({ site, still }) => {
    for (const milliseconds of [1, 250, 700, 2_000, 5_000, 60_000]) {
      site.asked.length = 0;
      site.answers(LINK);
      const visitor = await still();
      // The second may well open the link, but not in this test.
      await visitor.run((button) => button.addEventListener("click", (event) => event.preventDefault()));
      await presses(visitor, site, way, milliseconds);
      assert.ok(await visitor.text("link"));
      await visitor.tab.close();
    }
  });

  visit(`${way} twice starts one session where there is a code to tell`, async ({ site, still }) => {
    site.answers(CODE, CODE);
    await presses(await still(), site, way, 700);
  });

  visit(`${way} twice starts one session where the first may have started one`, async ({ site, still }) => {
    site.answers(UNKNOWN, CODE);
    await presses(await still(), site, way, 5_000);
  });
}

visit("a double click starts one session", async ({ site, open }) => {
  site.answers(LINK, LINK);
  const visitor = await open();
  await (await visitor.part("button")).click({ count: 2 });
  await visitor.settled();
  assert.equal(site.asked.length, 1);
});

visit("a key held down starts one session and opens nothing", async ({ site, profile, still }) => {
  site.answers(LINK, LINK);
  const visitor = await still();
  const { length } = await profile.pages();
  await visitor.run((button) => button.focus());
  await visitor.tab.keyboard.down("Enter");
  await visitor.until((button) => button.shadowRoot.querySelector("[part~=link]"));
  await visitor.pass(1);
  // A key that is down already repeats.
  await visitor.tab.keyboard.down("Enter");
  await visitor.tab.keyboard.down("Enter");
  assert.equal((await profile.pages()).length, length);
  assert.equal(site.asked.length, 1);
});

visit("the next step stands first and has the focus", async ({ site, still }) => {
  site.answers(LINK);
  const visitor = await still();
  await visitor.click();
  assert.equal(await visitor.focused(), "link");
  const [link, another] = await visitor.run((button) => {
    button.shadowRoot.querySelectorAll("details").forEach((node) => (node.open = true));
    return ["link", "another"].map((part) => button.shadowRoot.querySelector(`[part~=${part}]`).getBoundingClientRect().y);
  });
  assert.ok(link < another);
});

visit("another session is asked for apart, where it is tucked away", async ({ site, still }) => {
  site.answers(CODE, CODE);
  const visitor = await still();
  await visitor.click();
  assert.equal(await visitor.run((button) => button.shadowRoot.querySelector("[part~=another]").checkVisibility()), false);
  assert.equal(await visitor.another(), "started");
  assert.equal(keys(site), 2);
});

visit("an element put in place of a busy one goes on with what that began", async ({ site, open }) => {
  const answer = held(CODE);
  site.answers(answer, CODE);
  const visitor = await open();
  await visitor.press();
  await askedTimes(site, 1);
  await visitor.run((button) => button.replaceWith(button.cloneNode(true)));
  assert.equal(await visitor.state(), "starting");
  await visitor.run((button) => button.click());
  answer.letThrough();
  await visitor.settled();
  assert.equal(await visitor.code(), "483920");
  assert.equal(site.asked.length, 1);
});

visit("an element put in place of one with a session shows that", async ({ site, open }) => {
  site.answers(CODE, CODE);
  const visitor = await open();
  await visitor.click();
  await visitor.run((button) => button.replaceWith(button.cloneNode(true)));
  await visitor.run((button) => button.click());
  await visitor.settled();
  assert.equal(await visitor.code(), "483920");
  assert.equal(site.asked.length, 1);
});

visit("a page that is loaded anew goes on under the same key until it has shown the session", async ({ site, open }) => {
  const answer = held(CODE);
  site.answers(answer, LOST, CODE, CODE);
  const visitor = await open();
  await visitor.press();
  await askedTimes(site, 1);
  await visitor.tab.reload();
  await visitor.click();
  site.pages["/next"] = site.pages["/"];
  await visitor.tab.goto(`${site.url}/next`);
  assert.equal(await visitor.click(), "started");
  answer.letThrough();
  assert.equal(keys(site), 1);
  await visitor.tab.reload();
  await visitor.click();
  assert.equal(keys(site), 2);
});

visit("a page that is loaded anew after an unclear outcome starts nothing", async ({ site, open }) => {
  site.answers(UNKNOWN, UNKNOWN);
  const visitor = await open();
  await visitor.click();
  await visitor.tab.reload();
  await visitor.click();
  assert.equal(keys(site), 1);
});

visit("a page that may store nothing remembers the key as long as it is there", async ({ site, open }) => {
  site.answers(LOST, CODE);
  const visitor = await open("/", () => {
    Object.defineProperty(window, "sessionStorage", { get: () => { throw new Error("denied"); } });
  });
  await visitor.click();
  await visitor.run((button) => button.replaceWith(button.cloneNode()));
  assert.equal(await visitor.click(), "started");
  assert.equal(keys(site), 1);
});
