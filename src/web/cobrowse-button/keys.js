const memory = {};

/**
 * The `Idempotency-Key` of what is asked for: the same one on every page of this tab, until it is dropped. Where a page
 * may not store anything, it is remembered as long as the page is there.
 */
export function keyOf(asked) {
  const key = stored("getItem", asked) ?? memory[asked] ?? randomKey();
  memory[asked] = key;
  stored("setItem", asked, key);
  return key;
}

export function dropKey(asked) {
  delete memory[asked];
  stored("removeItem", asked);
}

function stored(access, asked, ...value) {
  try {
    return sessionStorage[access](`cobrowse-button ${asked}`, ...value);
  } catch {
    return undefined;
  }
}

/** 128 random bits. Not `crypto.randomUUID`, which pages over plain http do not have. */
function randomKey() {
  return crypto.getRandomValues(new Uint32Array(4)).join("-");
}
