import type { Co3Error } from '../co3/codes.ts';
import { buildLetter, letterIdOf } from '../dead-letters/build-letter.ts';
import { toCorrectedEntries } from '../dead-letters/corrected-entries.ts';
import type { Letter } from '../dead-letters/letter.ts';
import { livingOf } from './corrections/correction.ts';
import type { OrderRecord } from './records.ts';
import type { Content } from './update-record.ts';

/** A refusal, as it is to be told of. */
export interface Refusal {
  readonly error: Co3Error;
  readonly purpose: string;
  readonly generation: number;
  readonly digest: string;
  readonly call: Letter['call'];
}

type Order = Content<OrderRecord>;

/** The order with its letter; a letter of another reason that was open is closed. The order stays due until letter and message agree. */
export const withLetter = (order: Order, key: string, refusal: Refusal, now: number): Order => {
  const letter = buildLetter(
    {
      shop: order.shop,
      account: order.account,
      subject: { kind: 'order', id: key, label: order.number },
      error: refusal.error,
      id: letterIdOf(key, refusal),
      // An order that is too large for its record has no room for itself in its letter.
      event: refusal.error.name === 'OrderTooLarge' ? { orderId: order.snapshot.orderId } : order.snapshot,
      call: refusal.call,
      tries: order.tries + 1,
    },
    now,
  );
  // What was corrected before stays in sight when CO3 refuses again.
  const told: Letter = { ...letter, history: [...toCorrectedEntries(livingOf(order)), ...letter.history] };
  const superseded = order.letter?.id === letter.id ? order : withoutLetter(order, 'superseded', now);
  return {
    ...superseded,
    letter: { id: letter.id, content: told },
    closing: superseded.closing.filter(({ id }) => id !== letter.id),
    status: 'letter',
    reason: refusal.error.name,
    dueAt: now,
    starts: 0,
    tries: 0,
    redrive: false,
  };
};

/** The order without its letter, which is to be closed. */
export const withoutLetter = (order: Order, why: string, now: number): Order =>
  order.letter === null
    ? order
    : { ...order, letter: null, closing: [...order.closing, { id: order.letter.id, why }], dueAt: now };
