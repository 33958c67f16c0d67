import { within } from "./time.js";
import { warn } from "./warn.js";
import { words } from "./words.js";

const FILE_SECONDS = 10;

/** What an answer that is no session means, and the words for it. */
export const loadFailure = () => load(import("./failure.js"));

/** Needed only where Genesys' Messenger runs on the page. */
export const loadMessenger = () => load(import("./messenger.js"));

/**
 * Takes in the texts of a file that only some visits need. Resolves with the file in any case: with an empty one if it cannot
 * be had.
 *
 * @param texts those of its language
 */
export async function load(file, texts = words) {
  try {
    const loaded = await within(FILE_SECONDS, file);
    Object.assign(texts, loaded.words);
    return loaded;
  } catch (cause) {
    warn("lacks a file of its own:", cause);
    return {};
  }
}
