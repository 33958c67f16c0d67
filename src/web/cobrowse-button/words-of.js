// `Object.hasOwn` keeps apart what only looks like a language or a key, such as "constructor".
const has = (some, key) => some && Object.hasOwn(some, key);

/** The language of the page at a node, as the nearest `lang` says, across shadow roots. */
export const languageAt = (node) => (node ? node.lang || languageAt(node.parentNode ?? node.host) : "en");

/**
 * What is said in a language.
 *
 * @param texts by language and key
 * @param own texts of the site, which go before
 * @returns `text(keys)`, the first text there is for one of the keys, or none; and `lang`, the language where it is not the
 *   page's
 */
export function wordsIn(texts, own, language) {
  const [short] = language.toLowerCase().split("-");
  const isSpoken = has(texts, short);
  const name = isSpoken ? short : "en";
  const first = (some, keys) => some?.[keys.find((key) => has(some, key))];
  return {
    text: (keys) => first(own, keys) || first(texts[name], keys) || "",
    lang: own || isSpoken ? undefined : name,
  };
}
