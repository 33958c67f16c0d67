// The texts of the button, wherever they are kept.
import { readdir } from "node:fs/promises";

const PLACE = new URL("../cobrowse-button/", import.meta.url);

/** All of them in English, by their keys. */
export async function english() {
  const files = (await readdir(PLACE)).filter((name) => /^(\w+-)?words\.js$/.test(name));
  return Object.assign({}, ...(await Promise.all(files.map((name) => import(new URL(name, PLACE))))).map(({ words }) => words));
}
