import { type Decimal, formatDecimal, isZero, plus, sumOf, toDecimal } from '../event/decimal.ts';
import { digestOf } from '../event/digest.ts';
import type { OrderRow, OrderSnapshot } from '../event/snapshot.ts';

type Ordered = Pick<OrderSnapshot, 'rows' | 'refunds' | 'cancelledAt'>;

/** Digest of what the buyer has ordered as it stands today: edits count, refunds and a cancellation do not. */
export const orderedDigest = (order: Ordered): string => {
  const isEmptied = isEmptiedByCancellation(order);
  return digestOf(
    order.rows.map((row) => {
      const pieces = isEmptied ? toDecimal(row.quantity) : orderedPieces(order, row);
      return [row.id, row.quantity, formatDecimal(pieces, 0), row.netMinor, row.taxMinor, row.rates];
    }),
  );
};

/** A refund has lowered the quantity of today, an edit too; with what was refunded only the edit is left. */
const orderedPieces = ({ refunds }: Pick<Ordered, 'refunds'>, row: OrderRow): Decimal => {
  const refunded = refunds.flatMap((refund) => refund.rows).filter(({ rowId }) => rowId === row.id);
  return plus(toDecimal(row.currentQuantity), sumOf(refunded.map(({ quantity }) => toDecimal(quantity))));
};

// An order that is cancelled before it was paid may come without any goods and without refunds.
const isEmptiedByCancellation = (order: Ordered): boolean =>
  order.cancelledAt !== null && order.rows.every((row) => !isGoods(row) || isZero(orderedPieces(order, row)));

const isGoods = ({ kind }: OrderRow): boolean => kind === 'item' || kind === 'giftcard';
