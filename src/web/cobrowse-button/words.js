/**
 * The texts that a visitor can meet; those for failures and for Messenger are in failure-words.js and messenger-words.js,
 * but for what is said where these files cannot be had. None says that nothing was started: an earlier send of the same
 * attempt may have started a session, and its answer been lost. A site replaces any of them through the `words` property.
 * What stands in braces is filled in.
 */
export const words = {
  start: "Share this page with an agent",
  startAnother: "Start another session",
  tryAgain: "Try again",
  look: "Get the join link",
  working: "Starting your session…",
  looking: "Looking up how you can join…",

  started: "Your session is ready.",
  nextLink: "Join it: nobody sees anything before you do.",
  nextCode: "Nobody sees this page yet. Tell your agent, and nobody else, this code:",
  startedOnly: "Your session {id} has started, but we do not know yet how you can join it.",
  join: "Join the session",
  newWindow: "(opens a new window)",
  tellCode: "Or tell your agent, and nobody else, this code:",
  copy: "Copy the code",
  copied: "The code is copied.",
  notCopied: "The code could not be copied. Please select it.",
  ends: "Please join before {time}.",
  offerEnded: "This offer ended at {time}. You may need another session.",
  reference: "Reference: {correlationId}",

  "answer-lost": "The connection was lost. You can try again: it will not start a second session.",
  unexpected: "Something unexpected happened. Please contact us and mention the reference.",
};
