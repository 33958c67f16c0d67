import { intentOf } from "./cobrowse-button/intent.js";
import { showAll, sides } from "./cobrowse-button/page.js";
import { ATTRIBUTES, PROPERTIES_ONLY, reflect, upgrade } from "./cobrowse-button/properties.js";
import { change, decline, listenToMessenger, setOffer, sharing, stop } from "./cobrowse-button/sharing.js";
import { isShared } from "./cobrowse-button/sharing-state.js";
import { sideOf } from "./cobrowse-button/side.js";
import { hasTarget } from "./cobrowse-button/target.js";
import { view } from "./cobrowse-button/view.js";
import { warn } from "./cobrowse-button/warn.js";
import { keysOf, words as en } from "./cobrowse-button/words.js";
import { languageAt, wordsIn } from "./cobrowse-button/words-of.js";

const texts = { en };
let german;

/** Only a page in German needs it, and one that cannot have it speaks English. */
const loadGerman = () =>
  import("./cobrowse-button/words.de.js").then(({ words }) => {
    texts.de = words;
    showAll();
  }, warn);

/**
 * `<cobrowse-button>`: shares this page with an agent once the visitor says so, and tells who sees it. See docs/widget.md.
 *
 * @fires cobrowse-starting with the request as `detail`
 * @fires cobrowse-started with the session as `detail`; so are the next two
 * @fires cobrowse-joined once Messenger has said that the agent sees this page
 * @fires cobrowse-ended once it has said that the agent no longer does
 * @fires cobrowse-failed with `{code, status, retryable, correlationId}` as `detail`
 */
// On a server there are no elements, and the module must load there all the same.
export class CobrowseButton extends (globalThis.HTMLElement ?? class {}) {
  static observedAttributes = ATTRIBUTES;

  /** The visitor's token, or a function that has it or a promise of it: asked before every request. */
  token = this.token;
  #own;
  #words;
  #state = { name: "idle" };
  #observer = new MutationObserver(() => this.#render());
  #view = view(this.attachShadow({ mode: "open" }), () => this.#words, (name, code) => this.#act(name, code));
  #side = {
    ...sideOf(this, this.attachInternals()),
    intent: () => intentOf(this),
    showsCode: () => this.showCode,
    show: () => this.#show(),
  };

  constructor() {
    super();
    upgrade(this);
    this.#render();
  }

  /** Texts in place of the built-in ones, by the keys of words.js. */
  get words() {
    return this.#own;
  }

  set words(texts) {
    this.#own = texts;
    this.#render();
  }

  /** What is shown: `idle`, `starting`, `waiting`, `asking`, `offered`, `started`, `joined`, `unsure`, `ended`, `expired`, `failed`. */
  get state() {
    return this.#state.name;
  }

  /** Does what a click on the button does, and resolves once that has ended: never a second session for one target. */
  async start() {
    if (this.disabled) return;
    if (this.#hasButton || this.state === "offered") await this.#act("share");
    else this.#view.click();
  }

  /** Gives up what is being started; the next click goes on with it. */
  cancel() {
    this.#act("cancel");
  }

  /** Forgets the session that is shown, and stops sharing, so that the next click starts another. */
  reset() {
    this.#act("reset");
    stop(this.#side);
    change("doubted");
    change("forgotten");
  }

  focus(options) {
    this.#view.focus(options);
  }

  click() {
    this.#view.click();
  }

  connectedCallback() {
    this.#observer.observe(document.documentElement, { attributeFilter: ["lang"] });
    sides.add(this.#side);
    listenToMessenger();
    this.#show();
  }

  disconnectedCallback() {
    this.#observer.disconnect();
    sides.delete(this.#side);
  }

  attributeChangedCallback(name, before, after) {
    if (PROPERTIES_ONLY.includes(name) && after !== null) {
      this.removeAttribute(name);
      warn(`takes no attribute ${name}`);
    } else if (this.isConnected) this.#show();
    else this.#render();
  }

  /** Without a target only where there is no other way in. */
  get #hasButton() {
    return hasTarget(this) || !(this.enterCode || this.answerOffers);
  }

  #act(name, joinCode) {
    const intent = intentOf(this);
    const side = this.#side;
    const { offer } = sharing;
    if (name === "stop") return stop(side);
    if (name === "enter") return intent.take(side, { data: { joinCode } });
    if (this.state === "offered" && name === "decline") return decline();
    if (this.state === "offered" && name === "share") {
      const { sessionId: id, sessionJoinToken } = offer;
      setOffer();
      return intent.take(side, { id, data: { joinCode: sessionJoinToken, sessionId: id } });
    }
    return intent[{ button: "start", share: "start", decline: "cancel" }[name] ?? name](side);
  }

  /** Who sees this page goes before what this element is about. */
  #show() {
    const { state: who, offer } = sharing;
    const own = intentOf(this).state();
    const isUnderWay = ["starting", "waiting", "asking"].includes(own.name);
    if (isShared(who)) this.#state = { name: who.name, busy: sharing.stopping === who.begins && "stopping" };
    else if (!isUnderWay && offer && this.answerOffers) this.#state = { name: "offered" };
    else this.#state = !isUnderWay && who.name === "ended" ? { name: "ended" } : own;
    this.#side.mark(this.#state);
    this.#render();
  }

  #render() {
    const language = languageAt(this);
    const words = wordsIn(texts, this.#own, language);
    if (/^de\b/i.test(language)) german ??= loadGerman();
    this.#words = { ...words, text: (key) => words.text(keysOf(key)) };
    const { disabled, enterCode, showCode, label } = this;
    this.#view.render(this.#state, { disabled, enterCode, showCode, label, hasButton: this.#hasButton });
  }
}

reflect(CobrowseButton);

// A second copy of this module, such as a bundle's, finds the first one's element.
if (globalThis.customElements && !customElements.get("cobrowse-button")) {
  customElements.define("cobrowse-button", CobrowseButton);
}
