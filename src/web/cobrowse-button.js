import { asked, ATTRIBUTES } from "./cobrowse-button/asked.js";
import { Attempt } from "./cobrowse-button/attempt.js";
import { countDown } from "./cobrowse-button/countdown.js";
import { isJoinable } from "./cobrowse-button/join-panel.js";
import { nextClick } from "./cobrowse-button/next-click.js";
import { View } from "./cobrowse-button/view.js";
import { words } from "./cobrowse-button/words.js";

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
  static observedAttributes = ["label", ...ATTRIBUTES];

  #words;
  #view = new View(this.attachShadow({ mode: "open" }), (key) => this.#text(key));
  /** The attempts that a click goes on with rather than begin another, by what they ask for. */
  #open = new Map();
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
    if (name === "label") this.#view.relabel();
    else if (!this.#busy) this.#view.idle();
  }

  async #clicked(event) {
    // The answer may come between the two clicks of a double click: the second is no wish for another session.
    if (this.#busy || event.detail > 1) return;
    this.#busy = true;
    const wanted = asked(this);
    const outcome = await this.#run(wanted);
    this.#busy = false;
    // An attempt of which nothing was shown stays open.
    if (!outcome || asked(this) !== wanted) return this.#view.idle();
    if (nextClick(outcome) === "startAnother") this.#open.delete(wanted);
    this.#view.ended(outcome);
  }

  /** @returns the outcome, or undefined where nobody waits for one any longer */
  async #run(wanted) {
    const attempt = this.#attempt(wanted);
    const looking = attempt.isStarted;
    this.#view.working(looking ? "looking" : "working");
    let outcome = await attempt.send();
    if (outcome.failure?.retryable && outcome.failure.retryAfter <= LONGEST_AUTOMATIC_WAIT) {
      await this.#wait(outcome, "retrying");
      if (!this.isConnected || asked(this) !== wanted) return undefined;
      this.#view.working("workingAgain");
      outcome = await attempt.send();
    }
    this.#tell(outcome, looking);
    if (outcome.failure?.retryable) await this.#wait(outcome, "retryLater");
    return outcome;
  }

  #wait(outcome, words) {
    this.#view.waiting(outcome, words);
    return countDown(outcome.failure.retryAfter, (seconds) => this.#view.secondsLeft(seconds));
  }

  #attempt(wanted) {
    if (!this.#open.has(wanted)) this.#open.set(wanted, new Attempt(JSON.parse(wanted), () => this.#token()));
    return this.#open.get(wanted);
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
    const early = this.words;
    delete this.words;
    this.words = early;
  }

  /** Of a session that was looked up the page hears only if it can be joined now: it knows the rest. */
  #tell({ session, failure }, looking) {
    if (failure) {
      const { code, status, retryable, correlationId } = failure;
      this.#dispatch("cobrowse-failed", { code, status, retryable, correlationId });
    } else if (!looking || isJoinable(session)) {
      this.#dispatch("cobrowse-started", session);
    }
  }

  #dispatch(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

customElements.define("cobrowse-button", CobrowseButton);
