/** How many requests CO3 takes, and what it does to an address that does not heed it. */
export interface LimitOptions {
  readonly perSecond: number;
  /** So many refused requests within `banWindowMs` ban the address for `banMs`. */
  readonly banAfter: number;
  readonly banWindowMs: number;
  readonly banMs: number;
}

export const CO3_LIMITS: LimitOptions = { perSecond: 2, banAfter: 10, banWindowMs: 10_000, banMs: 5 * 60_000 };

export interface Limits {
  /** Counts an arrival: refused ones count as well, so hammering keeps the door shut. */
  arrive(address: string, apiKey: string, now: number): 'taken' | 'too-many' | 'banned';
  ban(address: string, until: number): void;
}

const SECOND_MS = 1000;

export const makeLimits = (options: LimitOptions): Limits => {
  const arrivals = new Map<string, readonly number[]>();
  const excesses = new Map<string, readonly number[]>();
  const bannedUntil = new Map<string, number>();
  return {
    arrive: (address, apiKey, now) => {
      if ((bannedUntil.get(address) ?? 0) > now) return 'banned';
      if (note(arrivals, `${address} ${apiKey}`, now, SECOND_MS) <= options.perSecond) return 'taken';
      if (note(excesses, address, now, options.banWindowMs) < options.banAfter) return 'too-many';
      bannedUntil.set(address, now + options.banMs);
      return 'banned';
    },
    ban: (address, until) => {
      bannedUntil.set(address, until);
    },
  };
};

/** How many there were within the window, this one included. */
const note = (times: Map<string, readonly number[]>, key: string, now: number, windowMs: number): number => {
  const recent = [...(times.get(key) ?? []).filter((time) => time > now - windowMs), now];
  times.set(key, recent);
  return recent.length;
};
