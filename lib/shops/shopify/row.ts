import type { OrderRow } from '../../event/snapshot.ts';
import { amountOf, type Side } from './amounts.ts';
import { amountsListOf, type Fields } from './fields.ts';

/** How the rows of one order are read. */
export interface RowReading {
  readonly side: Side;
  /** Whether prices contain the tax of their tax lines. */
  readonly taxesIncluded: boolean;
}

type RowFacts = Omit<OrderRow, 'netMinor' | 'taxMinor' | 'grossMinor' | 'rates'>;

/** A row of `amountMinor`, discounts taken off, with the tax and the rates of the tax lines of `taxed`. */
export const toRow = (
  { side, taxesIncluded }: RowReading,
  facts: RowFacts,
  amountMinor: number,
  taxed: Fields,
  at: string,
): OrderRow => {
  let taxMinor = 0;
  const rates: string[] = [];
  for (const [index, taxLine] of amountsListOf(taxed, 'tax_lines', at, side.faults).entries()) {
    const taxAt = `${at}tax_lines.${index}.`;
    const price = amountOf(side, taxLine, 'price', taxAt);
    taxMinor += price;
    const rate = percentOf(taxLine['rate']);
    if (rate !== undefined) rates.push(rate);
    else if (price !== 0) side.faults.push(`${taxAt}rate is no rate`);
  }
  const netMinor = taxesIncluded ? amountMinor - taxMinor : amountMinor;
  return { ...facts, netMinor, taxMinor, grossMinor: netMinor + taxMinor, rates };
};

export const discountsOf = (side: Side, fields: Fields, at: string): number =>
  amountsListOf(fields, 'discount_allocations', at, side.faults).reduce(
    (sum, allocation, index) => sum + amountOf(side, allocation, 'amount', `${at}discount_allocations.${index}.`),
    0,
  );

/** A rate as an exact percent: 0.025 is `"2.5"`; undefined where it is none. Six decimals of a percent are kept. */
export const percentOf = (rate: unknown): string | undefined => {
  const number = typeof rate === 'string' && /^\d+(\.\d+)?$/.test(rate) ? Number(rate) : rate;
  if (typeof number !== 'number' || !(number >= 0 && number <= 10)) return undefined;
  // Whole millionths of a percent: rounding takes a double's tail off, and their quotient prints without one.
  return String(Math.round(number * 100_000_000) / 1_000_000);
};
