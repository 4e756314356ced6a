import type { OrderSnapshot } from '../../event/snapshot.ts';
import type { Instant } from '../../event/time.ts';
import { correctionsOf } from '../corrections/correction.ts';
import type { OrderRecord } from '../records.ts';
import { AT_ONCE } from './personal-data.ts';

/**
 * Since when nothing is to be done for an order that holds its buyer's data: from then on the days are counted that they are kept. Null where they are
 * cleared already, or something is, or may be, to be done.
 */
export const orderRestsSince = (order: OrderRecord): Instant | null => {
  if (order.personal.clearedAt !== null || !isFinished(order)) return null;
  if (order.personal.forgetSince !== null) return AT_ONCE;
  // As the list of what can be released has them.
  if (order.status === 'shadow') return order.snapshot.createdAt;
  return [order.snapshot.changedAt, ...order.documents.map(({ issuedAt }) => issuedAt)].reduce((a, b) =>
    a > b ? a : b,
  );
};

/** Whether only the shop's next word, which brings the buyer along, could change anything. An order that was seen in shadow never goes by itself. */
const isFinished = ({ status, dueAt, letter, closing, rival, steps }: OrderRecord): boolean =>
  (status === 'settled' || status === 'waiting' || status === 'shadow') &&
  dueAt === null &&
  letter === null &&
  closing.length === 0 &&
  rival === null &&
  steps.every(({ state }) => state !== 'sent' && state !== 'unknown');

/** The order without its buyer's data. Its ids, figures, steps and documents stay: they say that it is invoiced. */
export const clearedOrder = (order: OrderRecord, at: Instant): OrderRecord => {
  const kept = correctionsOf(order).filter(({ path }) => !isOfPerson(path));
  return {
    ...order,
    snapshot: withoutPerson(order.snapshot),
    corrections: kept,
    isBuyerCorrectionLost:
      order.isBuyerCorrectionLost ||
      correctionsOf(order).some(({ path, endedAt }) => endedAt === null && isOfPerson(path)),
    personal: { ...order.personal, clearedAt: at },
    // Nobody can release it any more: what would be sent is not known.
    ...(order.status === 'shadow' ? { status: 'settled', reason: 'BuyerCleared' } : {}),
  };
};

/** What a snapshot tells of the order alone. Its goods' names stay: corrective invoices repeat them. */
export const withoutPerson = (snapshot: OrderSnapshot): OrderSnapshot => ({
  ...snapshot,
  buyer: null,
  shipTo: null,
  notes: [],
});

const isOfPerson = (path: string): boolean => path.startsWith('buyer');
