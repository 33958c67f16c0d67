import { load } from "./on-demand.js";
import { words } from "./words.js";

const texts = { en: words, de: {} };
const files = { de: () => import("./words.de.js") };

/** The language of the page at a node, as the nearest `lang` says, across shadow roots. */
export function languageAt(node) {
  return node ? node.lang || languageAt(node.parentNode ?? node.host) : "en";
}

/** Makes sure of the texts in a language, if there are any; resolves in any case. */
export async function loadWords(language) {
  const name = nameOf(language);
  if (files[name]) await load(files[name](), texts[name]);
}

/** The first text there is: the site's own, one in the language of the page, or an English one; or none. */
export function textFor(key, own, language) {
  const name = nameOf(language);
  // How dates are written so that they go with the texts.
  const locale = own || language.toLowerCase().startsWith(name) ? language : name;
  return [own, texts[name], words, { locale }].find((some) => some && Object.hasOwn(some, key))?.[key] ?? "";
}

/** `Object.hasOwn` keeps apart what only looks like a language, such as "constructor". */
function nameOf(language) {
  const [name] = language.toLowerCase().split("-");
  return Object.hasOwn(texts, name) ? name : "en";
}
