import { element, fill } from "./element.js";

/** Whether there is a way into the session. */
export function isJoinable({ joinUrl, joinCode }) {
  return Boolean(webAddress(joinUrl) || joinCode);
}

/** The ways into a session: its link, its code, or both. */
export function joinPanel({ joinUrl, joinCode, dateOfferEnds }, words, tell) {
  const url = webAddress(joinUrl);
  const ends = new Date(dateOfferEnds ?? NaN);
  return [
    ...(url ? [link(url, words)] : []),
    ...(joinCode ? code(joinCode, words(url ? "tellCode" : "tellCodeOnly"), words, tell) : []),
    ...(Number.isNaN(ends.valueOf()) ? [] : [element("p", {}, fill(words("ends"), { time: clockTime(ends) }))]),
  ];
}

/** Anything but http and https, `javascript:` above all, must not become a link. */
function webAddress(text) {
  const url = URL.canParse(text ?? "") ? new URL(text) : undefined;
  return /^https?:$/.test(url?.protocol) ? url.href : undefined;
}

function link(href, words) {
  const attributes = { part: "link", href, target: "_blank", rel: "noopener noreferrer" };
  return element("a", attributes, words("join"), element("span", { class: "heard" }, ` ${words("newWindow")}`));
}

function code(joinCode, intro, words, tell) {
  const seen = element("span", { part: "code", "aria-hidden": "true" }, joinCode);
  // Character by character: as one number nobody could type it in.
  const heard = element("span", { class: "heard" }, [...joinCode].join(" "));
  const copy = element("button", { part: "copy", type: "button" }, words("copy"));
  copy.addEventListener("click", async () => tell(words((await copied(joinCode)) ? "copied" : "notCopied")));
  return [element("p", {}, intro), element("p", { class: "code" }, seen, heard, copy)];
}

/** Fails where the page may not write to the clipboard, and on plain http. */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function clockTime(date) {
  return date.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
}
