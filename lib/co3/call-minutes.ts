/** A minute in which CO3 was called. */
export interface CallMinute {
  /** When it began, in ms. */
  readonly at: number;
  readonly calls: number;
}

/** What CO3 allows an account: two calls a second. */
export const MOST_CALLS_A_MINUTE = 120;

const MINUTE_MS = 60_000;
const MINUTES_KEPT = 60;

/** After one more call at `now`: the minutes of the last hour in which there was any, oldest first. */
export const withCall = (minutes: readonly CallMinute[], now: number): readonly CallMinute[] => {
  const at = minuteOf(now);
  const others = minutes.filter((minute) => minute.at !== at);
  return [...others, { at, calls: callsAt(minutes, at) + 1 }]
    .filter((minute) => minute.at > at - MINUTES_KEPT * MINUTE_MS)
    .sort((a, b) => a.at - b.at)
    .slice(-MINUTES_KEPT);
};

/** The calls that were added to `before`. */
export const callsSince = (before: readonly CallMinute[], minutes: readonly CallMinute[]): readonly CallMinute[] =>
  minutes.map(({ at, calls }) => ({ at, calls: calls - callsAt(before, at) })).filter(({ calls }) => calls > 0);

/** Each minute of the hour up to `now`, that which is running included, oldest first: sixty. */
export const toLastHour = (minutes: readonly CallMinute[], now: number): readonly CallMinute[] =>
  Array.from({ length: MINUTES_KEPT }, (_, index) => {
    const at = minuteOf(now) - (MINUTES_KEPT - 1 - index) * MINUTE_MS;
    return { at, calls: callsAt(minutes, at) };
  });

const minuteOf = (ms: number): number => ms - (ms % MINUTE_MS);

const callsAt = (minutes: readonly CallMinute[], at: number): number =>
  minutes.find((minute) => minute.at === at)?.calls ?? 0;
