import type { Instant } from '../../event/time.ts';

/** How a record stands to the data of a buyer in it. */
export interface PersonalData {
  /** Since when they are to go as soon as nothing more is to be done; null where nobody has asked for it. */
  readonly forgetSince: Instant | null;
  /** When they were taken out; null while they are there. */
  readonly clearedAt: Instant | null;
}

/** Of a record that came just now. */
export const NEWLY_KEPT: PersonalData = { forgetSince: null, clearedAt: null };

/** Before all that rests, so that whoever asked to be forgotten does not wait for the days that others are kept. */
export const AT_ONCE = '1970-01-01T00:00:00.000Z' as Instant;
