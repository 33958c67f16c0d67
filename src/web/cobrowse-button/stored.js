const memory = {};

/** A text of this tab; where a page may store nothing, of this page. */
export const stored = (name) => access("getItem", name) ?? memory[name];

/** @param text undefined removes what is there */
export function keep(name, text) {
  memory[name] = text;
  access(text === undefined ? "removeItem" : "setItem", name, text);
}

/** The `Idempotency-Key` of what is asked for: the same one on every page of this tab, until it is dropped. */
export function keyOf(asked) {
  // 128 random bits. Not `crypto.randomUUID`, which pages over plain http do not have.
  const key = stored(asked) ?? crypto.getRandomValues(new Uint32Array(4)).join("-");
  keep(asked, key);
  return key;
}

function access(method, name, ...text) {
  try {
    return sessionStorage[method](`cobrowse-button ${name}`, ...text);
  } catch {
    return undefined;
  }
}
