import type { Check } from './check.ts';

const DAY_MS = 24 * 60 * 60_000;
const OLD_DAYS = 365;

/** The check of a secret with what its age says; `since` is null where nobody knows it. */
export const withAge = (check: Check, since: number | null, now: number): Check => {
  if (!check.good || since === null) return check;
  const days = Math.max(0, Math.floor((now - since) / DAY_MS));
  const age = `as it is since ${new Date(since).toISOString().slice(0, 10)}, ${days} ${days === 1 ? 'day' : 'days'}`;
  const words = days > OLD_DAYS ? `${age}: time for a fresh one (docs/operations.md, «Secrets»)` : age;
  return { ...check, says: check.says === '' ? words : `${check.says}; ${words}` };
};
