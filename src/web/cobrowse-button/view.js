import { element, mark } from "./element.js";
import { joinLink, joinPanel } from "./join-panel.js";
import { next } from "./next.js";
import { said } from "./said.js";
import { isJoinable } from "./session.js";
import { sheet } from "./style.js";

/** So long after a session no key or click that was meant for something else starts another. */
const PAUSE_MILLISECONDS = 3_000;

/**
 * What the visitor sees and hears: a button, or the next step in its place, a status that is announced, and the rest.
 *
 * @param words function that has the text for a key
 * @param act function that does what a button is for: `start`, `stop`, `another`
 */
export function view(root, words, act) {
  const caption = element("span");
  const countdown = element("bdi", { "aria-hidden": true });
  const button = control("button", "start", element("span", { class: "spinner" }), caption, countdown);
  const stop = control("stop");
  const another = control("another");
  const status = element("div", { part: "status", role: "status", tabindex: -1, dir: "auto" });
  const [first, details, instead] = [element("div"), element("div", { part: "details", dir: "auto" }), element("slot")];
  let pause;

  root.adoptedStyleSheets = [sheet()];
  root.append(button, first, status, details, stop, instead, another);
  // A key held down clicks again and again, and what has the focus changes meanwhile.
  root.addEventListener("keydown", (event) => event.key === "Enter" && event.repeat && event.preventDefault());

  function control(part, name = part, ...content) {
    // In the direction of their words, whatever that of the page: so are the status and the details.
    const node = element("button", { part, type: "button", dir: "auto" }, ...content);
    node.onclick = ({ detail }) => {
      // The second of a double click is no wish of its own, whatever the first has led to by then.
      if ((detail > 1 && status.dataset.state !== "idle") || node.hasAttribute("aria-disabled")) return;
      // Safari does not, and the next step is to have the focus that the button had.
      node.focus();
      act(name);
    };
    return node;
  }

  /** What stands first of what can be done. */
  function primary() {
    return [button, first.firstChild, details.querySelector(".code"), status].find((node) => node && !node.hidden);
  }

  /** For the eye only: announcing every second would drown what a screen reader has to say. */
  function tick(left) {
    const timer = status.querySelector("[role=timer]");
    if (timer) timer.textContent = left;
    countdown.textContent = timer ? words("countdown").replace("{seconds}", left) : "";
  }

  function render(state, disabled) {
    const { name, busy, session } = state;
    const focused = root.activeElement;
    const offer = next(state);
    const isOffered = name === "started" && isJoinable(session);
    button.hidden = name !== "starting" && !offer;
    stop.hidden = name !== "joined";
    instead.hidden = name !== "failed" || session;
    another.hidden = offer || busy || !stop.hidden;
    button.disabled = disabled;
    another.disabled = true;
    clearTimeout(pause);
    pause = setTimeout(() => (another.disabled = disabled), PAUSE_MILLISECONDS);
    // Not `disabled`, which would take the focus away.
    for (const node of [button, stop]) mark(node, "aria-disabled", Boolean(busy) || name === "waiting");
    mark(button, "aria-busy", Boolean(busy));
    status.dataset.state = button.dataset.state = name === "started" && !isOffered ? "unjoinable" : name;
    caption.textContent = words(offer ?? "start");
    stop.textContent = words("stop");
    another.textContent = words("startAnother");
    status.replaceChildren(...said(state, words));
    first.replaceChildren(...(isOffered ? joinLink(session, words) : []));
    details.replaceChildren(...(isOffered ? joinPanel(session, words, (key) => status.replaceChildren(words(key))) : []));
    tick(state.left);
    // What had the focus may be gone: then the next step has it.
    if (focused && (!focused.isConnected || focused.hidden)) primary().focus();
  }

  return { render, tick, primary };
}
