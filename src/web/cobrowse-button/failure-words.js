const WRONG_REQUEST = "This page asked for a session in a way we do not understand. Please contact us.";
const NOT_YOUR_FAULT = "The contact centre could not do what we asked. This is not your fault: please reach us another way.";
const MANY_PEOPLE = "A great many people are asking for a session right now.";

/**
 * The words for each failure by its `code`, after `look:` where looking a session up has words of its own. Those in words.js
 * are for where this file cannot be had.
 */
export const words = {
  workingAgain: "Trying again…",
  retrying: "We will try again in {retryAfter} s.",
  retryLater: "You can try again in {retryAfter} s.",
  countdown: "({seconds} s)",

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
  "internal-error": "Something went wrong on our side. Please contact us and mention the reference.",
  "too-many-requests": MANY_PEOPLE,
  "outcome-unknown":
    "We did not hear whether your session has started: it may be running already. Ask your agent before you start another.",
  intercepted:
    "A firewall or the sign-in page of a network answered in our place. You can try again: it will not start a second session.",
};
