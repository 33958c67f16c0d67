/** Settles as the promise does, or rejects after so many seconds: what is awaited may be a page's, and never come. */
export function within(seconds, promise) {
  let timer;
  const late = new Promise((_, reject) => (timer = setTimeout(reject, seconds * 1000, "too late")));
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Tells the seconds since now. Of two clocks one stands still while a computer sleeps, and the other may be set. */
export function stopwatch() {
  const [date, time] = [Date.now(), performance.now()];
  return () => Math.max(Date.now() - date, performance.now() - time) / 1000;
}

/**
 * Calls the function once so many seconds are over, and never if they are no number.
 *
 * @param tell called with each second that is left
 */
export function afterwards(seconds, then, tell) {
  const since = stopwatch();
  (function tick() {
    const left = seconds - since();
    if (left <= 0) return then();
    tell?.(Math.ceil(left));
    if (left) setTimeout(tick, (left % 1 || 1) * 1000);
  })();
}
