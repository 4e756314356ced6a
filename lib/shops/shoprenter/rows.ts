import type { OrderRow } from '../../event/snapshot.ts';
import { decimalTextOf } from '../decimal-text.ts';
import { taxOn, timesOf } from '../exact.ts';
import { type Fields, firstText, isFields, listOf, textOf } from '../fields.ts';
import { grossRow, ofOrder } from '../gross-row.ts';
import { minorOf } from '../minor-of.ts';
import { overRates } from '../rates-of-goods.ts';

export interface RowReading {
  readonly currency: string;
  /** Whether the shop reckons in whole forints. */
  readonly isWhole: boolean;
  /** What could not be read, each with its place and without its value. */
  readonly faults: string[];
}

type Facts = Pick<OrderRow, 'id' | 'kind' | 'name'>;

/** A list of Shoprenter's is a list, or the one thing itself. */
export const manyOf = (value: unknown): readonly Fields[] => (isFields(value) ? [value] : listOf(value));

/** Goods and what belongs to them: bottles to be returned, wrappings. */
export const readGoods = (reading: RowReading, goods: Fields, id: string, at: string): OrderRow => {
  const quantity = decimalTextOf(goods['quantity']) ?? ofStocks(goods);
  const rate = rateOf(goods['taxRate']);
  const gross = firstText(goods['grossPriceCurrency'], goods['grossPrice']);
  const grossMinor =
    gross === ''
      ? grossOf(timesOf(goods['price'], quantity, reading.currency), rate)
      : timesOf(gross, quantity, reading.currency);
  if (quantity === null) reading.faults.push(`${at}quantity is no number`);
  if (rate === null) reading.faults.push(`${at}taxRate is no percent`);
  if (grossMinor === undefined) reading.faults.push(`${at}price is no amount in ${reading.currency}`);
  const name = textOf(goods['name']);
  const facts = { id, kind: 'item' as const, sku: textOf(goods['sku']), name, quantity: quantity ?? '0' };
  return grossRow(facts, rounded(reading, grossMinor ?? 0), rate ?? '0');
};

/** An amount of the whole order, gross, at a rate of its own, or spread over the rates of the goods. */
export const readExtra = (
  reading: RowReading,
  { id, kind, name }: Facts,
  value: unknown,
  rate: string | null,
  goods: readonly OrderRow[],
  at: string,
): readonly OrderRow[] => {
  if (value === undefined || value === null || value === '') return [];
  const grossMinor = minorOf(value, reading.currency);
  if (grossMinor === undefined) reading.faults.push(`${at} is no amount in ${reading.currency}`);
  if (grossMinor === undefined || grossMinor === 0) return [];
  if (rate !== null) return [grossRow(ofOrder(kind, id, name), grossMinor, rate)];
  return overRates(grossMinor, goods).flatMap((part, index) =>
    part.grossMinor === 0 ? [] : [grossRow(ofOrder(kind, `${id}-${index + 1}`, name), part.grossMinor, part.percent)],
  );
};

/** What is taken off is told with a minus or without. */
export const takenOff = (value: unknown): unknown => {
  const text = textOf(value);
  return text === '' || text.startsWith('-') ? value : `-${text}`;
};

/** A percent; null for −1, which says that the rates of the goods count, and for what is none. */
export const rateOf = (value: unknown): string | null => {
  const rate = decimalTextOf(value);
  return rate === null || rate.startsWith('-') ? null : rate;
};

// Pieces are counted by the store that they come from.
const ofStocks = (goods: Fields): string | null => {
  const stocks = ['stock1', 'stock2', 'stock3', 'stock4'].map((name) => Number(textOf(goods[name])));
  const sum = stocks.reduce((total, one) => total + one, 0);
  return Number.isSafeInteger(sum) && sum > 0 ? String(sum) : null;
};

const grossOf = (netMinor: number | undefined, rate: string | null): number | undefined =>
  netMinor === undefined || rate === null ? undefined : netMinor + taxOn(netMinor, rate);

const rounded = ({ isWhole }: RowReading, minor: number): number => (isWhole ? Math.round(minor / 100) * 100 : minor);
