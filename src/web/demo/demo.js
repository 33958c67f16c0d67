import { messengerStub } from "../test/messenger-stub.mjs";
import { answer, hasFunction } from "./api.js";
import { FAULTS } from "./faults.js";
import { mirror } from "./mirror.js";
import { shopPage } from "./shop.js";

const CONVERSATION = { "conversation-id": "conversation-demo", "deployment-id": "deployment-demo" };
const WAYS = { ask: {}, offer: { "answer-offers": "" }, code: { "enter-code": "" } };
const EVENTS = ["starting", "started", "joined", "ended", "failed"].map((name) => `cobrowse-${name}`);
const MAX_EVENTS = 30;
const $ = (selector) => document.querySelector(selector);
const form = $("form");
const [shop, agent] = [$("#shop"), $("#agent iframe")];
const show = mirror(agent);
const { fetch } = window;
const runsFunction = !globalThis.STATIC && (await hasFunction());
let page = "basket";
/** The code that the agent has been given to read out. */
let code;

const chosen = () => Object.fromEntries(new FormData(form));

/** What the button asks for: as the page's markup, and so that the fault shows. */
function attributes() {
  const { way, fault: name } = chosen();
  const target = way === "ask" ? (FAULTS[name].button ?? CONVERSATION) : WAYS[way];
  return { endpoint: location.origin === "null" ? "https://api.example.com" : location.origin, ...target };
}

function load() {
  const { language, dark, rtl } = chosen();
  document.documentElement.style.colorScheme = dark ? "dark" : "light";
  show();
  shop.srcdoc = shopPage({
    page,
    language,
    direction: rtl ? "rtl" : "ltr",
    isDark: Boolean(dark),
    button: attributes(),
    script: globalThis.BUTTON ?? `<script type="module" src="${new URL("../cobrowse-button.js", import.meta.url)}"></script>`,
  });
  $("#address").textContent = `shop.example/${page}`;
  const shown = Object.entries({ ...attributes(), endpoint: "https://api.example.com" });
  $("#markup").textContent = `<cobrowse-button${shown.map(([name, value]) => `\n  ${name}${value && `="${value}"`}`).join("")}>\n</cobrowse-button>`;
}

/** Another visitor, of whom nothing is left. */
function begin() {
  show();
  shop.contentWindow.messenger?.end();
  sessionStorage.clear();
  page = "basket";
  code = undefined;
  $("#events").replaceChildren();
  document.body.dataset.way = chosen().way;
  const offer = document.createElement("cobrowse-offer");
  Object.assign(offer, { endpoint: attributes().endpoint, conversationId: CONVERSATION["conversation-id"], deploymentId: CONVERSATION["deployment-id"] });
  $("cobrowse-offer").replaceWith(offer);
  load();
}

/** In each page of the shop, before anything else there. */
function open(shopWindow) {
  const { messenger: how, isSignedOut } = FAULTS[chosen().fault];
  shopWindow.fetch = ask;
  if (how !== null) meet(shopWindow, how);
  shopWindow.addEventListener("DOMContentLoaded", () => {
    const { document } = shopWindow;
    if (isSignedOut) document.querySelector("cobrowse-button").token = () => Promise.reject(new Error("signed out"));
    for (const type of EVENTS) document.addEventListener(type, tell);
    document.addEventListener("click", ({ target }) => target.dataset.page && go(target.dataset.page));
    document.addEventListener("pointermove", ({ clientX, clientY }) => point(clientX, clientY));
  });
  shopWindow.addEventListener("load", () => sees());
}

function meet(shopWindow, how) {
  shopWindow.eval(`(${messengerStub})(${JSON.stringify({ ready: 400, delay: 600, replay: true, ...how })})`);
  const { Genesys, messenger } = shopWindow;
  messenger.onchange = sees;
  shopWindow.Genesys = (kind, name, data, ...more) => {
    const isWrong = chosen().way === "code" && data?.joinCode !== code;
    if (name === "CobrowseService.acceptSession") messenger.how.accept = isWrong ? "refuse" : (how?.accept ?? "ok");
    Genesys(kind, name, data, ...more);
  };
}

function ask(url, request) {
  const { isLocal } = FAULTS[chosen().fault];
  return runsFunction && !isLocal ? fetch(url, request) : answer(url, request);
}

/** What is so: only Messenger knows. */
function sees() {
  const { messenger, document } = shop.contentWindow;
  const isShared = Boolean(messenger?.sharing);
  if (isShared === agent.hidden && document.readyState === "complete") show(isShared ? shop.contentWindow : undefined);
  $("#agent").dataset.sees = isShared;
  $("#sees").textContent = isShared ? "Sees the visitor's page" : "Sees nothing";
  $("#end").disabled = !isShared;
}

function go(to) {
  page = to;
  load();
}

function tell({ type, detail }) {
  const line = document.createElement("li");
  line.append(Object.assign(document.createElement("b"), { textContent: type }), ` ${JSON.stringify(detail)}`);
  $("#events").prepend(line);
  while ($("#events").children.length > MAX_EVENTS) $("#events").lastChild.remove();
}

const scale = () => $("#mirror").clientWidth / shop.clientWidth;

function point(x, y) {
  $("#pointer").style.translate = `${x * scale()}px ${y * scale()}px`;
}

/** The agent points at something on the visitor's page. */
function ring({ offsetX, offsetY }) {
  const { document } = shop.contentWindow;
  const node = Object.assign(document.createElement("div"), { className: "ring" });
  Object.assign(node.style, { left: `${offsetX / scale()}px`, top: `${offsetY / scale()}px` });
  node.addEventListener("animationend", () => node.remove());
  document.body.append(node);
}

function fit() {
  Object.assign(agent.style, { width: `${shop.clientWidth}px`, height: `${shop.clientHeight}px`, scale: scale() });
  $("#mirror").style.height = `${shop.clientHeight * scale()}px`;
}

form.elements.fault.append(...Object.entries(FAULTS).map(([value, { says }]) => new Option(says, value)));

form.addEventListener("change", ({ target: { name } }) => (["way", "fault"].includes(name) ? begin() : load()));
$("#again").addEventListener("click", begin);
$("#next").addEventListener("click", () => go(page === "basket" ? "checkout" : "basket"));
$("#offer").addEventListener("click", () => shop.contentWindow.messenger?.offer());
$("#end").addEventListener("click", () => shop.contentWindow.messenger?.end());
$("#glass").addEventListener("pointerdown", ring);
document.addEventListener("cobrowse-started", ({ detail }) => (code = detail.joinCode));
new ResizeObserver(fit).observe(shop);
$("#answers").textContent = runsFunction ? "The function on this machine answers." : "This page itself answers.";
window.fetch = ask;
window.demo = { open };
begin();
