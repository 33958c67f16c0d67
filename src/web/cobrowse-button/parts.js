import { element, fill, mark } from "./element.js";
import { icon } from "./icons.js";
import { sheet } from "./style.js";

/**
 * What the visitor's and the agent's element have in common: a box that says what is so, and controls.
 *
 * @param act function that does what a control is for
 * @param words function that has what is said now: see words-of.js
 */
export function parts(root, words, act) {
  const { svg, draw } = icon();
  svg.setAttribute("part", "sign");
  const panel = element("div", { part: "panel", role: "group", tabindex: -1 });
  const summary = element("summary");
  const another = control("another");
  const more = element("details", { part: "more" }, summary, another);
  const reference = element("p", { part: "reference", dir: "auto" });

  root.adoptedStyleSheets = [sheet()];
  root.append(panel);
  // A key held down clicks again and again, and what has the focus changes meanwhile.
  root.addEventListener("keydown", (event) => event.key === "Enter" && event.repeat && event.preventDefault());

  function control(name, ...content) {
    // In the direction of their words, whatever that of the page.
    const isFirst = ["button", "share", "start"].includes(name);
    const node = element("button", { part: name, type: "button", dir: "auto", class: isFirst ? "" : "second" }, ...content);
    node.onclick = ({ detail }) => {
      // The second of a double click is no wish of its own, whatever the first has led to by then.
      if (detail > 1 || node.hasAttribute("aria-disabled")) return;
      // Safari does not, and the next step is to have the focus that the button had.
      node.focus();
      act(name);
    };
    return node;
  }

  /** Puts the words for a key into a node. */
  function put(node, key, values) {
    node.replaceChildren(...fill(words().text(key), values));
    return node;
  }

  /** What is the same in each state. */
  function dress(name, correlationId) {
    panel.dataset.state = name;
    draw(name);
    mark(panel, "aria-label", words().text("about") || words().text("start"));
    mark(panel, "lang", words().lang);
    put(summary, "startAnother");
    put(another, "start");
    put(reference, "reference", { correlationId });
    reference.hidden = !correlationId;
  }

  return { panel, sign: svg, more, another, reference, control, put, dress };
}

export const isSeen = (node) => node?.isConnected && !node.closest("[hidden]");
