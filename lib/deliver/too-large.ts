import { gzipSync } from 'node:zlib';
import { toOwnError } from '../co3/own-problems.ts';
import { digestOf } from '../event/digest.ts';
import { withLetter } from './order-letter.ts';
import { RecordTooLarge } from './ports.ts';
import type { OrderRecord } from './records.ts';
import { syncLetters } from './sync-letters.ts';
import { type Content, updateRecord } from './update-record.ts';
import { logFields, type Work } from './work.ts';

/** What an order's record may take before a document is sent for it: its outcome and a letter with the snapshot and the call must fit as well. */
const MAX_BEFORE_SENDING = 190_000;

/** Throws where a document's outcome could not be written down any more: it must not be sent then. */
export const refuseWithoutRoom = (order: Content<OrderRecord>): void => {
  const json = JSON.stringify(order);
  if (json.length > MAX_BEFORE_SENDING && gzipSync(json).byteLength > MAX_BEFORE_SENDING)
    throw new RecordTooLarge('no room for the outcome of a document');
};

/** Gives a person an order that has outgrown its record. What was to be written is left out; the record stays as it was. */
export const giveTooLarge = async (work: Work, key: string): Promise<void> => {
  const { deps } = work;
  const now = deps.clock.now();
  const text = 'The order and its documents have outgrown the record that is kept of them.';
  const error = toOwnError('OrderTooLarge', text, []);
  const refusal = { error, purpose: 'invoice', generation: 1, digest: digestOf(['OrderTooLarge']), call: null };
  const given = await updateRecord(deps, 'order', key, (order) =>
    order === undefined ? undefined : withLetter(searchedLater(order, now), key, refusal, now),
  );
  if (given === undefined) return;
  deps.log.error('order too large', logFields(given));
  await syncLetters(deps, given);
};

const HOUR_MS = 60 * 60_000;

// A search that cannot be written down would be due again at once.
const searchedLater = (order: OrderRecord, now: number): OrderRecord => ({
  ...order,
  steps: order.steps.map((step) =>
    step.look?.at != null && step.look.at <= now ? { ...step, look: { ...step.look, at: now + HOUR_MS } } : step,
  ),
});
