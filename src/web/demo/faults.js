// What can go wrong. In the API: whom the session is for decides, and `isLocal` what the stand-in for Genesys Cloud does not
// play. In Messenger: how its stand-in behaves.
const to = (name, value) => ({ button: { [name]: value } });

export const FAULTS = {
  none: { says: "Nothing goes wrong" },
  slow: { says: "API takes eight seconds", ...to("conversation-id", "conversation-slow"), isLocal: true },
  busy: { says: "API is busy for 15 seconds", ...to("conversation-id", "conversation-throttled"), isLocal: true },
  later: { says: "API is busy for 200 seconds", ...to("conversation-id", "conversation-later"), isLocal: true },
  lost: { says: "Connection is lost", ...to("conversation-id", "conversation-lost"), isLocal: true },
  unclear: { says: "Genesys does not say whether it started", ...to("user-id", "user-unclear") },
  nobody: { says: "Genesys knows nobody by that name", ...to("email", "nobody@example.com") },
  unjoinable: { says: "Genesys has no way to join yet", ...to("user-id", "user-unjoinable") },
  expires: { says: "Offer is good for 12 seconds only", ...to("user-id", "user-expires"), isLocal: true },
  "signed-out": { says: "Visitor is signed out", isSignedOut: true },
  absent: { says: "Messenger is not on this page", messenger: null },
  unready: { says: "Messenger is never ready", messenger: { ready: null } },
  refuses: { says: "Messenger refuses to share", messenger: { accept: "refuse" } },
  silent: { says: "Messenger does not say whether it shares", messenger: { accept: "silent" } },
  "will-not-stop": { says: "Messenger refuses to stop", messenger: { stop: "refuse" } },
  "stops-silently": { says: "Messenger does not say whether it stopped", messenger: { stop: "silent" } },
  "next-page": { says: "Messenger is silent on the next page", messenger: { resume: "silent" } },
};
