import { element, mark } from "../cobrowse-button/element.js";
import { code, ends } from "../cobrowse-button/join-panel.js";
import { isSeen, parts } from "../cobrowse-button/parts.js";
import { clockTime } from "../cobrowse-button/said.js";
import { warn } from "../cobrowse-button/warn.js";

/** What the agent sees: Start; the code to read out, until when it is good, and End. */
export function view(root, words, act) {
  const { panel, sign, more, reference, control, put, dress } = parts(root, words, act);
  const status = element("p", { role: "status", dir: "auto" });
  const box = element("div", { part: "status" }, sign, status);
  const details = element("div", { part: "details" });
  const [start, end] = ["start", "end"].map((name) => control(name));
  let told;
  let drawn;

  panel.append(box, details, start, end, reference, more);

  function said({ name, session, failure, retryAfter = 0 }) {
    if (!failure) return [name === "idle" ? "about" : name === "started" && !session.joinCode ? "noCode" : name];
    const key = session ? "notEnded" : words().text(failure.code) ? failure.code : "unexpected";
    return [key, { ...failure, retryAfter: clockTime(retryAfter) }];
  }

  function copyOf(joinCode) {
    const copy = put(element("button", { part: "copy", class: "second", "aria-live": "polite" }), "copy");
    // Fails where the page may not write to the clipboard, and on plain http, where there is none.
    const write = async () => navigator.clipboard.writeText(joinCode);
    copy.onclick = () => write().then(() => put(copy, "copied"), warn);
    return copy;
  }

  return function render(state) {
    const { name, session, failure, busy, isLast } = state;
    const focused = root.activeElement;
    dress(failure ? "failed" : name, failure?.correlationId);
    const now = JSON.stringify([said(state), words().text("about")]);
    if (now !== told) put(status, ...said(state));
    told = now;
    const shown = name === "started" && session;
    if (shown !== drawn) details.replaceChildren(...(shown.joinCode ? [code(shown.joinCode), copyOf(shown.joinCode), ends(shown, put) || ""] : []));
    drawn = shown;
    put(start, "start");
    start.hidden = name === "started" || name === "starting" || isLast;
    put(end, busy === "ending" ? busy : "end");
    end.hidden = !session;
    mark(end, "aria-disabled", busy === "ending");
    mark(box, "aria-busy", name === "starting");
    more.hidden = !(isLast || (session && failure));
    if (focused && !isSeen(focused)) panel.focus();
  };
}
