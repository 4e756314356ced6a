import { digestOf } from '../event/digest.ts';
import type { OrderSnapshot } from '../event/snapshot.ts';
import { formatDecimal, plus, toDecimal } from './decimal.ts';

/** Digest of what the buyer has ordered as it stands today: edits count, refunds and a cancellation do not. */
export const orderedDigest = (order: Pick<OrderSnapshot, 'rows' | 'refunds' | 'cancelledAt'>): string =>
  digestOf(
    order.rows.map((row) => {
      const refunded = order.refunds
        .flatMap((refund) => refund.rows)
        .filter((part) => part.rowId === row.id)
        .reduce((sum, part) => plus(sum, toDecimal(part.quantity)), toDecimal('0'));
      const left = order.cancelledAt === null ? row.currentQuantity : row.quantity;
      return [
        row.id,
        row.quantity,
        formatDecimal(plus(toDecimal(left), refunded), 0),
        row.netMinor,
        row.taxMinor,
        row.rates,
      ];
    }),
  );
