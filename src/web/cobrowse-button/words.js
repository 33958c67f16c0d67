/**
 * The texts that a visitor can meet, by the keys of the property `words`, which replaces any of them; failures by their
 * `code`. What stands in braces is filled in.
 *
 * None says that nothing was started: an earlier send of the same attempt may have started a session, and its answer been
 * lost. None says that nobody sees the page before Messenger has said so.
 */
export const words = {
  start: "Share this page with an agent",
  startAnother: "Start another session",
  tryAgain: "Try again",
  cancel: "Cancel",
  share: "Share now",
  decline: "No thanks",
  stop: "Stop sharing",
  stopping: "Stopping…",
  enter: "Code from your agent",

  starting: "One moment…",
  waiting: "Next try in {retryAfter}.",
  asking: "Your agent is ready. Share now?",
  offered: "Your agent asks to see this page. Share it?",
  started: "Your session is ready.",
  join: "Join the session (new window)",
  tellCode: "Tell your agent, and nobody else, this code:",
  ends: "Good until {time}.",
  joined: "Your agent can see this page.",
  unsure: "Your agent may still see this page. Stop sharing, or close the page.",
  ended: "Sharing has ended. Your agent can no longer see this page.",
  expired: "This offer has expired.",
  reference: "Reference: {correlationId}",

  "sign-in-needed": "Please check that you are signed in with the right account.",
  "target-not-found": "We could not find whom this session is for. Please ask your agent.",
  "outcome-unknown": "Your session may be running already. Ask your agent before you start another.",
  "answer-lost": "We got no answer. Please try again: it will not start a second session.",
  unexpected: "Something went wrong. Please contact us.",
  "cannot-share": "This page cannot be shared right now.",
  "code-refused": "This code did not work. Please check it with your agent.",
};

/** Failures that are the same to a visitor, and in whose words they are told. */
const LIKE = [
  [/^target/, "target-not-found"],
  [/^(genesys|cannot|mess)|idempotency-un|progress|many/, "cannot-share"],
  [/^caller/, "sign-in-needed"],
  [/reused/, "outcome-unknown"],
  [/interc/, "answer-lost"],
];

/** The keys by which a text is looked for. */
export const keysOf = (key) => [key, LIKE.find(([codes]) => codes.test(key))?.[1]];
