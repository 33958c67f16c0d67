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
