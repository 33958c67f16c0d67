import { element, mark } from "../cobrowse-button/element.js";
import { code, ends } from "../cobrowse-button/join-panel.js";
import { isSeen, parts } from "../cobrowse-button/parts.js";
import { clockTime } from "../cobrowse-button/said.js";

/** What the agent sees: Start; the code to read out, until when it is good, and End. */
export function view(root, words, act) {
  const { panel, sign, more, reference, control, put, dress } = parts(root, words, act);
  const status = element("p", { role: "status", dir: "auto" });
  const box = element("div", { part: "status" }, sign, status);
  const details = element("div", { part: "details" });
  const [start, end] = ["start", "end"].map((name) => control(name));
  let told;
  let drawn;

  panel.append(box, details, reference, start, end, more);

  function said({ name, session, failure, retryAfter = 0 }) {
    if (!failure) return [name === "idle" ? "about" : name === "started" && !session.joinCode ? "noCode" : name];
    const key = session ? "notEnded" : words().text(failure.code) ? failure.code : "unexpected";
    return [key, { ...failure, retryAfter: clockTime(retryAfter) }];
  }

  return function render(state) {
    const { name, session, failure, busy, isLast } = state;
    const focused = root.activeElement;
    dress(failure ? "failed" : name, failure?.correlationId);
    const now = JSON.stringify([said(state), words().locale]);
    if (now !== told) put(status, ...said(state));
    told = now;
    const shown = name === "started" && session;
    if (shown !== drawn) details.replaceChildren(...(shown.joinCode ? [code(shown.joinCode, put), ...ends(shown, put, words().locale)] : []));
    drawn = shown;
    put(start, "start");
    start.hidden = name === "started" || name === "starting" || isLast;
    put(end, busy === "ending" ? busy : "end");
    end.hidden = !session;
    mark(end, "aria-disabled", busy === "ending");
    mark(end, "class", "second");
    mark(box, "aria-busy", name === "starting");
    more.hidden = !(isLast || (session && failure));
    if (focused && !isSeen(focused)) panel.focus();
  };
}
