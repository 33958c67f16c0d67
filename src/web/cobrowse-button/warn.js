/** For whoever built the page: the visitor is told in other words. */
export function warn(...what) {
  console.warn("<cobrowse-button>", ...what);
}
