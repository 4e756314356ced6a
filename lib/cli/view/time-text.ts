const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** A moment (ms or text) to the minute, `2026-12-02 10:05 UTC`. */
export const toTimeText = (moment: number | string): string =>
  `${new Date(moment).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** A span in its largest unit: `3 h`. */
export const toSpanText = (ms: number): string => {
  if (ms < MINUTE_MS) return 'under 1 min';
  if (ms < HOUR_MS) return `${Math.floor(ms / MINUTE_MS)} min`;
  if (ms < 2 * DAY_MS) return `${Math.floor(ms / HOUR_MS)} h`;
  return `${Math.floor(ms / DAY_MS)} days`;
};
