// Makes the pictures of README and docs from the running elements: docs/demo.webp, which moves, and docs/button-*.webp.
// Needs Chromium, and Debian's webp (img2webp) and fonts-inter: node demo/pictures.mjs
import { execFileSync } from "node:child_process";
import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch } from "../test/browser.mjs";
import { messengerStub } from "../test/messenger-stub.mjs";
import { json, LOST, serve } from "../test/server.mjs";

const DOCS = new URL("../../../docs/", import.meta.url).pathname;
const FRAME_MILLISECONDS = 80;
const MAX_BYTES = 1_000_000;
const MOUSE = '<svg viewBox="0 0 24 24" stroke="#fff" stroke-width="1.5"><path d="M4 2l6.5 18 2.6-7.4L20 10z"/></svg>';
const site = await serve();
const browser = await launch();

/** The demo, played by a visitor with a mouse that can be seen. */
async function film() {
  const tab = await browser.newPage();
  await tab.setViewport({ width: 1120, height: 700 });
  await tab.goto(`${site.url}/index.html`);
  await tab.waitForFunction(() => document.querySelector("#shop").contentDocument?.querySelector("cobrowse-button:state(idle)"));
  await tab.evaluate((innerHTML) => {
    const mouse = Object.assign(document.createElement("div"), { id: "mouse", innerHTML });
    mouse.style = "position: fixed; inset: 0 auto auto 0; z-index: 99; pointer-events: none; width: 24px";
    document.body.append(mouse);
  }, MOUSE);
  const { x, y, width, height } = await (await tab.$("main")).boundingBox();
  const clip = { x: x - 12, y: y - 12, width: width + 24, height: height + 24 };
  const directory = await mkdtemp(join(tmpdir(), "frames-"));
  const frames = [];
  let place = { x: 500, y: 420 };

  async function shoot(milliseconds = FRAME_MILLISECONDS) {
    const image = await tab.screenshot({ clip, type: "png" });
    const last = frames.at(-1);
    if (last?.image.equals(image)) return (last.milliseconds += milliseconds);
    const file = join(directory, `${String(frames.length).padStart(4, "0")}.png`);
    await writeFile(file, image);
    frames.push({ file, image, milliseconds });
  }
  async function moveTo(handle, across = 0.5, down = 0.5) {
    const box = await handle.boundingBox();
    const [from, to] = [place, { x: box.x + box.width * across, y: box.y + box.height * down }];
    const steps = Math.max(6, Math.round(Math.hypot(to.x - from.x, to.y - from.y) / 45));
    for (let step = 1; step <= steps; step++) {
      const way = 0.5 - Math.cos((Math.PI * step) / steps) / 2;
      place = { x: from.x + (to.x - from.x) * way, y: from.y + (to.y - from.y) * way };
      await tab.mouse.move(place.x, place.y);
      await tab.evaluate(({ x: left, y: top }) => (document.querySelector("#mouse").style.translate = `${left - 4}px ${top - 2}px`), place);
      await shoot();
    }
  }
  async function click(handle, ...where) {
    await moveTo(handle, ...where);
    await tab.mouse.click(place.x, place.y);
  }
  const shop = async (selector) => (await (await tab.$("#shop")).contentFrame()).waitForSelector(selector);
  /** Shoots for so long, while the page goes on. */
  async function watch(milliseconds) {
    for (let shot = 0; shot < milliseconds; shot += FRAME_MILLISECONDS) await shoot();
  }

  await shoot(1_200);
  await click(await shop("cobrowse-button >>> [part~=button]"));
  await watch(2_400);
  await click(await tab.$("#glass"), 0.2, 0.47);
  await watch(1_800);
  await click(await shop("[data-page=checkout]"));
  await watch(2_000);
  await click(await shop("label:nth-of-type(2) input"), 0.3);
  for (const key of "Lichtweg 7") {
    await tab.keyboard.press(key === " " ? "Space" : key);
    await shoot();
  }
  await watch(800);
  await click(await shop("cobrowse-button >>> [part~=stop]"));
  await watch(1_600);
  await shoot(2_000);
  const parts = frames.flatMap(({ file, milliseconds }) => ["-d", String(milliseconds), "-lossy", "-q", "60", "-m", "6", file]);
  execFileSync("img2webp", ["-loop", "0", "-mixed", ...parts, "-o", `${DOCS}demo.webp`], { stdio: "ignore" });
  const { size } = await stat(`${DOCS}demo.webp`);
  if (size > MAX_BYTES) throw new Error(`docs/demo.webp has ${size} bytes`);
  await rm(directory, { recursive: true });
  await tab.close();
}

const STATES = [
  { name: "idle" },
  { name: "joined", answer: json(201, { id: "session-1", joinCode: "483920" }) },
  { name: "unsure", answer: json(201, { id: "session-1", joinCode: "483920" }), how: { stop: "refuse" }, then: "stop" },
  { name: "failed", answer: LOST },
];

/** States of the button side by side, on a page of that scheme. */
async function still(scheme, file) {
  const images = [];
  for (const { name, answer, how, then } of STATES) {
    const profile = await browser.createBrowserContext();
    const tab = await profile.newPage();
    site.pages["/still"] = `<!doctype html><html lang="en" style="color-scheme: ${scheme}"><title>A shop</title>
      <style>body { margin: 1rem; background: transparent; color: light-dark(#1d2421, #e9eee9); font: 1rem/1.5 Inter, system-ui, sans-serif; }</style>
      <script type="module" src="/cobrowse-button.js"></script><cobrowse-button conversation-id="conversation-1">Or call us: 0800 123 456</cobrowse-button>`;
    site.answers(...(answer ? [answer] : []));
    await tab.setViewport({ width: 420, height: 300, deviceScaleFactor: 2 });
    await tab.evaluateOnNewDocument(messengerStub, how ?? {});
    await tab.goto(`${site.url}/still`);
    const shows = (state) => tab.waitForFunction((wanted) => document.querySelector("cobrowse-button").state === wanted, {}, state);
    if (answer) await tab.click("cobrowse-button >>> [part~=button]");
    await shows(then ? "joined" : name);
    if (then) await tab.click(`cobrowse-button >>> [part~=${then}]`);
    await shows(name);
    await tab.mouse.move(0, 0);
    await tab.evaluate(() => document.querySelector("cobrowse-button").blur() ?? getSelection().removeAllRanges());
    images.push(await (await tab.$("cobrowse-button")).screenshot({ omitBackground: true, encoding: "base64" }));
    await profile.close();
  }
  const tab = await browser.newPage();
  await tab.setViewport({ width: 800, height: 600, deviceScaleFactor: 2 });
  const pictures = images.map((image) => `<img src="data:image/png;base64,${image}" style="width: calc(100% - 2.5rem)">`);
  await tab.setContent(`<body style="margin: 0; background: ${scheme === "dark" ? "#0d1117" : "#fff"}">
    <div style="display: grid; grid-template-columns: 1fr 1fr; gap: 1.5rem; place-items: start center; padding: 1.5rem 0">${pictures.join("")}</div>`);
  await (await tab.$("div")).screenshot({ path: `${DOCS}${file}`, type: "webp", quality: 80 });
  await tab.close();
}

await still("light", "button-light.webp");
await still("dark", "button-dark.webp");
await film();
await browser.close();
site.close();
