import type { OrderSnapshot } from '../../lib/event/snapshot.ts';
import { shopify } from '../../lib/shops/shopify/shopify.ts';
import { orderOfReading } from './order-reading.ts';
import { shopifyShop, webhookFixture, webhookWith } from './webhooks.ts';

export interface ReadOptions {
  /** Top-level fields in place of the fixture's. */
  readonly fields?: Readonly<Record<string, unknown>>;
  /** Further settings of the shop, a YAML line each. */
  readonly settings?: readonly string[];
}

const readingOf = (name: string, { fields, settings = [] }: ReadOptions) => {
  const file = `shopify/${name}.json`;
  // Without other fields the bytes stay as they are: writing them anew would round long numbers.
  const raw = fields === undefined ? webhookFixture(file) : webhookWith(file, fields);
  return shopify.read(raw, shopifyShop(settings), 'orders/updated', 0);
};

/** The snapshot of a fixture that reads; throws where it does not. */
export const snapshotOf = (name: string, options: ReadOptions = {}): OrderSnapshot =>
  orderOfReading(readingOf(name, options));

/** What a fixture that does not read names as wrong; throws where it reads. */
export const problemOf = (name: string, options: ReadOptions = {}): string => {
  const reading = readingOf(name, options);
  if (reading.kind !== 'problem') throw new Error(`${name} gave ${reading.kind}`);
  return reading.detail;
};
