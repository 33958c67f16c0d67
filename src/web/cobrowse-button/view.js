import { element, fill } from "./element.js";
import { joinPanel } from "./join-panel.js";
import { style } from "./style.js";

/** What the visitor sees and hears: a button, a status that screen readers announce, and what follows from it. */
export class View {
  #words;
  #label;
  #caption = element("span");
  #seconds = element("span", { "aria-hidden": "true" });
  #spinner = element("span", { class: "spinner", "aria-hidden": "true" });
  #button = element("button", { part: "button", type: "button" }, this.#spinner, this.#caption, this.#seconds);
  #status = element("p", { part: "status", role: "status" });
  #details = element("div", { part: "details" });

  constructor(root, words) {
    this.#words = words;
    root.adoptedStyleSheets = [style];
    root.append(this.#button, this.#status, this.#details);
    // A key held down clicks again and again.
    this.#button.addEventListener("keydown", (event) => event.key === "Enter" && event.repeat && event.preventDefault());
    this.label = null;
    this.idle();
  }

  onClick(listener) {
    this.#button.addEventListener("click", listener);
  }

  /** @param text null for the built-in one */
  set label(text) {
    const shown = this.#caption.textContent === this.#label;
    this.#label = text ?? this.#words("start");
    if (shown) this.#caption.textContent = this.#label;
  }

  idle() {
    this.#show("idle", "");
    this.#ready(this.#label);
  }

  /** @param key of the words that say at what */
  working(key) {
    this.#show("working", this.#words(key));
    this.#hold(this.#caption.textContent);
    // The button alone: what a busy region says is not announced.
    this.#button.setAttribute("aria-busy", "true");
  }

  /** @param key of the words that say what comes after the wait */
  waiting(failure, key) {
    this.#show("failed", `${this.#reason(failure)} ${fill(this.#words(key), failure)}`, ...this.#reference(failure));
    this.#hold(this.#words("tryAgain"));
  }

  /** For the eye only: announcing every second would drown what a screen reader has to say. */
  secondsLeft(seconds) {
    this.#seconds.textContent = `(${seconds} s)`;
  }

  /** @returns whether the visitor was given a way to join */
  started(session) {
    const panel = joinPanel(session, this.#words, (text) => (this.#status.textContent = text));
    if (panel) this.#show("joinable", this.#words("started"), ...panel);
    else this.#show("started", fill(this.#words("startedOnly"), session));
    this.#ready(this.#words(panel ? "startAnother" : "look"));
    return Boolean(panel);
  }

  failed(failure) {
    this.#show("failed", this.#reason(failure), ...this.#reference(failure));
    if (failure.safeToRepeat) this.#ready(this.#words("tryAgain"));
    else this.#ready(failure.code === "outcome-unknown" ? this.#words("startAnother") : this.#label);
  }

  #reason({ code }) {
    return this.#words(code) ?? this.#words("unexpected");
  }

  #reference({ correlationId }) {
    return correlationId ? [element("p", { part: "reference" }, fill(this.#words("reference"), { correlationId }))] : [];
  }

  #show(state, text, ...details) {
    this.#button.dataset.state = this.#status.dataset.state = state;
    this.#status.textContent = text;
    this.#details.replaceChildren(...details);
  }

  /** Not `disabled`, which would take the focus away. */
  #hold(caption) {
    this.#ready(caption);
    this.#button.setAttribute("aria-disabled", "true");
  }

  #ready(caption) {
    this.#caption.textContent = caption;
    this.#seconds.textContent = "";
    this.#button.removeAttribute("aria-disabled");
    this.#button.removeAttribute("aria-busy");
  }
}
