/** What an element does for those who do not know elements: tells events, has its token, and says its state in CSS. */
export const sideOf = (element, internals) => ({
  tell: (event, detail) =>
    element.dispatchEvent(new CustomEvent(`cobrowse-${event}`, { detail, bubbles: true, composed: true })),

  token: () => (typeof element.token === "function" ? element.token() : element.token),

  /** As `:state(…)`, which leaves the element's attributes alone, or where there is none as `data-state`. */
  mark({ name }) {
    if (CSS.supports("selector(:state(a))")) {
      internals.states.clear();
      internals.states.add(name);
    } else element.dataset.state = name;
  },
});
