// Sun, 06 Nov 1994 08:49:37 GMT; Sunday, 06-Nov-94 08:49:37 GMT; Sun Nov  6 08:49:37 1994
const DATE = /(\d\d? \w{3} \d{4}|\d\d-\w{3}-\d\d|\w{3} +\d\d?) \d\d:\d\d:\d\d( \d{4})?/g;
const FIFTY_YEARS = 50 * 365 * 86_400;

/**
 * The seconds that a `Retry-After` says: a number, of which a fraction is rounded up, or a date in the three forms of RFC
 * 9110 (5.6.7); of several the longest. Undefined where it says neither.
 */
export function secondsIn(value) {
  const numbers = `${value}`.split(",").filter((part) => /^\s*\d+(\.\d*)?\s*$/.test(part));
  const dates = (`${value}`.match(DATE) ?? []).map((date) => {
    const seconds = (Date.parse(`${date.replace(/-(\w+)-/, " $1 20")} GMT`) - Date.now()) / 1000;
    // Two digits of a year so far ahead are of the last century.
    return seconds > FIFTY_YEARS ? 0 : seconds;
  });
  const all = [...numbers, ...dates].map(Math.ceil);
  return all.length ? Math.max(0, ...all) : undefined;
}
