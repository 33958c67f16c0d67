/** Built node by node rather than from HTML text: nothing to escape, and allowed under Trusted Types. */
export function element(name, attributes, ...children) {
  const node = document.createElement(name);
  for (const attribute in attributes) mark(node, attribute, attributes[attribute]);
  node.append(...children);
  return node;
}

/** Gives the node an attribute with this value, or none where that is false, null or undefined. */
export function mark(node, attribute, value) {
  if ((value ?? false) === false) node.removeAttribute(attribute);
  else node.setAttribute(attribute, value);
}

/**
 * The text as nodes, with the values in place of their names in braces. Each value is isolated, so that a Latin one in
 * an Arabic sentence, or the other way round, leaves the order of the words alone; and none is a word to translate.
 */
export function fill(text, values) {
  return text
    .split(/\{(\w+)\}/)
    .map((piece, index) => (index % 2 ? element("bdi", { translate: "no" }, values?.[piece] ?? "") : piece));
}
