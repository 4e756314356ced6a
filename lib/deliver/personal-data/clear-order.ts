import type { OrderSnapshot } from '../../event/snapshot.ts';
import type { Instant } from '../../event/time.ts';
import { correctionsOf, livingOf } from '../corrections/correction.ts';
import type { OrderRecord } from '../records.ts';
import { AT_ONCE } from './personal-data.ts';

/**
 * Since when nothing is to be done for an order that holds its buyer's data: from then on the days are counted that they are kept. Null where they are
 * cleared already, or something is, or may be, to be done.
 */
export const orderRestsSince = (order: OrderRecord): Instant | null => {
  if (order.personal.clearedAt !== null || !isFinished(order)) return null;
  if (order.personal.forgetSince !== null) return AT_ONCE;
  const times = [
    order.snapshot.changedAt,
    ...order.documents.map(({ issuedAt }) => issuedAt),
    ...(order.discarded == null ? [] : [order.discarded.at]),
  ];
  return times.reduce((a, b) => (a > b ? a : b));
};

/** Whether only the shop's next word, which brings the buyer along, or a person could change anything. */
const isFinished = (order: OrderRecord): boolean =>
  order.dueAt === null &&
  order.letter === null &&
  order.closing.length === 0 &&
  order.steps.every(({ state }) => state !== 'sent' && state !== 'unknown') &&
  isFinal(order);

const isFinal = (order: OrderRecord): boolean => {
  switch (order.status) {
    case 'settled':
      return true;
    case 'waiting':
      // Its payment may come, and with it the buyer as the shop has them and a person does not want them.
      return !livingOf(order).some(({ path }) => isOfPerson(path));
    case 'shadow':
      // With documents something is owed that waits for a person's leave.
      return order.documents.length === 0;
    case 'due':
    case 'release':
    case 'letter':
      return false;
    default:
      return order.status satisfies never;
  }
};

/** The order without its buyer's data. Its ids, figures, steps and documents stay: they say that it is invoiced. */
export const clearedOrder = (order: OrderRecord, at: Instant): OrderRecord => {
  const { rival } = order;
  return {
    ...order,
    snapshot: withoutPerson(order.snapshot),
    rival: rival === null ? null : { ...rival, snapshot: withoutPerson(rival.snapshot) },
    corrections: correctionsOf(order).filter(({ path }) => !isOfPerson(path)),
    isBuyerCorrectionLost: order.isBuyerCorrectionLost || livingOf(order).some(({ path }) => isOfPerson(path)),
    personal: { ...order.personal, clearedAt: at },
    // No person can let it go any more, nor take a discard back: whom to bill is not known.
    ...(order.status === 'shadow' || order.reason === 'SettledByHand'
      ? { status: 'settled', reason: 'BuyerCleared' }
      : {}),
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
