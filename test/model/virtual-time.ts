import type { Clock } from '../../lib/event/time.ts';

/** A clock with all that is to happen on it: sleepers wake in the order of their times, and nothing is waited for. */
export interface VirtualTime extends Clock {
  /** Does that at `ms`, or now where that is past. */
  at(ms: number, act: () => void): void;
  /** When the next thing happens; undefined where nothing is to come. */
  nextAt(): number | undefined;
  /** Lets everything happen up to then, and what follows from it. */
  runTo(until: number): Promise<void>;
}

interface Happening {
  readonly at: number;
  readonly act: () => void;
}

export const makeVirtualTime = (startMs: number): VirtualTime => {
  let now = startMs;
  /** The next one stands last. */
  const coming: Happening[] = [];
  const at = (ms: number, act: () => void): void => {
    const happening = { at: Math.max(ms, now), act };
    let place = coming.length;
    while (place > 0 && (coming[place - 1]?.at ?? 0) <= happening.at) place -= 1;
    coming.splice(place, 0, happening);
  };
  return {
    now: () => now,
    at,
    sleep: (ms) => new Promise((resolve) => at(now + ms, resolve)),
    nextAt: () => coming.at(-1)?.at,
    runTo: async (until) => {
      for (let next = coming.at(-1); next !== undefined && next.at <= until; next = coming.at(-1)) {
        coming.pop();
        now = next.at;
        next.act();
        await quiet();
      }
      now = Math.max(now, until);
    },
  };
};

// Every promise that can go on has gone on before the next turn of the loop.
const quiet = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
