import { absolute, divide, formatDecimal, fromInteger, toDecimal } from '../event/decimal.ts';
import { formatMinor, minorDigits } from '../event/money.ts';
import { ok, type Result } from '../event/result.ts';
import type { OrderRow } from '../event/snapshot.ts';
import type { ShopSettings } from '../settings/settings.ts';
import type { DocumentRow, TranslateProblem } from './drafts.ts';
import { orEmpty } from './fold.ts';
import type { OwedRow } from './left-rows.ts';
import { percentOf } from './percent.ts';
import { field, problem } from './problem.ts';
import { quantityNote } from './row-notes.ts';
import type { RowVat } from './row-vat.ts';
import { unitNetFor } from './unit-price.ts';
import { toFactor } from './vat-factor.ts';

export interface RowContext {
  readonly currency: string;
  readonly taxesIncluded: boolean;
  readonly language: string;
  readonly unit: string;
}

/** A row as the document bears it: its gross comes out of quantity × price × (1 + VAT) exactly, and what takes back has a negative quantity. */
export const toDocumentRow = (
  owed: OwedRow,
  vat: RowVat,
  context: RowContext,
): Result<DocumentRow, TranslateProblem> => {
  const sign = owed.grossMinor < 0 ? '-' : '';
  const quantity = formatDecimal(absolute(toDecimal(owed.quantity)), 0);
  const aim = {
    netMinor: Math.abs(owed.netMinor),
    grossMinor: Math.abs(owed.grossMinor),
    percent: vat.percent,
    minorDigits: minorDigits(context.currency),
    taxesIncluded: context.taxesIncluded,
  };
  const common = {
    rowId: owed.row.id,
    name: orEmpty(owed.row.name),
    sku: orEmpty(owed.row.sku),
    unit: context.unit,
    vat: vat.vat,
    netMinor: owed.netMinor,
    grossMinor: owed.grossMinor,
  };
  const each = unitNetFor({ ...aim, quantity });
  if (each !== undefined) return ok({ ...common, quantity: `${sign}${quantity}`, unitNet: each, note: '' });
  // So many pieces that six decimals of a price are too coarse: one piece of the whole price says the same money.
  const whole = unitNetFor({ ...aim, quantity: '1' });
  const note = quantityNote(context.language, quantity, context.unit);
  if (whole !== undefined) return ok({ ...common, quantity: `${sign}1`, unitNet: whole, note });
  return problem(
    'TotalsMismatch',
    `No price of row ${owed.index + 1} comes to ${formatMinor(owed.grossMinor, context.currency)} ${context.currency} with ${vat.percent} %.`,
    field(`rows.${owed.index}.grossMinor`, String(owed.grossMinor)),
  );
};

/** A row that no row of the order stands for: what rounding or a refund has left over, as the settings name it. */
export const toOwnRow = (
  id: 'rounding' | 'refund-difference',
  grossMinor: number,
  setting: NonNullable<ShopSettings['roundingRow']>,
  context: RowContext,
): Result<DocumentRow, TranslateProblem> => {
  const percent = percentOf({ rates: [setting.vat] });
  const netMinor = Number(divide(fromInteger(grossMinor), toFactor(percent), 0).units);
  const amounts = { netMinor, taxMinor: grossMinor - netMinor, grossMinor };
  const row: OrderRow = {
    ...amounts,
    id,
    kind: 'fee',
    sku: '',
    name: setting.name,
    quantity: '1',
    currentQuantity: '1',
    rates: [percent],
  };
  return toDocumentRow(
    { ...amounts, index: -1, row, quantity: '1' },
    { vatCase: 'domestic', vat: percent, percent, phrase: '' },
    { ...context, taxesIncluded: true },
  );
};
