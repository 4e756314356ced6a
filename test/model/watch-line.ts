import type { CallRecord } from '../../infra/local/co3/simulator-types.ts';
import type { WatchDeps } from './watch.ts';

const TOO_MANY = 8;
const BANNED = 9;
const BAN_PAUSE_MS = 15 * 60_000;
const LONGEST_WORK_MS = 90_000;
const SECOND_MS = 1_000;

/**
 * Sees that an account has one call under way at most, never a third one within a second, and that nobody knocks for a while at a CO3
 * that has banned the address: workers that are at it end by themselves.
 */
export const makeLineWatch = ({ co3, hasUpsets }: Pick<WatchDeps, 'co3' | 'hasUpsets'>) => {
  let bannedAt = Number.NEGATIVE_INFINITY;
  const running = new Map<string, number>();
  const arrivals = new Map<string, readonly number[]>();
  let lastCall: CallRecord | undefined;
  return {
    arrived: (apiKey: string): string | undefined => {
      const now = co3.now();
      const times = [...(arrivals.get(apiKey) ?? []), now].slice(-3);
      arrivals.set(apiKey, times);
      const count = (running.get(apiKey) ?? 0) + 1;
      running.set(apiKey, count);
      if (!hasUpsets && now > bannedAt + LONGEST_WORK_MS && now < bannedAt + BAN_PAUSE_MS)
        return `a call at ${apiKey} ${Math.round((now - bannedAt) / SECOND_MS)} s after CO3 had banned the address`;
      if (count > 1) return `${count} calls in flight at ${apiKey}`;
      return times.length === 3 && now - (times[0] ?? 0) < SECOND_MS
        ? `a third call within a second at ${apiKey}`
        : undefined;
    },

    left: (apiKey: string): void => {
      running.set(apiKey, (running.get(apiKey) ?? 1) - 1);
    },

    /** A person has opened the lanes. */
    resumed: (): void => {
      bannedAt = Number.NEGATIVE_INFINITY;
    },

    /** What is wrong with the answers since the last time. */
    answered: (): string | undefined => {
      const { calls } = co3;
      const since = lastCall === undefined ? 0 : calls.lastIndexOf(lastCall) + 1;
      lastCall = calls.at(-1);
      for (const { at, code } of calls.slice(since)) if (code === BANNED) bannedAt = at;
      const isRefused = calls.slice(since).some(({ code, fault }) => code === TOO_MANY && fault === null);
      return isRefused ? 'CO3 answered that there were too many requests' : undefined;
    },
  };
};
