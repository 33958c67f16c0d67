const LONGEST = 2048;
// A visitor reads it out.
const LONGEST_CODE = 128;

/** What of an answer is a session and can be shown: texts and numbers of bearable length. Undefined without an id. */
export function sessionIn(body) {
  const members = Object.entries(body ?? {}).filter(([, value]) => typeof value !== "object" && `${value}`.length <= LONGEST);
  const { id, joinUrl, joinCode, ...session } = Object.fromEntries(members);
  // Anything but http and https, `javascript:` above all, must not become a link.
  if (/^https?:\/\//i.test(joinUrl) && URL.canParse(joinUrl)) session.joinUrl = joinUrl;
  const code = `${joinCode ?? ""}`.trim();
  if (code && code.length <= LONGEST_CODE) session.joinCode = code;
  return (id || id === 0) ? { id: `${id}`, ...session } : undefined;
}

/** How many seconds of an offer are left by the visitor's clock, or NaN where it has no end. */
export const secondsLeft = (session) => (new Date(session?.dateOfferEnds) - Date.now()) / 1000;
