import { isDeepStrictEqual } from 'node:util';
import type { AccountSettings } from '../settings/settings.ts';
import type { Look, SeenInvoice } from './step-records.ts';

type ReadBack = AccountSettings['readBack'];

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** After a search that CO3 did not answer. */
const FAILED_PAUSE_MS = MINUTE_MS;
/** Searches that fail for so many windows are a person's matter as well. */
const FAILING_WINDOWS = 3;

/** The search for what was sent at `sentAt` (ms): CO3 is left alone first, since it may still be at work. */
export const newLook = (sentAt: number, readBack: ReadBack, isPersonAsked: boolean): Look => ({
  reads: 0,
  at: sentAt + readBack.settleSeconds * 1_000,
  until: sentAt + readBack.watchHours * HOUR_MS,
  isPersonAsked,
  seen: [],
  adopt: null,
  refusal: null,
});

/** The search after CO3 was read and did not show it. */
export const afterNothing = (
  look: Look,
  sentAt: number,
  seen: readonly SeenInvoice[],
  readBack: ReadBack,
  now: number,
): Look => {
  const reads = look.reads + 1;
  const windowMs = readBack.windowMinutes * MINUTE_MS;
  const isEnough = reads >= readBack.reads && now - sentAt >= windowMs;
  const pauseMs = isEnough ? HOUR_MS : windowMs / (readBack.reads - 1);
  const next = { ...look, reads, seen, isPersonAsked: look.isPersonAsked || isEnough };
  return { ...next, at: nextAt(next, now + pauseMs) };
};

/** The search after CO3 could not be read: that says nothing, and cannot go on so for ever without anybody hearing of it. */
export const afterFailure = (look: Look, sentAt: number, readBack: ReadBack, now: number): Look => {
  const isTooLong = now - sentAt >= FAILING_WINDOWS * readBack.windowMinutes * MINUTE_MS;
  const next = { ...look, isPersonAsked: look.isPersonAsked || isTooLong };
  return { ...next, at: nextAt(next, now + (look.isPersonAsked && look.adopt === null ? HOUR_MS : FAILED_PAUSE_MS)) };
};

/** The last search before something is sent in the place of what was given up at `since`: minutely, and after a while without it. */
export const afterLastFailure = (look: Look, since: number, readBack: ReadBack, now: number): Look =>
  now - since >= FAILING_WINDOWS * readBack.windowMinutes * MINUTE_MS
    ? { ...look, reads: 1, at: nextAt(look, now + HOUR_MS) }
    : { ...look, at: now + FAILED_PAUSE_MS };

/**
 * What a search leaves, `current` being the look as it stands by then. Where a person has named a document or given it up since the search
 * `began`, that stands: what was found out before is no answer to it, and CO3 is searched anew.
 */
export const withMeanwhile = (current: Look, began: Look, look: Look): Look =>
  isDeepStrictEqual(current, began) ? look : current;

// What a person has asked for, and what is to be asked a person, is searched for however late it is.
const nextAt = ({ until, adopt, isPersonAsked }: Look, at: number): number | null =>
  at <= until || adopt !== null || !isPersonAsked ? at : null;
