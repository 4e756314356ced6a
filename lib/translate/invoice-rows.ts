import { ok, type Result } from '../event/result.ts';
import type { OrderSnapshot } from '../event/snapshot.ts';
import type { ShopSettings } from '../settings/settings.ts';
import { type RowContext, toDocumentRow, toOwnRow } from './document-rows.ts';
import type { DocumentRow, TranslateProblem } from './drafts.ts';
import { isFree } from './is-free.ts';
import type { OwedRow } from './left-rows.ts';
import type { Owed } from './owed.ts';
import { type RowVat, rowVat, type VatSides } from './row-vat.ts';

export interface InvoiceRows {
  readonly rows: readonly DocumentRow[];
  /** Of each row that stands for one of the order's. */
  readonly vats: readonly RowVat[];
}

/** Free rows stand on no document, but for an order that is free as a whole and is to have one. */
export const billedRows = (order: OrderSnapshot, owed: Owed, shop: ShopSettings): readonly OwedRow[] => {
  const keepsFree = isFree(order) && shop.freeOrders === 'invoice';
  return owed.rows.filter((row) => row.grossMinor !== 0 || (keepsFree && row.row.kind === 'item'));
};

/** The rows of the document: they add up to what is owed, with rows for a refund's difference and for rounding where the shop has them. */
export const invoiceRows = (
  sides: VatSides,
  billed: readonly OwedRow[],
  { differenceMinor, totalMinor }: Pick<Owed, 'differenceMinor' | 'totalMinor'>,
  language: string,
): Result<InvoiceRows, TranslateProblem> => {
  const { order, shop } = sides;
  const { currency, taxesIncluded } = order;
  const context: RowContext = { currency, taxesIncluded, language, unit: shop.unit };
  const rows: DocumentRow[] = [];
  const vats: RowVat[] = [];
  for (const owed of billed) {
    const vat = rowVat(owed, sides);
    if (!vat.ok) return vat;
    const row = toDocumentRow(owed, vat.value, context);
    if (!row.ok) return row;
    vats.push(vat.value);
    rows.push(row.value);
  }
  if (differenceMinor !== 0 && shop.refundDifference !== undefined) {
    const difference = toOwnRow('refund-difference', differenceMinor, shop.refundDifference, context);
    if (!difference.ok) return difference;
    rows.push(difference.value);
  }
  const missed = totalMinor - rows.reduce((sum, row) => sum + row.grossMinor, 0);
  if (missed === 0 || shop.roundingRow === undefined) return ok({ rows, vats });
  const rounding = toOwnRow('rounding', missed, shop.roundingRow, context);
  return rounding.ok ? ok({ rows: [...rows, rounding.value], vats }) : rounding;
};
