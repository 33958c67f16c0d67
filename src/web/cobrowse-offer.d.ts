import type { CobrowseEventMap, CobrowseFailureCode, CobrowseToken } from "./cobrowse-button.js";

export type CobrowseOfferState = "idle" | "starting" | "started" | "ended" | "expired" | "failed";

/** The keys of `words`: those of cobrowse-offer/words.js, and the code of every failure. */
export type CobrowseOfferWord =
  | CobrowseFailureCode
  | "about"
  | "start"
  | "startAnother"
  | "starting"
  | "started"
  | "noCode"
  | "copy"
  | "copied"
  | "ends"
  | "end"
  | "ending"
  | "ended"
  | "notEnded"
  | "expired"
  | "reference";

/** What a page may set. */
export interface CobrowseOfferProperties {
  /** Where the API is; without it the page's own origin. */
  endpoint: string;
  conversationId: string;
  deploymentId: string;
  /** The agent's, or a function that has it or a promise of it: asked before every request. */
  token: CobrowseToken | (() => CobrowseToken | Promise<CobrowseToken>);
  /** Texts in place of the built-in ones, by their keys. */
  words: { [Key in CobrowseOfferWord]?: string } | undefined;
}

export interface CobrowseOffer extends CobrowseOfferProperties {}

export class CobrowseOffer extends HTMLElement {
  readonly state: CobrowseOfferState;
  /** Starts a session, unless there is one. */
  start(): Promise<void>;
  /** Ends the session, or withdraws what is offered. */
  end(): Promise<void>;
}

declare global {
  interface HTMLElementTagNameMap {
    "cobrowse-offer": CobrowseOffer;
  }
  interface GlobalEventHandlersEventMap extends CobrowseEventMap {}
}
