import type { Fields } from './account.ts';
import { add, isDecimal, multiply, round } from './decimal.ts';
import type { Dialect } from './dialect.ts';

/** Net and gross of an invoice as CO3 reckons them itself: nobody tells it a total. */
export interface Totals {
  readonly net: string;
  readonly gross: string;
}

const MINOR_DIGITS = 2;

export const decimalsOf = (currency: string, dialect: Dialect): number =>
  currency === 'HUF' ? dialect.forintDecimals : MINOR_DIGITS;

/** Quantity × price × (1 − discount) × (1 + VAT), rounded in each row or once in the total. */
export const reckon = (rows: readonly Fields[], currency: string, dialect: Dialect): Totals => {
  const decimals = decimalsOf(currency, dialect);
  const inRow = (amount: string): string => (dialect.rounding === 'row' ? round(amount, decimals) : amount);
  const nets = rows.map(netOf);
  const grosses = rows.map((row) => multiply(netOf(row), add('1', percentOf(row['vat']))));
  return {
    net: round(add(...nets.map(inRow)), decimals),
    gross: round(add(...grosses.map(inRow)), decimals),
  };
};

const netOf = (row: Fields): string =>
  multiply(textOf(row['quantity']), textOf(row['net_price']), add('1', multiply(percentOf(row['discount']), '-1')));

const textOf = (text: string | undefined): string => (text === undefined || text === '' ? '0' : text);

/** `27` is 0.27; the words for no VAT are 0. */
const percentOf = (text: string | undefined): string =>
  text !== undefined && isDecimal(text) ? multiply(text, '0.01') : '0';
