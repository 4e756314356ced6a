import type { Look } from '../../deliver/step-records.ts';
import { toTimeText } from './time-text.ts';

/** How far the search in CO3 for what a step may have left there has come. */
export const searchText = (look: Look | null, now: number): string => {
  if (look === null) return 'CO3 was not searched for it';
  const { reads, at, until, adopt } = look;
  const sofar = reads === 0 ? 'not searched for yet' : `searched ${reads === 1 ? 'once' : `${reads} times`} in vain`;
  const next =
    at === null
      ? 'the search is over'
      : `next ${at <= now ? 'as soon as its account’s lane is free' : toTimeText(at)}, until ${toTimeText(until)}`;
  const named = adopt === null ? '' : `; ${adopt.by} has named ${adopt.as}`;
  return `${sofar}, ${next}${named}`;
};
