import { warn } from "./warn.js";
import { words } from "./words.js";

/** Texts by language; those that are loaded only where they are needed, as functions. */
const texts = { en: words, de: async () => (await import("./words.de.js")).words };

/** The language of the page at a node, as the nearest `lang` says, across shadow roots. */
export function languageAt(node) {
  return node ? node.lang || languageAt(node.parentNode ?? node.host) : "en";
}

/** Makes sure of the texts in a language, if there are any; resolves in any case. */
export async function load(language) {
  const name = nameOf(language);
  try {
    if (typeof texts[name] === "function") texts[name] = await texts[name]();
  } catch (cause) {
    warn(`has no texts in "${name}":`, cause);
  }
}

/** The first text there is: the site's own, one in the language of the page, or an English one. */
export function textFor(key, own, language) {
  return [own, texts[nameOf(language)], words].find((some) => some && Object.hasOwn(some, key))?.[key];
}

/** How dates are written so that they go with the texts. */
export function localeFor(own, language) {
  return own || texts[nameOf(language)] ? language : "en";
}

/** `Object.hasOwn` keeps apart what only looks like a language, such as "constructor". */
function nameOf(language) {
  const [name] = language.toLowerCase().split("-");
  return Object.hasOwn(texts, name) ? name : "";
}
