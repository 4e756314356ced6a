import type { OrderSnapshot } from '../../event/snapshot.ts';
import { type Instant, parseInstant } from '../../event/time.ts';
import { type Fields, textOf } from '../fields.ts';

type State = Pick<OrderSnapshot, 'paid' | 'fulfilledAt' | 'cancelledAt'>;

/** How far an order is: by its status and the times of payment and completion, never by a topic. */
export const readState = (order: Fields, changedAt: Instant, faults: string[]): State => {
  const status = statusOf(order);
  const paid = momentOf(order, 'date_paid_gmt', faults) !== null;
  // A payment that failed may be tried again; until then nobody owes anything.
  const isCancelled = status === 'cancelled' || (status === 'failed' && !paid);
  return {
    paid,
    fulfilledAt: momentOf(order, 'date_completed_gmt', faults) ?? (status === 'completed' ? changedAt : null),
    // WooCommerce does not say when.
    cancelledAt: isCancelled ? changedAt : null,
  };
};

/** Why an order of this status tells nothing yet, or no more; undefined where it does. */
export const whyNotUsed = (order: Fields): string | undefined => NOT_USED.get(statusOf(order));

/** Whether the shop says that all of the money went back. */
export const isWhollyRefunded = (order: Fields): boolean => statusOf(order) === 'refunded';

/** WooCommerce's own times in UTC bear no offset. */
export const parseGmt = (text: string): Instant | undefined =>
  parseInstant(/(?:Z|[+-]\d{2}:?\d{2})$/.test(text) ? text : `${text}Z`);

const NOT_USED: ReadonlyMap<string, string> = new Map([
  ['auto-draft', 'the order is a draft that the shop has begun by itself'],
  ['draft', 'the order is a draft'],
  ['checkout-draft', 'the buyer has not placed the order yet'],
  ['trash', 'the order is in the shop’s trash'],
]);

/** Plugins send a status as it is stored, with `wc-` before it. */
const statusOf = (order: Fields): string => textOf(order['status']).replace(/^wc-/, '');

const momentOf = (order: Fields, key: string, faults: string[]): Instant | null => {
  const text = textOf(order[key]);
  if (text === '') return null;
  const at = parseGmt(text);
  if (at === undefined) faults.push(`${key} is no moment`);
  return at ?? null;
};
