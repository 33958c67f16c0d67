const WRONG_REQUEST = "This page asked for a session in a way we do not understand. Please contact us.";
const NOT_YOUR_FAULT = "The contact centre could not do what we asked. This is not your fault: please reach us another way.";
const MANY_PEOPLE = "A great many people are asking for a session right now.";

/**
 * Every text a visitor can meet, failures by their `code`, after `look:` where looking a session up has words of its own.
 * None says that nothing was started: an earlier send of the same attempt may have started a session, and its answer been
 * lost. A site replaces any of them through the `words` property. What stands in braces is filled in.
 */
export const words = {
  start: "Share this page with an agent",
  startAnother: "Start another session",
  tryAgain: "Try again",
  look: "Get the join link",
  working: "Starting your session…",
  looking: "Looking up how you can join…",
  workingAgain: "Trying again…",
  retrying: "We will try again in {retryAfter} s.",
  retryLater: "You can try again in {retryAfter} s.",
  countdown: "({seconds} s)",

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
  joining: "Showing this page to your agent…",
  joined: "Your agent can see this page now.",
  stop: "Stop sharing",
  stopping: "Stopping…",
  stopFailed: "Your agent may still see this page. Please try again, or close it.",
  ended: "The session has ended. Your agent does not see this page any more.",
  reference: "Reference: {correlationId}",

  "invalid-request": WRONG_REQUEST,
  "not-found": WRONG_REQUEST,
  "method-not-allowed": WRONG_REQUEST,
  "not-acceptable": WRONG_REQUEST,
  "unsupported-media-type": WRONG_REQUEST,
  "unsupported-event": WRONG_REQUEST,
  "caller-not-allowed": "You may not start this session. Are you signed in with the right account?",
  "sign-in-needed": "We could not tell who you are. Please sign in again, then try again.",
  "look:caller-not-allowed": "Please ask your agent, and mention this session.",
  "look:target-not-found": "It may be over. Please ask your agent.",
  "target-not-found": "We could not find the person or conversation this session is for. Please ask your agent for help.",
  "target-ambiguous": "More than one person has this e-mail address. Please ask your agent for help.",
  "target-inactive": "This account is not active. Please contact us.",
  "request-in-progress": "Your session is already being started.",
  "idempotency-key-reused":
    "This attempt was mixed up with an earlier one, whose session may be running. Ask your agent before you start another.",
  "idempotency-unavailable": "We cannot start sessions at the moment.",
  "genesys-credentials-rejected": NOT_YOUR_FAULT,
  "genesys-permission-missing": NOT_YOUR_FAULT,
  "genesys-rejected": NOT_YOUR_FAULT,
  "genesys-rate-limited": MANY_PEOPLE,
  "genesys-unavailable": "The contact centre cannot be reached right now.",
  "genesys-timeout": "The contact centre takes too long to answer.",
  "outcome-unknown":
    "We did not hear whether your session has started: it may be running already. Ask your agent before you start another.",
  "internal-error": "Something went wrong on our side. Please contact us and mention the reference.",
  "too-many-requests": MANY_PEOPLE,
  "answer-lost": "The connection was lost. You can try again: it will not start a second session.",
  intercepted:
    "A firewall or the sign-in page of a network answered in our place. You can try again: it will not start a second session.",
  unexpected: "Something unexpected happened. Please contact us and mention the reference.",
};
