import { element, fill } from "./element.js";

/** So long the second Enter of a double one finds nothing to open: it was no wish to join. */
const PAUSE_MILLISECONDS = 500;
const DAY_MILLISECONDS = 86_400_000;

/** The link into a session, if it has one. */
export function joinLink({ joinUrl: href }, words) {
  if (!href) return [];
  const heard = element("span", { class: "heard" }, ` ${words("newWindow")}`);
  const link = element("a", { part: "link", href, target: "_blank", rel: "noopener noreferrer" }, words("join"), heard);
  const since = performance.now();
  link.onclick = ({ detail }) => detail > 0 || performance.now() - since >= PAUSE_MILLISECONDS;
  return [link];
}

/** What else there is to say of a session that can be joined: its code, and how long. */
export function joinPanel({ joinUrl, joinCode, dateOfferEnds }, words, tell) {
  return [
    joinCode && joinUrl && element("p", {}, words("tellCode")),
    joinCode && code(joinCode, words("copy"), tell),
    ends(new Date(dateOfferEnds), words),
  ].filter(Boolean);
}

function code(joinCode, caption, tell) {
  const seen = element("bdi", { part: "code", "aria-hidden": true }, joinCode);
  // Character by character: as one number nobody could type it in.
  const heard = element("bdi", { class: "heard" }, [...joinCode].join(" "));
  const copy = element("button", { part: "copy", type: "button" }, caption);
  // Fails where the page may not write to the clipboard, and on plain http, where there is none.
  const write = async () => navigator.clipboard.writeText(joinCode);
  copy.onclick = () => write().then(() => tell("copied"), () => tell("notCopied"));
  return element("p", { class: "code", tabindex: -1 }, seen, heard, copy);
}

/** By the visitor's clock, which may be wrong: so the code stays, whatever that says. */
function ends(date, words) {
  const left = date - Date.now();
  if (Number.isNaN(left)) return undefined;
  const isNear = Math.abs(left) < DAY_MILLISECONDS;
  const time = date.toLocaleString(words("locale"), { timeStyle: "short", dateStyle: isNear ? undefined : "medium" });
  const line = element("p", { part: "ends" });
  const say = (key) => line.replaceChildren(...fill(words(key), { time }));
  say(left > 0 ? "ends" : "offerEnded");
  if (left > 0 && isNear) setTimeout(say, left, "offerEnded");
  return line;
}
