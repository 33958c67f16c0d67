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
  more: "Does this not work?",
  enter: "Code from your agent",

  starting: "One moment…",
  retrying: "We will try again in {retryAfter}.",
  retryLater: "You can try again in {retryAfter}.",
  asking: "Your agent is ready. Share now?",
  offered: "An agent would like to see this page. Share it?",
  started: "Your session is ready.",
  "cannot-join": "Your session has started, but we do not know yet how you can join it. Please try again.",
  join: "Join the session",
  newWindow: "(new window)",
  tellCode: "Tell your agent, and nobody else, this code:",
  copy: "Copy the code",
  copied: "Copied",
  ends: "Good until {time}.",
  joined: "Your agent can see this page.",
  unsure: "Your agent may still see this page. Stop sharing, or close the page to be sure.",
  ended: "Sharing has ended. Your agent can no longer see this page.",
  expired: "This offer has expired.",
  reference: "Reference: {correlationId}",

  "caller-not-allowed": "You may not start this session. Are you signed in with the right account?",
  "sign-in-needed": "We could not tell who you are. Please sign in again.",
  "target-not-found": "We could not find whom this session is for. Please ask your agent.",
  "outcome-unknown": "Your session may be running already. Ask your agent before you start another.",
  "answer-lost": "We got no answer. You can try again: it will not start a second session.",
  unexpected: "Something went wrong. Please contact us.",
  "cannot-share": "This page cannot be shared right now.",
  "messenger-refused": "Sharing did not start. Please try again.",
  "code-refused": "This code did not work. Please check it with your agent.",
};

/** Failures that are the same to a visitor, and in whose words they are told. */
const LIKE = [
  [/^target/, "target-not-found"],
  [/^genesys|idempotency-un|progress|many/, "cannot-share"],
  [/reused/, "outcome-unknown"],
  [/interc/, "answer-lost"],
  [/ready/, "messenger-refused"],
];

/** The keys by which a text is looked for. */
export const keysOf = (key) => [key, LIKE.find(([codes]) => codes.test(key))?.[1]];
