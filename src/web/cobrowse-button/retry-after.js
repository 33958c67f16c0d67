// Sun, 06 Nov 1994 08:49:37 GMT; Sunday, 06-Nov-94 08:49:37 GMT; Sun Nov  6 08:49:37 1994
const DATE = /(\d\d? \w{3} \d{4}|\d\d-\w{3}-\d\d|\w{3} +\d\d?) \d\d:\d\d:\d\d( \d{4})?/g;

/**
 * The seconds that a `Retry-After` says: a number, of which a fraction is rounded up, or a date in the three forms of RFC
 * 9110 (5.6.7); of several the longest. Undefined where it says neither.
 */
export function secondsIn(value) {
  const numbers = `${value}`.split(",").filter((part) => /^\s*\d+(\.\d*)?\s*$/.test(part));
  const dates = `${value}`.match(DATE) ?? [];
  const seconds = (date) => (Date.parse(`${date.replace(/-(\w+)-/, " $1 20")} GMT`) - Date.now()) / 1000;
  const all = [...numbers, ...dates.map(seconds)].map(Math.ceil);
  return all.length ? Math.max(0, ...all) : undefined;
}
