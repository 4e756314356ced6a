import { formatMinor } from '../event/money.ts';
import { ok, type Result } from '../event/result.ts';
import type { OrderSnapshot } from '../event/snapshot.ts';
import { isZero, toDecimal } from './decimal.ts';
import type { TranslateProblem } from './drafts.ts';
import { isEdited, leftRows, type OwedRow } from './left-rows.ts';
import { field, problem } from './problem.ts';
import { refundedOf, returnedMinor } from './refunded.ts';
import { checkRows } from './row-checks.ts';
import { lessShipping } from './shipping-refund.ts';

export interface Owed {
  readonly rows: readonly OwedRow[];
  readonly totalMinor: number;
}

/** What the order is worth after edits, refunds and cancellation. Rows without any quantity left are gone; free ones are there. */
export const owedOf = (order: OrderSnapshot): Result<Owed, TranslateProblem> => owedWithin(order, 0);

/** As `owedOf`, but the rows may miss the order's total by so many minor units each; `totalMinor` is then the order's. */
export const owedWithin = (order: OrderSnapshot, tolerancePerRow: number): Result<Owed, TranslateProblem> => {
  if (order.cancelledAt === null) return owedOfRows(order, tolerancePerRow);
  if (!order.paid || returnedMinor(order) >= order.totalMinor) return ok({ rows: [], totalMinor: 0 });
  const rest = owedOfRows(order, tolerancePerRow);
  if (rest.ok && rest.value.totalMinor === 0 && returnedMinor(order) > 0) return ok({ rows: [], totalMinor: 0 });
  const returned = formatMinor(returnedMinor(order), order.currency);
  const total = formatMinor(order.totalMinor, order.currency);
  return problem(
    'CancelledNotRefunded',
    `The order is cancelled and was paid, but of ${total} ${order.currency} only ${returned} ${order.currency} went back.`,
    field('refunds', returned, [total]),
  );
};

const owedOfRows = (order: OrderSnapshot, tolerancePerRow: number): Result<Owed, TranslateProblem> => {
  const refunds = refundedOf(order);
  const edited = refunds.ok && isEdited(order, refunds.value);
  const base = edited ? ok(0) : misses(order, order.rows, order.totalMinor, 'totalMinor', tolerancePerRow);
  if (!base.ok) return base;
  const checked = checkRows(order);
  if (!checked.ok) return checked;
  if (!refunds.ok) return refunds;
  const left = leftRows(order, refunds.value);
  if (!left.ok) return left;
  const rows = lessShipping(order, left.value, refunds.value.shippingMinor);
  if (!rows.ok) return rows;
  const missed = edited
    ? misses(order, rows.value, order.currentTotalMinor, 'currentTotalMinor', tolerancePerRow)
    : base;
  if (!missed.ok) return missed;
  const isAllBack = rows.value.every((row) => row.grossMinor === 0);
  const totalMinor = isAllBack ? 0 : grossOfAll(rows.value) + missed.value;
  if (totalMinor < 0)
    return problem(
      'TotalsMismatch',
      `The order comes to ${formatMinor(totalMinor, order.currency)} ${order.currency}, which is less than nothing.`,
      field('totalMinor', formatMinor(totalMinor, order.currency)),
    );
  return ok({ rows: rows.value.filter((row) => !isZero(toDecimal(row.quantity))), totalMinor });
};

/** By how many minor units the rows miss what the order says. */
const misses = (
  order: OrderSnapshot,
  rows: readonly { readonly grossMinor: number }[],
  said: number,
  path: string,
  tolerancePerRow: number,
): Result<number, TranslateProblem> => {
  const sum = grossOfAll(rows);
  if (Math.abs(said - sum) <= tolerancePerRow * rows.length) return ok(said - sum);
  const money = (minor: number): string => formatMinor(minor, order.currency);
  return problem(
    'TotalsMismatch',
    `The rows add up to ${money(sum)} ${order.currency}, the order says ${money(said)} ${order.currency}.`,
    field(path, money(said), [money(sum)]),
  );
};

const grossOfAll = (rows: readonly { readonly grossMinor: number }[]): number =>
  rows.reduce((sum, row) => sum + row.grossMinor, 0);
