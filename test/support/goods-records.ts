import { itemKeyOf, listingKeyOf, stockKeyOf } from '../../lib/deliver/goods/merge-goods.ts';
import type { ItemRecord, ListingRecord, ProductRecord, StockRecord } from '../../lib/deliver/goods-records.ts';
import { aLevel, aProduct, aVariant } from './goods.ts';

const HEAD = { version: 1, writeId: 'write-1' };
const REST = {
  shop: 'acme-shop',
  account: 'acme',
  letter: null,
  closing: [],
  discarded: null,
  redrive: false,
  status: 'due',
  reason: 'NewSnapshot',
  dueAt: 1_000,
  starts: 0,
  tries: 0,
} as const;

/** The first version of the mug's product in the shop. */
export const aListingRecord = (overrides: Partial<ListingRecord> = {}): ListingRecord => ({
  ...HEAD,
  ...REST,
  kind: 'listing',
  key: listingKeyOf(aProduct()),
  snapshot: aProduct(),
  items: [],
  spread: null,
  changing: [],
  ...overrides,
});

export const anItemRecord = (overrides: Partial<ItemRecord> = {}): ItemRecord => ({
  ...HEAD,
  kind: 'item',
  key: itemKeyOf(aLevel()),
  shop: 'acme-shop',
  account: 'acme',
  sku: 'MUG-9',
  name: 'Bögre, kék',
  listing: listingKeyOf(aProduct()),
  changedAt: aProduct().changedAt,
  told: 'told-1',
  settings: 'settings-1',
  ...overrides,
});

/** The mug, which CO3 was never asked about. */
export const aProductRecord = (overrides: Partial<ProductRecord> = {}): ProductRecord => {
  const { stock: _, ...variant } = aVariant();
  const { manufacturer, group, description } = aProduct();
  return {
    ...HEAD,
    ...REST,
    kind: 'product',
    key: 'acme|MUG-9',
    sku: 'MUG-9',
    claims: [{ item: itemKeyOf(aLevel()), variant, manufacturer, group, description }],
    productId: null,
    held: null,
    sent: null,
    absentAt: null,
    relooked: false,
    refused: null,
    ...overrides,
  };
};

/** Its level at `loc-1`, nothing booked. */
export const aStockRecord = (overrides: Partial<StockRecord> = {}): StockRecord => ({
  ...HEAD,
  ...REST,
  kind: 'stock',
  key: stockKeyOf(aLevel()),
  level: aLevel(),
  cameAt: 1_000,
  agreed: null,
  sent: null,
  settlesAt: null,
  relooked: false,
  watch: null,
  refused: null,
  ...overrides,
});
