import type { LetterRecord } from '../../dead-letters/letter.ts';
import type { Log } from '../../event/log.ts';
import { type Clock, type Instant, toInstant } from '../../event/time.ts';
import type { OrderRecord } from '../records.ts';
import { updateRecord, type Writer } from '../update-record.ts';
import { clearedLetter } from './clear-letter.ts';
import { clearedOrder } from './clear-order.ts';
import { type RestingRef, restsSince } from './resting.ts';

export interface ClearDeps extends Writer {
  readonly clock: Clock;
  readonly log: Log;
}

const DAY_MS = 24 * 60 * 60_000;
/** A tick has a minute, and all else that it does comes first. */
const AT_MOST = 100;

/** Takes buyers' data out of what has rested for so many days, and out of what is to be forgotten: the oldest, a hundred of each list, until `deadline`. */
export const clearResting = async (deps: ClearDeps, keepDays: number, deadline: number): Promise<void> => {
  const until = toInstant(deps.clock.now() - keepDays * DAY_MS);
  let cleared = 0;
  for (const ref of await deps.ledger.resting(until, AT_MOST)) {
    if (deps.clock.now() > deadline - ROOM_MS) break;
    if (await tryClear(deps, ref, until)) cleared += 1;
  }
  if (cleared > 0) deps.log.info('personal data cleared', { count: cleared });
};

const tryClear = async (deps: ClearDeps, ref: RestingRef, until: Instant): Promise<boolean> => {
  try {
    return await clearOne(deps, ref, until);
  } catch (cause) {
    // The others need not wait for this one; the next tick tries it again.
    const errorName = cause instanceof Error ? cause.name : 'unknown';
    deps.log.warn('not cleared', { [ref.kind]: ref.key, errorName });
    return false;
  }
};

/** Left for a write that is under way, and for what is logged of it. */
const ROOM_MS = 5_000;

/** Clears the record where it has rested since `until`, by what the ledger has now; answers whether it is cleared. */
export const clearOne = async (deps: Omit<ClearDeps, 'log'>, ref: RestingRef, until: Instant): Promise<boolean> => {
  const at = toInstant(deps.clock.now());
  const after =
    ref.kind === 'order'
      ? await updateRecord(deps, 'order', ref.key, (order) =>
          order !== undefined && hasRested(order, until) ? clearedOrder(order, at) : order,
        )
      : await updateRecord(deps, 'letter', ref.key, (letter) =>
          letter !== undefined && hasRested(letter, until) ? clearedLetter(letter, at) : letter,
        );
  return after !== undefined && after.personal.clearedAt !== null;
};

const hasRested = (record: OrderRecord | LetterRecord, until: Instant): boolean => {
  const since = restsSince(record);
  return since !== null && since <= until;
};
