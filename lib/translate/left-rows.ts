import { compare, divide, formatDecimal, fromInteger, isZero, minus, times, toDecimal } from '../event/decimal.ts';
import { formatMinor } from '../event/money.ts';
import { ok, type Result } from '../event/result.ts';
import type { OrderRow, OrderSnapshot } from '../event/snapshot.ts';
import type { TranslateProblem } from './drafts.ts';
import { field, problem } from './problem.ts';
import { NOTHING_REFUNDED, type Refunded, type RefundedRow, returnedMinor, rowsMinorOf } from './refunded.ts';
import { checkVat, roundingStepOf } from './row-checks.ts';

/** What is left of a row of the order after edits and refunds. */
export interface OwedRow {
  /** Its place among the order's rows. */
  readonly index: number;
  readonly row: OrderRow;
  readonly quantity: string;
  readonly netMinor: number;
  readonly taxMinor: number;
  readonly grossMinor: number;
}

/** Whether somebody has changed the order itself: refunds alone do not explain the quantities or the total of today. */
export const isEdited = (order: OrderSnapshot, refunded: Refunded): boolean =>
  order.rows.some((row) => isRowEdited(row, refunded.byRow.get(row.id) ?? NOTHING_REFUNDED)) ||
  !isTotalExplained(order, refunded);

/** The rows less what was given back of them; an edited row pro rata of its quantity of today. */
export const leftRows = (order: OrderSnapshot, refunded: Refunded): Result<readonly OwedRow[], TranslateProblem> => {
  const left: OwedRow[] = [];
  for (const [index, row] of order.rows.entries()) {
    const part = refunded.byRow.get(row.id) ?? NOTHING_REFUNDED;
    const rest = isRowEdited(row, part) ? ok(proRata(order, row, index)) : lessRefund(order, row, index, part);
    if (!rest.ok) return rest;
    left.push(rest.value);
  }
  return ok(left);
};

// A shop may take refunds off the total of today or leave it as it was, refunded shipping for itself, and go by the money.
const isTotalExplained = (order: OrderSnapshot, refunded: Refunded): boolean => {
  const left = order.totalMinor - rowsMinorOf(refunded);
  const explained = [order.totalMinor, left, left - refunded.shippingMinor, order.totalMinor - returnedMinor(order)];
  return explained.includes(order.currentTotalMinor);
};

const isRowEdited = (row: OrderRow, part: RefundedRow): boolean =>
  compare(minus(toDecimal(row.quantity), part.quantity), toDecimal(row.currentQuantity)) !== 0;

const proRata = (order: OrderSnapshot, row: OrderRow, index: number): OwedRow => {
  const quantity = toDecimal(row.quantity);
  const share = (minor: number): number =>
    isZero(quantity) ? 0 : Number(divide(times(fromInteger(minor), toDecimal(row.currentQuantity)), quantity, 0).units);
  const taxMinor = share(row.taxMinor);
  // The side that the shop's prices stand on is rounded, the other follows from it.
  const grossMinor = order.taxesIncluded ? share(row.grossMinor) : share(row.netMinor) + taxMinor;
  return { index, row, quantity: row.currentQuantity, netMinor: grossMinor - taxMinor, taxMinor, grossMinor };
};

const lessRefund = (
  order: OrderSnapshot,
  row: OrderRow,
  index: number,
  part: RefundedRow,
): Result<OwedRow, TranslateProblem> => {
  const quantity = minus(toDecimal(row.quantity), part.quantity);
  const netMinor = row.netMinor - part.netMinor;
  const taxMinor = row.taxMinor - part.taxMinor;
  const grossMinor = netMinor + taxMinor;
  const isBetween =
    row.grossMinor < 0
      ? grossMinor >= row.grossMinor && grossMinor <= 0
      : grossMinor <= row.grossMinor && grossMinor >= 0;
  if (!isBetween || (isZero(quantity) && grossMinor !== 0)) {
    const money = (minor: number): string => `${formatMinor(minor, order.currency)} ${order.currency}`;
    const back = `${formatDecimal(part.quantity, 0)} of ${row.quantity}`;
    return problem(
      'RefundDiffers',
      `Of row ${index + 1}, ${back} went back with ${money(part.netMinor + part.taxMinor)} of ${money(row.grossMinor)}.`,
      field(`rows.${index}.grossMinor`, String(row.grossMinor)),
    );
  }
  const rest = { index, row, quantity: formatDecimal(quantity, 0), netMinor, taxMinor, grossMinor };
  // Each refund has rounded its tax by itself.
  const toleranceMinor = (1 + part.times) * roundingStepOf(order);
  const vat = grossMinor === 0 ? ok(null) : checkVat(order, { ...rest, rates: row.rates }, index, toleranceMinor);
  return vat.ok ? ok(rest) : vat;
};
