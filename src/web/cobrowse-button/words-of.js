import { warn } from "./warn.js";
import { words } from "./words.js";

/** How the texts of each language are loaded: only where they are needed. */
const LOADERS = { de: () => import("./words.de.js") };
const loaded = { en: words };

/** The language of the page at a node, as the nearest `lang` says, across shadow roots. */
export function languageAt(node) {
  return node ? node.lang || languageAt(node.parentNode ?? node.host) : "en";
}

/** Makes sure of the texts in a language, if there are any; resolves in any case. */
export async function load(language) {
  const name = nameOf(language);
  try {
    if (Object.hasOwn(LOADERS, name)) loaded[name] ??= (await LOADERS[name]()).words;
  } catch (cause) {
    warn(`has no texts in "${name}":`, cause);
  }
}

/** The first text there is: the site's own, one in the language of the page, or an English one. */
export function textFor(key, own, language) {
  const all = [own, loaded[nameOf(language)], words];
  return all.find((texts) => texts && Object.hasOwn(texts, key))?.[key];
}

/** How dates are written so that they go with the texts. */
export function localeFor(own, language) {
  return own || loaded[nameOf(language)] ? language : "en";
}

function nameOf(language) {
  return language.toLowerCase().split("-")[0];
}
