/** A session as the API answers it, under Genesys' own names. */
export interface CobrowseSession {
  id: string;
  joinUrl?: string;
  joinCode?: string;
  state?: string;
  websocketUrl?: string;
  dateOfferEnds?: string;
  communicationType?: string;
  userId?: string;
  initiatorId?: string;
  type?: string;
  conversationId?: string;
  deploymentId?: string;
  createdTimestamp?: string;
  updatedTimestamp?: string;
  fetched?: boolean;
}

/** What of a session is known: of one that began elsewhere perhaps not even its id. */
export type CobrowseSharing = Partial<CobrowseSession>;

/** What a session is asked for with. */
export interface CobrowseRequest {
  email?: string;
  userId?: string;
  conversationId?: string;
  deploymentId?: string;
}

export type CobrowseFailureCode =
  // the API's
  | "invalid-request"
  | "not-found"
  | "method-not-allowed"
  | "not-acceptable"
  | "unsupported-media-type"
  | "caller-not-allowed"
  | "target-not-found"
  | "target-ambiguous"
  | "target-inactive"
  | "request-in-progress"
  | "idempotency-key-reused"
  | "idempotency-unavailable"
  | "genesys-credentials-rejected"
  | "genesys-permission-missing"
  | "genesys-rejected"
  | "genesys-rate-limited"
  | "genesys-unavailable"
  | "genesys-timeout"
  | "outcome-unknown"
  | "internal-error"
  // what stands in front of it
  | "sign-in-needed"
  | "too-many-requests"
  | "answer-lost"
  | "intercepted"
  // this page's
  | "cannot-join"
  | "cannot-share"
  | "messenger-not-ready"
  | "messenger-refused"
  | "code-refused"
  | "unexpected";

export interface CobrowseFailure {
  code: CobrowseFailureCode;
  /** HTTP's, or 0 where there was no answer. */
  status: number;
  retryable: boolean;
  correlationId?: string;
}

export type CobrowseToken = string | null | undefined;

export type CobrowseState =
  | "idle"
  | "starting"
  | "waiting"
  | "asking"
  | "offered"
  | "started"
  | "joined"
  | "unsure"
  | "ended"
  | "expired"
  | "failed";

/** The keys of `words`: those of words.js, and the code of every failure. */
export type CobrowseWord =
  | CobrowseFailureCode
  | "start"
  | "startAnother"
  | "tryAgain"
  | "cancel"
  | "share"
  | "decline"
  | "stop"
  | "stopping"
  | "enter"
  | "starting"
  | "waiting"
  | "asking"
  | "offered"
  | "started"
  | "join"
  | "tellCode"
  | "ends"
  | "joined"
  | "unsure"
  | "ended"
  | "expired"
  | "reference";

export interface CobrowseEventMap {
  "cobrowse-starting": CustomEvent<CobrowseRequest>;
  "cobrowse-started": CustomEvent<CobrowseSession>;
  "cobrowse-joined": CustomEvent<CobrowseSharing>;
  "cobrowse-ended": CustomEvent<CobrowseSharing>;
  "cobrowse-failed": CustomEvent<CobrowseFailure>;
}

/** What a page may set. */
export interface CobrowseButtonProperties {
  /** Where the API is; without it the page's own origin. */
  endpoint: string;
  conversationId: string;
  deploymentId: string;
  userId: string;
  email: string;
  /** What the button says at first. */
  label: string;
  disabled: boolean;
  /** Has a field for the code that the agent reads out. */
  enterCode: boolean;
  /** Shows what the agent offers. */
  answerOffers: boolean;
  /** Shows the visitor the join code. */
  showCode: boolean;
  /** The visitor's, or a function that has it or a promise of it: asked before every request. */
  token: CobrowseToken | (() => CobrowseToken | Promise<CobrowseToken>);
  /** Texts in place of the built-in ones, by their keys. */
  words: { [Key in CobrowseWord]?: string } | undefined;
}

export interface CobrowseButton extends CobrowseButtonProperties {}

export class CobrowseButton extends HTMLElement {
  readonly state: CobrowseState;
  /** Does what a click on the button does, and resolves once that has ended. */
  start(): Promise<void>;
  /** Gives up what is being started; the next click goes on with it. */
  cancel(): void;
  /** Forgets the session that is shown, and stops sharing. */
  reset(): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "cobrowse-button": CobrowseButton;
  }
  interface GlobalEventHandlersEventMap extends CobrowseEventMap {}
}
