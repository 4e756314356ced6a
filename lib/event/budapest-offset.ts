const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
const [MARCH, OCTOBER] = [2, 9];

/**
 * How far the clocks in Budapest are ahead of UTC at that moment, in ms: an hour, and two from the last Sunday of March to the last of October, each at
 * 1:00 UTC (directive 2000/84/EC; so since 1996). `Intl` knows it too, but the first answer costs a function's cold start some 25 ms
 * (docs/decisions/0033); a test holds one to the other.
 */
export const budapestOffset = (ms: number): number => {
  const year = new Date(ms).getUTCFullYear();
  return ms >= lastSunday(year, MARCH) && ms < lastSunday(year, OCTOBER) ? 2 * HOUR_MS : HOUR_MS;
};

/** At 1:00 UTC, of a month with 31 days. */
const lastSunday = (year: number, month: number): number => {
  const last = Date.UTC(year, month, 31, 1);
  return last - new Date(last).getUTCDay() * DAY_MS;
};
