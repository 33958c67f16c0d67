import { reflect, upgrade } from "./cobrowse-button/properties.js";
import { sideOf } from "./cobrowse-button/side.js";
import { asked } from "./cobrowse-button/target.js";
import { languageAt, wordsIn } from "./cobrowse-button/words-of.js";
import { offer } from "./cobrowse-offer/offer.js";
import { view } from "./cobrowse-offer/view.js";
import { de, en, SAME } from "./cobrowse-offer/words.js";

const PROPERTIES = ["endpoint", "conversationId", "deploymentId"];

/**
 * `<cobrowse-offer>`, the agent's side: starts a session in a conversation, and shows the code to read out to the customer,
 * who types it into a `<cobrowse-button enter-code>`.
 *
 * @fires cobrowse-started with the session as `detail`, as does the next
 * @fires cobrowse-ended
 * @fires cobrowse-failed with `{code, status, retryable, correlationId}` as `detail`
 */
export class CobrowseOffer extends (globalThis.HTMLElement ?? class {}) {
  static observedAttributes = ["lang"];

  /** The agent's token, or a function that has it or a promise of it: asked before every request. */
  token = this.token;
  #own;
  #words;
  #state = { name: "idle" };
  #side = sideOf(this, this.attachInternals());
  #view = view(this.attachShadow({ mode: "open" }), () => this.#words, (name) => this.#offer[name]());
  #offer = offer(() => asked(this), this.#side, (state) => this.#show(state));

  constructor() {
    super();
    upgrade(this);
    this.#render();
  }

  /** Texts in place of the built-in ones, by the keys of cobrowse-offer/words.js. */
  get words() {
    return this.#own;
  }

  set words(texts) {
    this.#own = texts;
    this.#render();
  }

  /** What is shown: `idle`, `starting`, `started`, `ended`, `expired` or `failed`. */
  get state() {
    return this.#state.name;
  }

  /** Starts a session, unless there is one. */
  async start() {
    await this.#offer.start();
  }

  /** Ends the session, or withdraws what is offered. */
  async end() {
    await this.#offer.end();
  }

  connectedCallback() {
    this.#show(this.#state);
  }

  attributeChangedCallback() {
    this.#render();
  }

  #show(state) {
    this.#state = state;
    this.#side.mark(state);
    this.#render();
  }

  #render() {
    const words = wordsIn({ en, de }, this.#own, languageAt(this));
    this.#words = { ...words, text: (key) => words.text([key, SAME[key]]) };
    this.#view(this.#state);
  }
}

reflect(CobrowseOffer, PROPERTIES, []);

if (globalThis.customElements && !customElements.get("cobrowse-offer")) {
  customElements.define("cobrowse-offer", CobrowseOffer);
}
