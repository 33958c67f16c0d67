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

/** What a session is asked for with. */
export interface CobrowseRequest {
  email?: string;
  userId?: string;
  conversationId?: string;
  deploymentId?: string;
}

export interface CobrowseFailure {
  code: string;
  /** HTTP's, or 0 where there was no answer. */
  status: number;
  retryable: boolean;
  correlationId?: string;
}

export type CobrowseToken = string | null | undefined;
export type CobrowseState = "idle" | "starting" | "waiting" | "started" | "joined" | "ended" | "failed";

export interface CobrowseButtonEventMap extends HTMLElementEventMap {
  "cobrowse-starting": CustomEvent<CobrowseRequest>;
  "cobrowse-started": CustomEvent<CobrowseSession>;
  "cobrowse-joined": CustomEvent<CobrowseSession>;
  "cobrowse-ended": CustomEvent<CobrowseSession>;
  "cobrowse-failed": CustomEvent<CobrowseFailure>;
}

/** What a page may set. */
export interface CobrowseButtonProperties {
  /** Where the API is; without it the page's own origin. */
  endpoint: string;
  email: string;
  userId: string;
  conversationId: string;
  deploymentId: string;
  /** What the button says at first. */
  label: string;
  disabled: boolean;
  /** The visitor's, or a function that has it or a promise of it: asked before every request. */
  token: CobrowseToken | (() => CobrowseToken | Promise<CobrowseToken>);
  /** Texts in place of the built-in ones, by their keys. */
  words: Record<string, string> | undefined;
}

export class CobrowseButton extends HTMLElement implements CobrowseButtonProperties {
  endpoint: string;
  email: string;
  userId: string;
  conversationId: string;
  deploymentId: string;
  label: string;
  disabled: boolean;
  token: CobrowseButtonProperties["token"];
  words: CobrowseButtonProperties["words"];
  readonly state: CobrowseState;
  /** Does what a click on the button does, and resolves once that has ended. */
  start(): Promise<void>;
  /** Forgets the session that is shown, so that the next click starts another. */
  reset(): void;
  addEventListener<K extends keyof CobrowseButtonEventMap>(
    type: K,
    listener: (this: CobrowseButton, event: CobrowseButtonEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "cobrowse-button": CobrowseButton;
  }
}
