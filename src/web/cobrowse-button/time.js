/** Settles as the promise does, or rejects after so many seconds: what is awaited may be a page's, and never come. */
export function within(seconds, promise) {
  let timer;
  const late = new Promise((_, reject) => (timer = setTimeout(reject, seconds * 1000, "too late")));
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
