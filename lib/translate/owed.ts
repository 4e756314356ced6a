import { isZero, toDecimal } from '../event/decimal.ts';
import { formatMinor } from '../event/money.ts';
import { ok, type Result } from '../event/result.ts';
import type { OrderSnapshot } from '../event/snapshot.ts';
import type { TranslateProblem } from './drafts.ts';
import { isEdited, leftRows, type OwedRow } from './left-rows.ts';
import { field, problem } from './problem.ts';
import {
  isSurplusPlain,
  type Refunded,
  refundDiffers,
  refundedOf,
  refundRowsUnknown,
  returnedMinor,
} from './refunded.ts';
import { checkRows } from './row-checks.ts';
import { lessShipping } from './shipping-refund.ts';

export interface Owed {
  readonly rows: readonly OwedRow[];
  /** Owed beyond the rows: less money went back than the refunded rows are worth. Negative where more did. */
  readonly differenceMinor: number;
  /** Of rows and difference. */
  readonly totalMinor: number;
}

/** How an order that does not quite add up is taken. */
export interface Allowance {
  /** By how many minor units each row may miss the order's total; `totalMinor` is then the order's. */
  readonly perRowMinor: number;
  /** Whether other money may have gone back than the refunded rows are worth. */
  readonly refundDifference: boolean;
}

const EXACT: Allowance = { perRowMinor: 0, refundDifference: false };
const NOTHING: Owed = { rows: [], differenceMinor: 0, totalMinor: 0 };

/** What the order is worth after edits, refunds and cancellation. Rows without any quantity left are gone; free ones are there. */
export const owedOf = (order: OrderSnapshot, allowance: Allowance = EXACT): Result<Owed, TranslateProblem> => {
  if (order.cancelledAt === null) return owedOfRows(order, allowance);
  if (!order.paid || returnedMinor(order) >= order.totalMinor) return ok(NOTHING);
  const rest = owedOfRows(order, allowance);
  if (rest.ok && rest.value.totalMinor === 0 && returnedMinor(order) > 0) return ok(NOTHING);
  const returned = formatMinor(returnedMinor(order), order.currency);
  const total = formatMinor(order.totalMinor, order.currency);
  return problem(
    'CancelledNotRefunded',
    `The order is cancelled and was paid, but of ${total} ${order.currency} only ${returned} ${order.currency} went back.`,
    field('refunds', returned, [total]),
  );
};

const owedOfRows = (order: OrderSnapshot, allowance: Allowance): Result<Owed, TranslateProblem> => {
  const { perRowMinor } = allowance;
  const refunds = refundedOf(order);
  const isSettled = refunds.ok && refunds.value.surplusMinor === 0;
  const edited = isSettled && isEdited(order, refunds.value);
  const base = edited ? ok(0) : misses(order, order.rows, order.totalMinor, 'totalMinor', perRowMinor);
  if (!base.ok) return base;
  const checked = checkRows(order);
  if (!checked.ok) return checked;
  if (!refunds.ok) return refunds;
  if (order.coverage === 'without-refund-rows' && order.refunds.length > 0)
    return isAllMoneyBack(order) ? ok(NOTHING) : refundRowsUnknown(order);
  if (!isSettled && !(allowance.refundDifference && isSurplusSure(order, refunds.value)))
    return refundDiffers(order, refunds.value);
  const left = leftRows(order, refunds.value);
  if (!left.ok) return left;
  const rows = lessShipping(order, left.value, refunds.value.shippingMinor);
  if (!rows.ok) return rows;
  const missed = edited ? misses(order, rows.value, order.currentTotalMinor, 'currentTotalMinor', perRowMinor) : base;
  if (!missed.ok) return missed;
  return toOwed(order, rows.value, missed.value, refunds.value.surplusMinor);
};

// Then nobody need know which rows it went back for.
const isAllMoneyBack = (order: OrderSnapshot): boolean => returnedMinor(order) === order.totalMinor;

// Of an edited order nobody knows whether money went back for the edit.
const isSurplusSure = (order: OrderSnapshot, refunded: Refunded): boolean =>
  isSurplusPlain(order) && !isEdited(order, refunded);

const toOwed = (
  order: OrderSnapshot,
  rows: readonly OwedRow[],
  missedMinor: number,
  surplusMinor: number,
): Result<Owed, TranslateProblem> => {
  const isAllBack = rows.every((row) => row.grossMinor === 0);
  const totalMinor = (isAllBack ? 0 : grossOfAll(rows) + missedMinor) - surplusMinor;
  if (totalMinor < 0)
    return problem(
      'TotalsMismatch',
      `The order comes to ${formatMinor(totalMinor, order.currency)} ${order.currency}, which is less than nothing.`,
      field('totalMinor', formatMinor(totalMinor, order.currency)),
    );
  // All money is back, whatever rows it went back for.
  if (surplusMinor !== 0 && totalMinor === 0) return ok(NOTHING);
  const left = rows.filter((row) => !isZero(toDecimal(row.quantity)));
  return ok({ rows: left, differenceMinor: 0 - surplusMinor, totalMinor });
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
