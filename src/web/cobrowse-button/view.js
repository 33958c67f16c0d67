import { codeForm } from "./code-form.js";
import { element, fill, mark } from "./element.js";
import { icon } from "./icons.js";
import { nextOf } from "./intent.js";
import { joinLink } from "./join-link.js";
import { code, ends } from "./join-panel.js";
import { isSeen, parts } from "./parts.js";
import { clockTime, said } from "./said.js";

/** What can be done, and in which states. */
const CONTROLS = { share: /^(ask|offer)/, decline: /^(ask|offer)/, cancel: /^(start|wait)ing/, stop: /^(joined|unsure)/ };

/**
 * What the visitor sees and hears: a button, or in its place what is so, which is announced, with what can be done.
 *
 * @param words function that has what is said now
 * @param act function that does what a control is for: `button`, `cancel`, `share`, `decline`, `stop`, `another`, `enter`
 */
export function view(root, words, act) {
  const { panel, sign, more, another, reference, control, put, dress } = parts(root, words, act);
  const picture = icon();
  const caption = element("span");
  const button = control("button", picture.svg, caption);
  const controls = Object.keys(CONTROLS).map((name) => control(name));
  const row = element("div", { class: "controls" }, ...controls);
  const [status, alert] = ["status", "alert"].map((role) => element("p", { role, dir: "auto" }));
  const box = element("div", { part: "status" }, sign, status, alert, row);
  const details = element("div", { part: "details", dir: "auto" });
  const typed = codeForm((joinCode) => act("enter", joinCode));
  const slot = element("slot");
  // A timer is not announced when it changes, unlike what is around it.
  const timer = element("span", { role: "timer" });
  let spoken;
  let drawn;

  picture.draw();
  panel.append(box, details, slot, button, typed.form, reference, more);

  /** What stands first of what can be done. */
  const primary = () => [button, controls[0], details.querySelector("a"), typed.input, details.firstChild, panel].find(isSeen);

  /** Again only where it is other than before: a framework renders the same at each of its turns. */
  function announce(state) {
    const { text } = words();
    const sentences = said(state).map((keys) => keys.map((key) => key && text(key)).find(Boolean) ?? "");
    timer.textContent = state.left && clockTime(state.left);
    const told = [state.name, ...sentences].join();
    if (told === spoken) return;
    spoken = told;
    const [full, empty] = state.name === "unsure" ? [alert, status] : [status, alert];
    empty.replaceChildren();
    full.replaceChildren(...sentences.flatMap((sentence) => [...fill(sentence, { retryAfter: timer }), " "]));
  }

  /** How to join, anew only where that is another: what has the focus stays. */
  function draw(session, showsCode) {
    const now = JSON.stringify([session, showsCode, words().text("join")]);
    if (now === drawn) return;
    drawn = now;
    const { joinUrl, joinCode } = session || {};
    const shown = showsCode && joinCode;
    const nodes = [
      joinUrl && joinLink(joinUrl, put),
      joinUrl && shown && put(element("p"), "tellCode"),
      shown && code(joinCode),
      session && ends(session, put),
    ];
    details.replaceChildren(...nodes.filter(Boolean));
  }

  function render(state, { disabled, enterCode, showCode, hasButton, label }) {
    const { name, busy, session, mayPass, failure } = state;
    const focused = root.activeElement;
    const next = nextOf(state);
    dress(name, failure?.correlationId);
    button.hidden = !next || !hasButton;
    box.hidden = name === "idle";
    for (const node of controls) {
      const { value } = node.part;
      node.hidden = !CONTROLS[value].test(name);
      put(node, value === "stop" && busy ? busy : value);
      mark(node, "aria-disabled", value === "stop" && busy);
    }
    mark(box, "aria-busy", name === "starting");
    slot.hidden = name !== "failed";
    more.hidden = next || !["started", "failed"].includes(name);
    typed.form.hidden = !enterCode || !(next || name === "failed");
    for (const node of [button, controls[0], another, typed.input, typed.submit]) node.disabled = disabled;
    // After what will not pass another way is what counts.
    mark(button, "class", name === "ended" || (name === "failed" && !mayPass) ? "second" : undefined);
    mark(typed.submit, "class", isSeen(button) ? "second" : undefined);
    put(caption, next ?? "start");
    if (label && next === "start") caption.textContent = label;
    put(typed.caption, "enter");
    put(typed.submit, "share");
    if (name === "joined") typed.input.value = "";
    announce(state);
    draw(name === "started" && session, showCode);
    // What had the focus may be gone: then what is next has it, but nothing that the same key would set off by mistake.
    if (focused === panel || (focused && !isSeen(focused))) (["started", "failed"].includes(name) ? primary() : panel).focus();
  }

  function click() {
    const node = primary();
    if (node === typed.input) typed.form.requestSubmit();
    else node.click();
  }

  return { render, click, focus: (options) => primary().focus(options) };
}
