import { intentOf } from "./cobrowse-button/intent.js";
import { ATTRIBUTES, PROPERTIES_ONLY, reflect, upgrade } from "./cobrowse-button/properties.js";
import { view } from "./cobrowse-button/view.js";
import { warn } from "./cobrowse-button/warn.js";
import { languageAt, loadWords, textFor } from "./cobrowse-button/words-of.js";

/**
 * `<cobrowse-button>`: one click starts one cobrowse session and shows how to join it. See docs/widget.md.
 *
 * @fires cobrowse-starting with the request as `detail`
 * @fires cobrowse-started with the session as `detail`; so are the next two
 * @fires cobrowse-joined once the agent sees this page through Genesys' Messenger
 * @fires cobrowse-ended
 * @fires cobrowse-failed with `{code, status, retryable, correlationId}` as `detail`
 */
// On a server there are no elements, and the module must load there all the same.
export class CobrowseButton extends (globalThis.HTMLElement ?? class {}) {
  static observedAttributes = ATTRIBUTES;

  /** The visitor's token, or a function that has it or a promise of it: asked before every request. */
  token = this.token;
  #words;
  #state = { name: "idle" };
  /** The intent that it shows. */
  #shown;
  #language = "en";
  #states = this.attachInternals().states;
  #observer = new MutationObserver(() => this.#speak());
  #view = view(
    this.attachShadow({ mode: "open" }),
    (key) => (key === "start" && this.label) || textFor(key, this.#words, this.#language),
    (act) => this.#act(act),
  );
  #side = {
    show: (state) => this.#show(state),
    tell: (event, detail) =>
      this.dispatchEvent(new CustomEvent(`cobrowse-${event}`, { detail, bubbles: true, composed: true })),
    token: () => (typeof this.token === "function" ? this.token() : this.token),
  };

  constructor() {
    super();
    upgrade(this);
    this.#render();
  }

  /** Texts in place of the built-in ones, by the keys of words.js, failure-words.js and messenger-words.js. */
  get words() {
    return this.#words;
  }

  set words(texts) {
    // A framework sets equal ones at each of its turns, and to show them again is to announce them again.
    const isNew = JSON.stringify(texts) !== JSON.stringify(this.#words);
    this.#words = texts;
    if (isNew) this.#render();
  }

  get disabled() {
    return this.hasAttribute("disabled");
  }

  set disabled(isDisabled) {
    this.toggleAttribute("disabled", Boolean(isDisabled));
  }

  /** What is shown: `idle`, `starting`, `waiting`, `started`, `joined`, `ended` or `failed`. */
  get state() {
    return this.#state.name;
  }

  /** Does what a click on the button does, and resolves once that has ended: never a second session for one target. */
  async start() {
    if (!this.disabled) await this.#act("start");
  }

  /** Forgets the session that is shown, so that the next click starts another. */
  reset() {
    this.#act("reset");
  }

  focus(options) {
    this.#view.primary().focus(options);
  }

  click() {
    this.#view.primary().click();
  }

  connectedCallback() {
    this.#observer.observe(document.documentElement, { attributeFilter: ["lang"] });
    this.#speak();
    this.#attach(intentOf(this));
  }

  disconnectedCallback() {
    this.#observer.disconnect();
    this.#attach();
  }

  attributeChangedCallback(name, before, after) {
    if (PROPERTIES_ONLY.includes(name) && after !== null) {
      this.removeAttribute(name);
      warn(`takes no attribute ${name}: set the property.`);
    } else if (this.isConnected) {
      this.#attach(intentOf(this));
      this.#speak();
    }
    this.#render();
  }

  #act(name) {
    return intentOf(this)[name](this.#side);
  }

  /** To what is asked for now, or to nothing. */
  #attach(intent) {
    if (intent === this.#shown) return;
    this.#shown?.detach(this.#side);
    this.#shown = intent;
    intent?.attach(this.#side);
  }

  async #speak() {
    const language = languageAt(this);
    await loadWords(language);
    if (language === this.#language) return;
    this.#language = language;
    this.#render();
  }

  #show(state) {
    const isTick = state.left && state.failure === this.#state.failure;
    this.#state = state;
    if (isTick) return this.#view.tick(state.left);
    this.#render();
    this.dataset.state = state.name;
    try {
      this.#states.clear();
      this.#states.add(state.name);
    } catch {
      // Browsers that have no `:state()` yet, or in another way: the attribute says it, too.
    }
  }

  #render() {
    this.#view.render(this.#state, this.disabled);
  }
}

reflect(CobrowseButton);

// A second copy of this module, such as a bundle's, finds the first one's element.
if (globalThis.customElements && !customElements.get("cobrowse-button")) {
  customElements.define("cobrowse-button", CobrowseButton);
}
