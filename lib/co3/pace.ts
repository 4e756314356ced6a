// A millisecond above the second: clocks round down to whole ones.
const WINDOW_MS = 1_001;

/**
 * Milliseconds to wait before the next call. CO3 counts arrivals, two in any second, so a call starts one second after the answer of
 * the call two before it. Never longer than a second: an answer that seems to lie ahead is another machine's clock.
 */
export const waitFor = (answeredAt: readonly number[], now: number): number => {
  const twoBefore = answeredAt.at(-2);
  return twoBefore === undefined ? 0 : Math.min(Math.max(twoBefore + WINDOW_MS - now, 0), WINDOW_MS);
};

/** The last two answers' times after one more, oldest first: all that `waitFor` looks at. */
export const withAnswer = (answeredAt: readonly number[], now: number): readonly number[] =>
  [...answeredAt, now].slice(-2);

/** Milliseconds to pause after the nth «too many requests» running. `jitter` is from 0 up to 1. */
export const pauseAfterBusy = (times: number, jitter: number): number => 1_000 * times + Math.floor(1_000 * jitter);
