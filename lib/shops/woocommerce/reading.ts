import { type Fields, isFields, textOf } from '../fields.ts';
import { minorOf } from '../minor-of.ts';
import type { TaxRate } from './tax-rates.ts';

/** How one order is read. */
export interface OrderReading {
  readonly currency: string;
  /** The rates of the order by their id. */
  readonly rates: ReadonlyMap<string, TaxRate>;
  /** What could not be read, each with its place and without its value. */
  readonly faults: string[];
}

/** `fields[key]` in minor units; a fault and 0 where it is no amount. */
export const amountOf = ({ currency, faults }: OrderReading, fields: Fields, key: string, at: string): number => {
  const minor = minorOf(fields[key], currency);
  if (minor === undefined) faults.push(`${at}${key} is no amount in ${currency}`);
  return minor ?? 0;
};

/** As `amountOf`, but 0 without a fault where there is none: plugins leave a tax of nothing empty. */
export const amountOrZero = (reading: OrderReading, fields: Fields, key: string, at: string): number => {
  const value = fields[key];
  return value === undefined || value === null || value === '' ? 0 : amountOf(reading, fields, key, at);
};

/** The value of a piece of meta data, or undefined; of several the last, as WooCommerce itself shows it. */
export const metaOf = (fields: Fields, key: string): unknown => {
  const list = fields['meta_data'];
  const found = Array.isArray(list)
    ? list.findLast((meta) => isFields(meta) && textOf(meta['key']) === key)
    : undefined;
  return isFields(found) ? found['value'] : undefined;
};
