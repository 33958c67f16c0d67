// The button by keyboard, by screen reader, on a phone, and with less motion.
import assert from "node:assert/strict";
import { json, problemOf } from "./server.mjs";
import { visit } from "./visitor.mjs";

const BOTH = json(201, { id: "s", joinUrl: "https://join.example/s", joinCode: "483920" });
const LARGE = 44;

for (const key of ["Enter", "Space"]) {
  visit(`${key} starts, and Tab reaches the ways to join`, async ({ site, open }) => {
    site.answers(BOTH);
    const visitor = await open();
    await visitor.tab.keyboard.press("Tab");
    await visitor.tab.keyboard.press(key);
    await visitor.until((button) => button.shadowRoot.activeElement?.matches("[part~=link]"));
    await visitor.tab.keyboard.press("Tab");
    assert.equal(await visitor.run((button) => button.shadowRoot.activeElement.localName), "summary");
  });
}

/** What a screen reader is told: role and name of everything in the button. */
async function heard(visitor) {
  const snapshot = await visitor.tab.accessibility.snapshot({ interestingOnly: false });
  const all = ({ children = [], ...node }) => [node, ...children.flatMap(all)];
  return all(snapshot);
}

visit("roles and names are what a screen reader needs", async ({ site, open }) => {
  site.answers(BOTH);
  const visitor = await open();
  const has = async (role, name) => (await heard(visitor)).some((node) => node.role === role && node.name.replace(/\s+/g, " ").trim() === name);
  assert.ok(await has("button", "Share this page with an agent"));
  await visitor.click();
  assert.ok(await has("link", "Join the session (new window)"));
  // Character by character: as one number nobody could type it in.
  assert.ok(await has("image", "4 8 3 9 2 0"));
});

visit("the status is the same element all along, so that its changes are announced", async ({ site, open }) => {
  site.answers(BOTH);
  const visitor = await open();
  await visitor.run((button) => (window.before = button.shadowRoot.querySelector("[role=status]")));
  await visitor.click();
  assert.deepEqual(await visitor.run((button) => [before.isConnected, before.textContent.includes("Your session is ready.")]), [true, true]);
});

visit("while it waits the button keeps its name, and is told as disabled without losing the focus", async ({ site, still }) => {
  site.answers(problemOf(503, "genesys-rate-limited", true, { "Retry-After": "300" }));
  const visitor = await still();
  await visitor.press();
  await visitor.shows("waiting");
  const disabled = () => visitor.run((button) => [...button.shadowRoot.querySelectorAll("button")].filter((node) => node.checkVisibility() && node.disabled).length);
  assert.equal(await disabled(), 0);
  assert.ok(await visitor.focused());
});

visit("a phone is not scrolled sideways, and a target fills a finger", async ({ site, still }) => {
  site.answers(json(201, { id: "s", joinUrl: "https://join.example/s", joinCode: "1234567890".repeat(6) }));
  const visitor = await still();
  await visitor.tab.setViewport({ width: 320, height: 640, deviceScaleFactor: 2, isMobile: true, hasTouch: true });
  const height = (part) => visitor.run((button, name) => button.shadowRoot.querySelector(`[part~=${name}]`).getBoundingClientRect().height, part);
  assert.ok((await height("button")) >= LARGE);
  await visitor.click();
  await visitor.run((button) => button.shadowRoot.querySelectorAll("details").forEach((node) => (node.open = true)));
  assert.equal(await visitor.tab.evaluate(() => document.documentElement.scrollWidth), 320);
  for (const part of ["link", "another"]) assert.ok((await height(part)) >= LARGE, part);
});

visit("the focus is seen on every page: its ring has two colours, which contrast with each other", async ({ open }) => {
  const visitor = await open();
  await visitor.tab.keyboard.press("Tab");
  for (const background of ["#ffffff", "#121212", "#0b57a4"]) {
    const contrast = await visitor.run((button, colour) => {
      document.body.style.background = colour;
      const channels = (text) => text.match(/\d+/g).slice(0, 3).map((value) => value / 255);
      const linear = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
      const luminance = (text) => {
        const [red, green, blue] = channels(text).map(linear);
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
      };
      const page = luminance(getComputedStyle(document.body).backgroundColor);
      const { outlineColor, boxShadow } = getComputedStyle(button.shadowRoot.querySelector("[part~=button]"));
      const rings = [outlineColor, boxShadow].filter((ring) => ring !== "none").map(luminance);
      return Math.max(...rings.map((ring) => Math.max(ring / page, page / ring)));
    }, background);
    assert.ok(contrast >= 3, `${background}: ${contrast}`);
  }
});

visit("nothing moves where the visitor asks for less motion", async ({ site, open }) => {
  site.answers({ isSilent: true });
  const visitor = await open();
  await visitor.press();
  await visitor.shows("starting");
  const moving = () => visitor.run((button) => button.shadowRoot.getAnimations().filter(({ playState }) => playState === "running").length);
  assert.ok((await moving()) > 0);
  await visitor.tab.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
  assert.equal(await moving(), 0);
});
