import { element, fill } from "./element.js";
import { isJoinable } from "./session.js";

/** What is said of a state, as paragraphs: what is so, why, and what to do next. */
export function said({ name, busy, then, left, session, failure }, words) {
  const text = (key, values = {}) => [...fill(words(key), values), " "];
  const known = session && !isJoinable(session) ? text("startedOnly", session) : [];
  if (name === "idle") return [];
  if (busy || !failure) return [element("p", {}, ...(busy || name !== "started" ? text(busy ?? name) : known.length ? known : ready()))];
  const { code, correlationId } = failure;
  const why = [name === "joined" && "stopFailed", session && `look:${code}`, code].find((key) => key && words(key));
  // A timer is not announced when it changes, unlike what is around it.
  const wait = then ? text(then, { retryAfter: element("span", { role: "timer" }, left) }) : [];
  return [
    element("p", {}, ...known, ...text(why ?? "unexpected"), ...wait),
    ...(correlationId ? [element("p", { part: "reference" }, ...text("reference", { correlationId }))] : []),
  ];

  function ready() {
    return [...text("started"), ...text(session.joinUrl ? "nextLink" : "nextCode")];
  }
}
