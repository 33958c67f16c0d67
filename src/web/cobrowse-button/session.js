const LONGEST = 2048;

/** What of an answer is a session and can be shown: texts and numbers of bearable length. Nothing without an id. */
export function sessionIn(body) {
  const members = Object.entries(body ?? {}).filter(([, value]) => typeof value !== "object" && `${value}`.length <= LONGEST);
  const { id, joinUrl, joinCode, ...session } = Object.fromEntries(members);
  // Anything but http and https, `javascript:` above all, must not become a link.
  if (/^https?:\/\/./i.test(joinUrl)) session.joinUrl = joinUrl;
  const code = `${joinCode ?? ""}`.trim();
  if (code) session.joinCode = code;
  return id && { id: `${id}`, ...session };
}

/** How many seconds of an offer are left by the visitor's clock, or NaN where it has no end. */
export const secondsLeft = (session) => (new Date(session?.dateOfferEnds) - Date.now()) / 1000;
