import { compare, type Decimal, fromInteger, plus, toDecimal } from '../event/decimal.ts';
import { formatMinor } from '../event/money.ts';
import { ok, type Result } from '../event/result.ts';
import type { OrderRefund, OrderSnapshot } from '../event/snapshot.ts';
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
  /** Money that went back beyond what rows and shipping are worth; negative where less did. */
  readonly surplusMinor: number;
}

export const NOTHING_REFUNDED: RefundedRow = { quantity: fromInteger(0), netMinor: 0, taxMinor: 0, times: 0 };

/** Adds up the refunds: each refers to a row of the order. */
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
  const surplusMinor = isUnpaid(order) ? 0 : returnedMinor(order) - rowsMinorOf({ byRow }) - shippingMinor;
  return ok({ byRow, shippingMinor, surplusMinor });
};

/** What the refunded rows are worth, gross and without shipping. */
export const rowsMinorOf = ({ byRow }: Pick<Refunded, 'byRow'>): number =>
  sum([...byRow.values()].map((part) => part.netMinor + part.taxMinor));

/**
 * Whether a row of its own may stand for the surplus. Nobody knows whose money it is in an order that is not paid, nor whether rows were
 * taken off before the payment that went back without any money.
 */
export const isSurplusPlain = ({ paid, refunds }: Pick<OrderSnapshot, 'paid' | 'refunds'>): boolean =>
  paid && refunds.every((refund) => refund.returnedMinor !== 0 || (refund.shippingMinor === 0 && isOfNoWorth(refund)));

/** The letter for money that went back beyond or short of rows and shipping. */
export const refundDiffers = (
  order: OrderSnapshot,
  refunded: Refunded,
): { readonly ok: false; readonly problem: TranslateProblem } => {
  const money = (minor: number): string => formatMinor(minor, order.currency);
  const returned = money(returnedMinor(order));
  const worth = money(rowsMinorOf(refunded) + refunded.shippingMinor);
  return problem(
    'RefundDiffers',
    `${returned} ${order.currency} went back, but the refunded rows and shipping are worth ${worth} ${order.currency}.`,
    field('refunds', returned, [worth]),
  );
};

/** The letter for money that went back for rows which the shop has not named. */
export const refundRowsUnknown = (order: OrderSnapshot): { readonly ok: false; readonly problem: TranslateProblem } => {
  const returned = formatMinor(returnedMinor(order), order.currency);
  const total = formatMinor(order.totalMinor, order.currency);
  return problem(
    'RefundRowsUnknown',
    `${returned} ${order.currency} of ${total} ${order.currency} went back, and the shop’s message does not say for which rows.`,
    field('refunds', returned, [total]),
  );
};

/** Money that really went back, in minor units. */
export const returnedMinor = (order: Pick<OrderSnapshot, 'refunds'>): number =>
  sum(order.refunds.map((refund) => refund.returnedMinor));

// Nothing was paid, so nothing has to go back for rows that were taken off.
const isUnpaid = (order: OrderSnapshot): boolean => !order.paid && returnedMinor(order) === 0;

const isOfNoWorth = ({ rows }: OrderRefund): boolean => rows.every((part) => part.netMinor + part.taxMinor === 0);

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
