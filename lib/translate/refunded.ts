import { formatMinor } from '../event/money.ts';
import { ok, type Result } from '../event/result.ts';
import type { OrderSnapshot } from '../event/snapshot.ts';
import { compare, type Decimal, fromInteger, plus, toDecimal } from './decimal.ts';
import type { TranslateProblem } from './drafts.ts';
import { field, problem } from './problem.ts';

/** What was given back of one row, all refunds together. */
export interface RefundedRow {
  readonly quantity: Decimal;
  readonly netMinor: number;
  readonly taxMinor: number;
  /** How many refunds it is made of: each may have been rounded. */
  readonly times: number;
}

export interface Refunded {
  readonly byRow: ReadonlyMap<string, RefundedRow>;
  /** Gross, of the shipping rows. */
  readonly shippingMinor: number;
}

export const NOTHING_REFUNDED: RefundedRow = { quantity: fromInteger(0), netMinor: 0, taxMinor: 0, times: 0 };

/** Adds up the refunds: each refers to a row of the order, and of a paid order the money that went back is what the rows say. */
export const refundedOf = (order: OrderSnapshot): Result<Refunded, TranslateProblem> => {
  const known = new Set(order.rows.map((row) => row.id));
  const byRow = new Map<string, RefundedRow>();
  for (const [at, refund] of order.refunds.entries()) {
    for (const [rowAt, part] of refund.rows.entries()) {
      const path = `refunds.${at}.rows.${rowAt}`;
      if (!known.has(part.rowId))
        return problem(
          'RefundDiffers',
          `A refund gives back the row ${part.rowId}, which the order does not have.`,
          field(`${path}.rowId`, part.rowId, [...known]),
        );
      if (compare(toDecimal(part.quantity), fromInteger(0)) < 0)
        return problem(
          'RefundDiffers',
          'A refund gives back less than nothing of a row.',
          field(`${path}.quantity`, part.quantity),
        );
      byRow.set(part.rowId, addPart(byRow.get(part.rowId) ?? NOTHING_REFUNDED, part));
    }
  }
  const shippingMinor = sum(order.refunds.map((refund) => refund.shippingMinor));
  const rowsMinor = sum([...byRow.values()].map((part) => part.netMinor + part.taxMinor));
  const returned = returnedMinor(order);
  // Nothing was paid, so nothing has to go back for rows that were taken off.
  if (!order.paid && returned === 0) return ok({ byRow, shippingMinor });
  if (returned !== rowsMinor + shippingMinor) {
    const money = (minor: number): string => `${formatMinor(minor, order.currency)} ${order.currency}`;
    return problem(
      'RefundDiffers',
      `${money(returned)} went back, but the refunded rows and shipping are worth ${money(rowsMinor + shippingMinor)}.`,
      field('refunds', formatMinor(returned, order.currency), [formatMinor(rowsMinor + shippingMinor, order.currency)]),
    );
  }
  return ok({ byRow, shippingMinor });
};

/** Money that really went back, in minor units. */
export const returnedMinor = (order: Pick<OrderSnapshot, 'refunds'>): number =>
  sum(order.refunds.map((refund) => refund.returnedMinor));

const sum = (terms: readonly number[]): number => terms.reduce((total, term) => total + term, 0);

const addPart = (
  so: RefundedRow,
  part: { readonly quantity: string; readonly netMinor: number; readonly taxMinor: number },
): RefundedRow => ({
  quantity: plus(so.quantity, toDecimal(part.quantity)),
  netMinor: so.netMinor + part.netMinor,
  taxMinor: so.taxMinor + part.taxMinor,
  times: so.times + 1,
});
