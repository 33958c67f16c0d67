// Every word can be replaced, follows the page's language, and reads in its own direction.
import assert from "node:assert/strict";
import { problemOf } from "./server.mjs";
import { visit } from "./visitor.mjs";
import { english } from "./words.mjs";
import { words as GERMAN } from "../cobrowse-button/words.de.js";

const ENGLISH = await english();
const BUSY = problemOf(503, "genesys-rate-limited", true, { "Retry-After": "30" });
const NOBODY = problemOf(404, "target-not-found");
const saysOf = (text) => [(button, words) => button.shadowRoot.textContent.includes(words), text];

visit("a German page is spoken to in German, and one that turns English in English", async ({ site, open }) => {
  const visitor = await open();
  await visitor.run(() => (document.documentElement.lang = "de-AT"));
  await visitor.until(...saysOf(GERMAN.start));
  site.answers(NOBODY);
  await visitor.click();
  await visitor.until(...saysOf(GERMAN["target-not-found"]));
  await visitor.run(() => (document.documentElement.lang = "en"));
  await visitor.until(...saysOf(ENGLISH["target-not-found"]));
});

visit("the nearest language counts", async ({ open }) => {
  const visitor = await open();
  await visitor.run((button) => (button.lang = "de"));
  await visitor.until(...saysOf(GERMAN.start));
});

visit("a language without texts is answered in English", async ({ open }) => {
  const visitor = await open();
  for (const language of ["constructor", "fr"]) {
    await visitor.run((button, lang) => (button.lang = lang), language);
    assert.equal(await visitor.text("button"), ENGLISH.start);
  }
});

visit("label and words are the site's", async ({ site, open }) => {
  site.answers(NOBODY);
  const visitor = await open();
  await visitor.run((button) => Object.assign(button, { label: "Hilfe holen", words: { "target-not-found": "Niemand gefunden." } }));
  assert.equal(await visitor.text("button"), "Hilfe holen");
  await visitor.click();
  assert.ok((await visitor.says()).includes("Niemand gefunden."), await visitor.says());
});

visit("words that are set later are the button's at once, but for its label", async ({ site, open }) => {
  const visitor = await open();
  const says = async (script) => (await visitor.run(script), visitor.text("button"));
  assert.equal(await says((button) => (button.words = { start: "Hilfe holen" })), "Hilfe holen");
  assert.equal(await says((button) => (button.label = "Hilfe")), "Hilfe");
  assert.equal(await says((button) => (button.removeAttribute("label"), (button.words = undefined))), ENGLISH.start);
  site.answers(NOBODY);
  await visitor.click();
  await visitor.run((button) => (button.words = { "target-not-found": "Niemand gefunden.", reference: "Nr. {correlationId}" }));
  assert.ok((await visitor.says()).includes("Niemand gefunden."), await visitor.says());
  assert.match(await visitor.text("reference"), /^Nr\. .*correlation-1$/);
});

visit("what counts down is a timer, which is not announced each second", async ({ site, still }) => {
  site.answers(BUSY);
  const visitor = await still();
  await visitor.press();
  await visitor.shows("waiting");
  const left = () => visitor.run((button) => button.shadowRoot.querySelector("[role=timer]").textContent);
  const before = await left();
  await visitor.run((button) => (window.announced = button.shadowRoot.querySelector("[role=status]").firstChild));
  await visitor.pass(1);
  assert.notEqual(await left(), before);
  assert.match(await left(), /29/);
  assert.equal(await visitor.run(() => announced.isConnected), true);
});

visit("right to left, numbers and references stay whole", async ({ site, still }) => {
  site.answers(BUSY);
  const visitor = await still();
  await visitor.run((button) => {
    document.documentElement.dir = "rtl";
    button.words = { start: "שתף", "genesys-rate-limited": "אנא המתן.", retrying: "עוד {retryAfter} שניות.", tryAgain: "שוב" };
  });
  await visitor.press();
  await visitor.shows("waiting");
  const style = (selector, property) => visitor.run((button, ...of) => getComputedStyle(button.shadowRoot.querySelector(of[0]))[of[1]], selector, property);
  assert.equal(await style("[part~=status]", "direction"), "rtl");
  assert.equal(await style("[part~=reference] bdi", "unicodeBidi"), "isolate");
});
