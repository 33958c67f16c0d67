/**
 * The elements of this page, by their sides: `show()`, `tell(event, detail)`, `token()`, `showsCode()` and
 * `intent()`, of which all that ask for the same have one.
 */
export const sides = new Set();

export function showAll() {
  for (const side of sides) side.show();
}

/** By the element that was clicked, or by what a framework has put in its place meanwhile. */
export function tell(side, event, detail) {
  (sides.has(side) ? side : ([...sides][0] ?? side))?.tell(event, detail);
}
