import type { Clock } from '../../lib/event/time.ts';

export interface VirtualClock extends Clock {
  advance(ms: number): void;
}

/** A clock on which sleeping takes no time: it puts the time forward itself. */
export const makeVirtualClock = (startMs: number): VirtualClock => {
  let now = startMs;
  const advance = (ms: number): void => {
    now += ms;
  };
  return {
    now: () => now,
    sleep: async (ms) => advance(Math.max(0, ms)),
    advance,
  };
};
