/** Settles as the promise does, or rejects after so many seconds: what is awaited may be a page's, and never come. */
export function within(seconds, promise) {
  let timer;
  const late = new Promise((_, reject) => (timer = setTimeout(reject, seconds * 1000, "no answer in time")));
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Resolves after so many seconds, telling each one that is left. Goes by the clock: background tabs delay timers. */
export function countDown(seconds, tell) {
  const end = performance.now() + seconds * 1000;
  return new Promise((resolve) => {
    (function tick() {
      const left = end - performance.now();
      if (left <= 0) return resolve();
      tell(Math.ceil(left / 1000));
      setTimeout(tick, left % 1000 || 1000);
    })();
  });
}
