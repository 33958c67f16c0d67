/** For whoever built the page: the visitor is told in other words. */
export const warn = (...what) => console.warn("<cobrowse>", ...what);
