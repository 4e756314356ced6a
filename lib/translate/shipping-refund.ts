import { divide, fromInteger, times } from '../event/decimal.ts';
import { formatMinor } from '../event/money.ts';
import { ok, type Result } from '../event/result.ts';
import type { OrderSnapshot } from '../event/snapshot.ts';
import type { TranslateProblem } from './drafts.ts';
import type { OwedRow } from './left-rows.ts';
import { percentOf } from './percent.ts';
import { field, problem } from './problem.ts';
import { toFactor, toRate } from './vat-factor.ts';

/**
 * Takes refunded shipping off the shipping rows. The shop names only the sum: it is one row's whole amount, or all of them, or is taken
 * off in order where one percent stands on all. Otherwise nobody knows whose VAT went back.
 */
export const lessShipping = (
  order: OrderSnapshot,
  rows: readonly OwedRow[],
  refundMinor: number,
): Result<readonly OwedRow[], TranslateProblem> => {
  if (refundMinor === 0) return ok(rows);
  const shipping = rows.filter((row) => row.row.kind === 'shipping' && row.grossMinor !== 0);
  const total = shipping.reduce((sum, row) => sum + row.grossMinor, 0);
  const alike = shipping.filter((row) => row.grossMinor === refundMinor);
  const [whole] = alike;
  if (whole !== undefined && percentsOf(alike).size === 1)
    return ok(rows.map((row) => (row === whole ? take(row, row.grossMinor) : row)));
  const percents = percentsOf(shipping);
  if (refundMinor < 0 || refundMinor > total || (refundMinor < total && percents.size > 1)) {
    const money = (minor: number): string => `${formatMinor(minor, order.currency)} ${order.currency}`;
    return problem(
      'RefundDiffers',
      `${money(refundMinor)} of shipping went back, of ${money(total)} with ${[...percents].join(' % and ')} % VAT.`,
      field('refunds', formatMinor(refundMinor, order.currency)),
    );
  }
  let open = refundMinor;
  return ok(
    rows.map((row) => {
      if (!shipping.includes(row)) return row;
      const part = Math.min(open, row.grossMinor);
      open -= part;
      return take(row, part);
    }),
  );
};

const percentsOf = (rows: readonly OwedRow[]): ReadonlySet<string> => new Set(rows.map((row) => percentOf(row.row)));

const take = (row: OwedRow, minor: number): OwedRow => {
  const grossMinor = row.grossMinor - minor;
  const percent = percentOf(row.row);
  const taxMinor = Number(divide(times(fromInteger(grossMinor), toRate(percent)), toFactor(percent), 0).units);
  return { ...row, netMinor: grossMinor - taxMinor, taxMinor, grossMinor };
};
