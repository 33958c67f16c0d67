// What a started session gives its visitor.
import assert from "node:assert/strict";
import { json } from "./server.mjs";
import { keys, visit } from "./visitor.mjs";
import { english } from "./words.mjs";

const WORDS = await english();
const session = (members) => json(201, { id: "session-1", ...members });
const CODE = session({ joinCode: "483920" });

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
});

visit("a code that is selected and copied is the code alone", async ({ site, profile, open }) => {
  site.answers(CODE);
  await allowClipboard({ profile, site });
  const visitor = await open();
  await visitor.click();
  await visitor.run((button) => getSelection().selectAllChildren(button.shadowRoot.querySelector("[part~=code]")));
  await visitor.tab.keyboard.down("Control");
  await visitor.tab.keyboard.press("KeyC", { commands: ["Copy"] });
  await visitor.tab.keyboard.up("Control");
  await visitor.until(() => navigator.clipboard.readText());
  assert.equal((await visitor.tab.evaluate(() => navigator.clipboard.readText())).replaceAll(" ", ""), "483920");
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

visit("a session without a way to join is asked for again under its key, by which the API looks once more", async ({ site, open }) => {
  site.answers(session({ fetched: false, deploymentId: "deployment-1" }), session({ fetched: true }), CODE);
  const visitor = await open();
  for (let times = 0; times < 2; times++) {
    assert.equal(await visitor.click(), "failed");
    assert.ok((await visitor.says()).includes(WORDS["cannot-join"]), await visitor.says());
  }
  await visitor.click();
  assert.equal(await visitor.code(), "483920");
  assert.equal(await visitor.text("button"), undefined);
  assert.equal(site.asked.length, 3);
  assert.equal(keys(site), 1);
});
