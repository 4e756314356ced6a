import { digestOf } from '../../event/digest.ts';
import type { ProductSnapshot } from '../../event/product-snapshot.ts';
import type { StockLevel } from '../../event/stock-level.ts';
import type { ShopSettings } from '../../settings/settings.ts';
import type { ListingRecord, StockRecord } from '../goods-records.ts';
import type { Worked } from '../records.ts';
import type { Content } from '../update-record.ts';

export const listingKeyOf = ({ platform, tenant, productId }: Omit<ProductSnapshot, 'variants'>): string =>
  `${platform}:${tenant}#${productId}`;

export const itemKeyOf = ({ platform, tenant, itemId }: Pick<StockLevel, 'platform' | 'tenant' | 'itemId'>): string =>
  `${platform}:${tenant}#${itemId}`;

export const stockKeyOf = (level: Pick<StockLevel, 'platform' | 'tenant' | 'itemId' | 'locationId'>): string =>
  `${itemKeyOf(level)}@${level.locationId}`;

/** The product's record after a snapshot has come; undefined where it tells nothing. */
export const mergeListing = (
  current: ListingRecord | undefined,
  snapshot: ProductSnapshot,
  shop: ShopSettings,
  now: number,
): Content<ListingRecord> | undefined => {
  if (current !== undefined && snapshot.changedAt < current.snapshot.changedAt) return undefined;
  const whole = current === undefined ? snapshot : withUntold(snapshot, current.snapshot);
  if (current !== undefined && isSame(whole, current.snapshot)) return undefined;
  return {
    ...(current ?? { kind: 'listing', items: [], spread: null, ...untouched(shop) }),
    snapshot: whole,
    ...dueAgain(current, now),
  };
};

/** The level's record after one has come; undefined where it tells nothing. At the same time, what came last counts. */
export const mergeStockLevel = (
  current: StockRecord | undefined,
  level: StockLevel,
  shop: ShopSettings,
  now: number,
): Content<StockRecord> | undefined => {
  if (current !== undefined && level.changedAt < current.level.changedAt) return undefined;
  if (current !== undefined && digestOf(level) === digestOf(current.level)) return undefined;
  return {
    ...(current ?? { kind: 'stock', agreed: null, sent: null, watch: null, refused: null, ...untouched(shop) }),
    level,
    cameAt: now,
    ...dueAgain(current, now),
  };
};

// A product of more variants than its webhook tells of.
const withUntold = (snapshot: ProductSnapshot, known: ProductSnapshot): ProductSnapshot => {
  if (!snapshot.isPartial) return snapshot;
  const told = new Set(snapshot.variants.map(({ itemId }) => itemId));
  return { ...snapshot, variants: [...snapshot.variants, ...known.variants.filter(({ itemId }) => !told.has(itemId))] };
};

// Shopify's products change with every sale, and what changes then is nothing that we send.
const isSame = (a: ProductSnapshot, b: ProductSnapshot): boolean =>
  digestOf({ ...a, changedAt: '' }) === digestOf({ ...b, changedAt: '' });

/** What a record of goods begins with. */
export const untouched = ({
  id,
  account,
}: Pick<ShopSettings, 'id' | 'account'>): Omit<Worked, 'key' | 'version' | 'writeId'> => ({
  shop: id,
  account,
  letter: null,
  closing: [],
  redrive: false,
  status: 'waiting',
  reason: 'NewSnapshot',
  dueAt: null,
  starts: 0,
  tries: 0,
});

/** Due for what has come; a record that waits for something of CO3's keeps its time. */
const dueAgain = (current: Pick<Worked, 'status' | 'dueAt' | 'starts' | 'tries'> | undefined, now: number) => ({
  status: 'due' as const,
  reason: 'NewSnapshot',
  dueAt: current?.dueAt == null ? now : Math.min(current.dueAt, now),
  starts: current?.status === 'letter' ? 0 : (current?.starts ?? 0),
  tries: current?.status === 'letter' ? 0 : (current?.tries ?? 0),
});
