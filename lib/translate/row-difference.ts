import { absolute, type Decimal, formatDecimal, isZero, minus, sumOf, toDecimal } from '../event/decimal.ts';
import { minorDigits } from '../event/money.ts';
import type { DocumentRow } from './drafts.ts';
import { piecesOf, priceNote, quantityNote } from './row-notes.ts';
import { unitNetFor } from './unit-price.ts';
import { grossOf, percentOfVat } from './vat-factor.ts';

export interface DifferenceContext {
  readonly currency: string;
  readonly language: string;
  readonly taxesIncluded: boolean;
}

/**
 * The rows that bring one row of the order, under one VAT, from what live documents say of it to what is owed of it. Undefined where no
 * price comes to the difference.
 */
export const rowDifference = (
  live: readonly DocumentRow[],
  owed: readonly DocumentRow[],
  context: DifferenceContext,
): readonly DocumentRow[] | undefined => {
  if (grossOfAll(live) === grossOfAll(owed)) return [];
  const left = sinceNothing(live);
  const [first] = left;
  if (first === undefined) return owed;
  if (owed.length === 0) return takenBack(first, left, context);
  const change = changeOf(first, left, owed);
  const isTurned = Math.sign(grossOfAll(left)) === -Math.sign(grossOfAll(owed));
  const row = isTurned || !isTogether(change) ? undefined : inOneRow(left, change, context);
  if (row !== undefined) return [row];
  // More pieces for less money, say: all of it goes back, and what is owed stands anew.
  const back = takenBack(first, left, context);
  return back && [...back, ...owed];
};

/** What changes, and the row on a document that it is named after. */
interface Change {
  readonly model: DocumentRow;
  readonly pieces: Decimal;
  readonly netMinor: number;
  readonly grossMinor: number;
}

const changeOf = (model: DocumentRow, left: readonly DocumentRow[], owed: readonly DocumentRow[]): Change => ({
  model,
  pieces: minus(piecesOfAll(owed), piecesOfAll(left)),
  netMinor: netOfAll(owed) - netOfAll(left),
  grossMinor: grossOfAll(owed) - grossOfAll(left),
});

/** What stood before a point where nothing was left is over: its pieces are not counted again. */
const sinceNothing = (live: readonly DocumentRow[]): readonly DocumentRow[] => {
  let sumMinor = 0;
  let from = 0;
  for (const [at, row] of live.entries()) {
    sumMinor += row.grossMinor;
    if (sumMinor === 0) from = at + 1;
  }
  return live.slice(from);
};

const takenBack = (
  first: DocumentRow,
  left: readonly DocumentRow[],
  context: DifferenceContext,
): readonly DocumentRow[] | undefined => {
  const isAlone = left.length === 1 && priceMeets(first, first.quantity, first.grossMinor, context);
  if (isAlone) return [negated(first)];
  const change = changeOf(first, left, []);
  const row = isTogether(change)
    ? inOneRow(left, change, context)
    : onePiece(change, priceNote(context.language), context);
  return row && [row];
};

const isTogether = ({ pieces, grossMinor }: Change): boolean => isZero(pieces) || pieces.units > 0n === grossMinor > 0;

const inOneRow = (
  left: readonly DocumentRow[],
  change: Change,
  context: DifferenceContext,
): DocumentRow | undefined => {
  const { model, netMinor, grossMinor } = change;
  if (isZero(change.pieces)) return onePiece(change, priceNote(context.language), context);
  const quantity = formatDecimal(change.pieces, 0);
  const priced = left.find((row) => priceMeets(row, quantity, grossMinor, context));
  if (priced !== undefined) return { ...model, quantity, unitNet: priced.unitNet, netMinor, grossMinor, note: '' };
  const count = formatDecimal(absolute(change.pieces), 0);
  const note = quantityNote(context.language, count, model.unit);
  return toRow(change, count, '', context) ?? onePiece(change, note, context);
};

const onePiece = (change: Change, note: string, context: DifferenceContext): DocumentRow | undefined =>
  toRow(change, '1', note, context);

const toRow = (
  { model, netMinor, grossMinor }: Change,
  quantity: string,
  note: string,
  { currency, taxesIncluded }: DifferenceContext,
): DocumentRow | undefined => {
  const sign = Math.sign(grossMinor);
  const unitNet = unitNetFor({
    quantity,
    // A net that rounding has moved against its gross leads to no price.
    netMinor: Math.max(0, sign * netMinor),
    grossMinor: sign * grossMinor,
    percent: percentOfVat(model.vat),
    minorDigits: minorDigits(currency),
    taxesIncluded,
  });
  if (unitNet === undefined) return undefined;
  return { ...model, quantity: sign < 0 ? `-${quantity}` : quantity, unitNet, netMinor, grossMinor, note };
};

const priceMeets = (
  { unitNet, vat }: DocumentRow,
  quantity: string,
  grossMinor: number,
  { currency }: DifferenceContext,
): boolean => grossOf(quantity, unitNet, percentOfVat(vat), minorDigits(currency)) === grossMinor;

const negated = (row: DocumentRow): DocumentRow => ({
  ...row,
  quantity: formatDecimal(minus(sumOf([]), toDecimal(row.quantity)), 0),
  netMinor: 0 - row.netMinor,
  grossMinor: 0 - row.grossMinor,
});

const piecesOfAll = (rows: readonly DocumentRow[]): Decimal => sumOf(rows.map(piecesOf));

const netOfAll = (rows: readonly DocumentRow[]): number => rows.reduce((sum, row) => sum + row.netMinor, 0);

const grossOfAll = (rows: readonly DocumentRow[]): number => rows.reduce((sum, row) => sum + row.grossMinor, 0);
