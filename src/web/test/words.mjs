// The texts of the button.
import { keysOf, words } from "../cobrowse-button/words.js";

/** All of them in English, by their keys; and what is said of a failure, by its code. */
export const english = () =>
  new Proxy(words, { get: (texts, key) => keysOf(key).map((one) => texts[one]).find(Boolean) ?? (/-/.test(key) ? texts.unexpected : undefined) });
