import { element, fill } from "./element.js";
import { isJoinable, joinPanel } from "./join-panel.js";
import { nextClick } from "./next-click.js";
import { style } from "./style.js";

/** What the visitor sees and hears: a button, a status that screen readers announce, and what follows from it. */
export class View {
  #words;
  #offer;
  #caption = element("span");
  #seconds = element("span", { "aria-hidden": "true" });
  #spinner = element("span", { class: "spinner", "aria-hidden": "true" });
  #button = element("button", { part: "button", type: "button" }, this.#spinner, this.#caption, this.#seconds);
  #status = element("p", { part: "status", role: "status" });
  #details = element("div", { part: "details" });

  /** @param words a function that has the text for a key */
  constructor(root, words) {
    this.#words = words;
    root.adoptedStyleSheets = [style];
    root.append(this.#button, this.#status, this.#details);
    // A key held down clicks again and again.
    this.#button.addEventListener("keydown", (event) => event.key === "Enter" && event.repeat && event.preventDefault());
    this.idle();
  }

  onClick(listener) {
    this.#button.addEventListener("click", listener);
  }

  /** Puts the offer in words again: those may have changed. */
  relabel() {
    this.#caption.textContent = this.#words(this.#offer);
  }

  idle() {
    this.#show("idle", "");
    this.#ready("start");
  }

  /** @param key of the words that say at what */
  working(key) {
    this.#show("working", this.#words(key));
    this.#hold(this.#offer);
    // The button alone: what a busy region says is not announced.
    this.#button.setAttribute("aria-busy", "true");
  }

  /** @param key of the words that say what comes after the wait */
  waiting(outcome, key) {
    this.#failed(outcome, ` ${fill(this.#words(key), outcome.failure)}`);
    this.#hold(nextClick(outcome));
  }

  /** For the eye only: announcing every second would drown what a screen reader has to say. */
  secondsLeft(seconds) {
    this.#seconds.textContent = `(${seconds} s)`;
  }

  ended(outcome) {
    if (outcome.failure) this.#failed(outcome);
    else this.#started(outcome.session);
    this.#ready(nextClick(outcome));
  }

  #started(session) {
    if (!isJoinable(session)) {
      this.#show("started", fill(this.#words("startedOnly"), session));
      return;
    }
    const panel = joinPanel(session, this.#words, (text) => (this.#status.textContent = text));
    this.#show("joinable", this.#words("started"), ...panel);
  }

  #failed(outcome, next = "") {
    const { correlationId } = outcome.failure;
    const reference = fill(this.#words("reference"), { correlationId });
    const details = correlationId ? [element("p", { part: "reference" }, reference)] : [];
    this.#show("failed", this.#reason(outcome) + next, ...details);
  }

  /** A session that is there already stays there, whatever its look-up ran into. */
  #reason({ session, failure: { code } }) {
    const general = this.#words(code) ?? this.#words("unexpected");
    return session ? `${fill(this.#words("startedOnly"), session)} ${this.#words(`look:${code}`) ?? general}` : general;
  }

  #show(state, text, ...details) {
    this.#button.dataset.state = this.#status.dataset.state = state;
    this.#status.textContent = text;
    this.#details.replaceChildren(...details);
  }

  /** Not `disabled`, which would take the focus away. */
  #hold(offer) {
    this.#ready(offer);
    this.#button.setAttribute("aria-disabled", "true");
  }

  /** @param offer key of the words that say what a click does */
  #ready(offer) {
    this.#offer = offer;
    this.relabel();
    this.#seconds.textContent = "";
    this.#button.removeAttribute("aria-disabled");
    this.#button.removeAttribute("aria-busy");
  }
}
