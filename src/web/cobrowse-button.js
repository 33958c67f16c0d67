import { Attempt } from "./cobrowse-button/attempt.js";
import { countDown } from "./cobrowse-button/countdown.js";
import { View } from "./cobrowse-button/view.js";
import { words } from "./cobrowse-button/words.js";

const TARGET = { email: "email", userId: "user-id", conversationId: "conversation-id", deploymentId: "deployment-id" };
const LONGEST_AUTOMATIC_WAIT = 60;

/**
 * `<cobrowse-button>`: one click starts one cobrowse session and shows how to join it. See docs/widget.md.
 *
 * A page may set the properties `token` (the visitor's, or a function giving it or a promise of it) and `words` (texts in
 * place of the built-in ones) at any time, before this module has loaded, too.
 *
 * @fires cobrowse-started with the session as `detail`
 * @fires cobrowse-failed with `{code, status, retryable, correlationId}` as `detail`
 */
export class CobrowseButton extends HTMLElement {
  static observedAttributes = ["label", "endpoint", ...Object.values(TARGET)];

  #words;
  #view = new View(this.attachShadow({ mode: "open" }), (key) => this.#text(key));
  #attempt;
  #busy = false;

  constructor() {
    super();
    this.#view.onClick((event) => this.#clicked(event));
    this.#takeOverWords();
  }

  get words() {
    return this.#words;
  }

  set words(texts) {
    this.#words = texts;
    this.#view.relabel();
  }

  attributeChangedCallback(name, before, after) {
    if (before === after) return;
    if (name === "label") {
      this.#view.relabel();
      return;
    }
    this.#attempt = undefined;
    if (!this.#busy) this.#view.idle();
  }

  async #clicked(event) {
    // The answer may come between the two clicks of a double click: the second is no wish for another session.
    if (this.#busy || event.detail > 1) return;
    this.#busy = true;
    try {
      this.#attempt ??= new Attempt(this.getAttribute("endpoint") ?? "", this.#request(), () => this.#token());
      await this.#run(this.#attempt);
    } finally {
      this.#busy = false;
    }
  }

  async #run(attempt) {
    this.#view.working("working");
    let { session, failure } = await attempt.send();
    if (failure?.retryable && failure.retryAfter <= LONGEST_AUTOMATIC_WAIT) {
      await this.#wait(failure, "retrying");
      if (this.isConnected) {
        this.#view.working("workingAgain");
        ({ session, failure } = await attempt.send());
      }
    }
    if (session) this.#started(session);
    else await this.#failed(failure);
  }

  #started(session) {
    const joinable = this.#view.started(session);
    if (joinable) this.#attempt = undefined;
    this.#tell("cobrowse-started", session);
  }

  async #failed(failure) {
    const { code, status, retryable, correlationId } = failure;
    if (!failure.safeToRepeat) this.#attempt = undefined;
    this.#tell("cobrowse-failed", { code, status, retryable, correlationId });
    if (retryable) await this.#wait(failure, "retryLater");
    this.#view.failed(failure);
  }

  #wait(failure, words) {
    this.#view.waiting(failure, words);
    return countDown(failure.retryAfter, (seconds) => this.#view.secondsLeft(seconds));
  }

  #request() {
    const given = Object.entries(TARGET).filter(([, attribute]) => this.hasAttribute(attribute));
    return Object.fromEntries(given.map(([member, attribute]) => [member, this.getAttribute(attribute)]));
  }

  #token() {
    return typeof this.token === "function" ? this.token() : this.token;
  }

  #text(key) {
    const label = key === "start" ? this.getAttribute("label") : null;
    return label ?? this.#words?.[key] ?? words[key];
  }

  /** A property that was set before this module had loaded hides the accessor of its name. */
  #takeOverWords() {
    if (!Object.hasOwn(this, "words")) return;
    const { words } = this;
    delete this.words;
    this.words = words;
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

customElements.define("cobrowse-button", CobrowseButton);
