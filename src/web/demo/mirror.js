// What the agent sees: the visitor's page, copied node by node at each change, with what is masked left out.
const SHEETS = new WeakMap();

/** @returns a function that shows one window's page in another frame from now on, or nothing without a window */
export function mirror(frame) {
  let stop = () => {};
  return (shop) => {
    stop();
    stop = shop ? follow(shop, frame) : () => {};
    frame.hidden = !shop;
  };
}

function follow(shop, frame) {
  const { document } = shop;
  const end = new AbortController();
  const { signal } = end;
  const observer = new MutationObserver(later);
  let due;
  function later() {
    due ??= requestAnimationFrame(draw);
  }
  function draw() {
    due = undefined;
    if (signal.aborted) return;
    const target = frame.contentDocument;
    target.documentElement.replaceWith(copy(document.documentElement, target, watch));
    target.scrollingElement.scrollTop = document.scrollingElement.scrollTop;
  }
  function watch(root) {
    observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
  }
  watch(document);
  for (const type of ["input", "scroll", "focusin", "change"]) document.addEventListener(type, later, { capture: true, signal });
  draw();
  return () => {
    end.abort();
    observer.disconnect();
    frame.contentDocument.documentElement.replaceChildren();
  };
}

/** @param watch function that is told of each shadow root */
function copy(node, target, watch) {
  if (node.localName === "script") return target.createTextNode("");
  const twin = target.importNode(node, false);
  if (node.nodeType !== Node.ELEMENT_NODE) return twin;
  if (node.shadowRoot) {
    watch(node.shadowRoot);
    twin.setAttribute("data-state", node.state ?? "");
    const root = twin.attachShadow({ mode: "open" });
    root.append(style(node.shadowRoot, target), ...copies(node.shadowRoot, target, watch));
  }
  if (node.localName === "input") twin.setAttribute("value", node.matches("[data-masked]") ? "•".repeat(node.value.length) : node.value);
  twin.append(...copies(node, target, watch));
  return twin;
}

const copies = (node, ...more) => [...node.childNodes].map((child) => copy(child, ...more));

function style(root, target) {
  const [sheet] = root.adoptedStyleSheets;
  if (!SHEETS.has(sheet)) SHEETS.set(sheet, [...sheet.cssRules].map(({ cssText }) => cssText).join("\n"));
  const node = target.createElement("style");
  node.textContent = SHEETS.get(sheet);
  return node;
}
