import { absolute, compare, fromInteger, isZero, toDecimal } from '../event/decimal.ts';
import { formatMinor } from '../event/money.ts';
import { ok, type Result } from '../event/result.ts';
import type { OrderRow, OrderSnapshot } from '../event/snapshot.ts';
import type { TranslateProblem } from './drafts.ts';
import { percentOf } from './percent.ts';
import { field, problem } from './problem.ts';
import { taxError } from './vat-factor.ts';

/** A row's own figures: gross is net and tax, and the tax is what its rates say, to one minor unit or whole forint. */
export const checkRows = (order: OrderSnapshot): Result<null, TranslateProblem> => {
  const step = roundingStepOf(order);
  for (const [index, row] of order.rows.entries()) {
    const checked = checkRow(order, row, index, step);
    if (!checked.ok) return checked;
  }
  return ok(null);
};

/** What a shop may have rounded a tax to, in minor units: whole forints where all amounts of the order are such. */
export const roundingStepOf = (
  order: Pick<OrderSnapshot, 'currency' | 'totalMinor' | 'currentTotalMinor' | 'rows'>,
): number => {
  if (order.currency !== 'HUF') return 1;
  const amounts = order.rows.flatMap((row) => [row.netMinor, row.taxMinor, row.grossMinor]);
  return [order.totalMinor, order.currentTotalMinor, ...amounts].every((minor) => minor % FORINT === 0) ? FORINT : 1;
};

const FORINT = 100;

/** The tax is what the rates say, to so many minor units. */
export const checkVat = (
  order: Pick<OrderSnapshot, 'currency'>,
  row: Pick<OrderRow, 'rates' | 'netMinor' | 'taxMinor'>,
  index: number,
  toleranceMinor: number,
): Result<null, TranslateProblem> => {
  const percent = percentOf(row);
  const isNegative = row.rates.some((rate) => rate.startsWith('-'));
  const error = absolute(taxError(row.netMinor, row.taxMinor, percent));
  if (!isNegative && compare(error, fromInteger(toleranceMinor)) <= 0) return ok(null);
  const money = (minor: number): string => `${formatMinor(minor, order.currency)} ${order.currency}`;
  return problem(
    'VatMismatch',
    `Row ${index + 1} bears ${percent} % on ${money(row.netMinor)} net, but a tax of ${money(row.taxMinor)}.`,
    field(`rows.${index}.rates`, row.rates.join(' + ')),
    field(`rows.${index}.taxMinor`, String(row.taxMinor)),
  );
};

const checkRow = (
  order: OrderSnapshot,
  row: OrderRow,
  index: number,
  toleranceMinor: number,
): Result<null, TranslateProblem> => {
  const money = (minor: number): string => `${formatMinor(minor, order.currency)} ${order.currency}`;
  if (row.netMinor + row.taxMinor !== row.grossMinor)
    return problem(
      'TotalsMismatch',
      `Row ${index + 1}: net and tax add up to ${money(row.netMinor + row.taxMinor)}, its gross says ${money(row.grossMinor)}.`,
      field(`rows.${index}.grossMinor`, String(row.grossMinor)),
    );
  if (row.grossMinor !== 0 && isZero(toDecimal(row.quantity)))
    return problem(
      'TotalsMismatch',
      `Row ${index + 1} has no quantity, but an amount of ${money(row.grossMinor)}.`,
      field(`rows.${index}.quantity`, row.quantity),
    );
  return checkVat(order, row, index, toleranceMinor);
};
