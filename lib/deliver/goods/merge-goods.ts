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

export const isOfShop = (item: string, { platform, tenant }: Pick<ShopSettings, 'platform' | 'tenant'>): boolean =>
  item.startsWith(`${platform}:${tenant}#`);

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
  // Shopify's products change with every sale, and what changes then is nothing that we send. The time counts: a state between the two may still come.
  if (current !== undefined && current.spread === spreadDigest(whole, shop))
    return snapshot.changedAt === current.snapshot.changedAt ? undefined : { ...current, snapshot: whole };
  return {
    ...(current ?? { kind: 'listing', items: [], spread: null, changing: [], ...untouched(shop) }),
    ...placeOf(shop),
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
    ...(current ?? { kind: 'stock', ...UNBOOKED, ...untouched(shop) }),
    ...placeOf(shop),
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

const UNBOOKED = { agreed: null, sent: null, settlesAt: null, relooked: false, watch: null, refused: null } as const;

/** Of all that is written down for a product's variants: what they say, and the settings that decide what becomes of it. */
export const spreadDigest = (snapshot: ProductSnapshot, shop: ShopSettings): string =>
  digestOf([{ ...snapshot, changedAt: '' }, goodsSettingsOf(shop)]);

/** Digest of the settings by which a shop's goods are kept. */
export const goodsSettingsOf = ({ id, account, mode, products, stock, unit }: ShopSettings): string =>
  digestOf([id, account, mode === 'shadow', products ?? null, stock ?? null, unit]);

// A shop may be given another name or account in the settings.
const placeOf = ({ id, account }: Pick<ShopSettings, 'id' | 'account'>) => ({ shop: id, account });

/** What a record of goods begins with. */
export const untouched = (shop: Pick<ShopSettings, 'id' | 'account'>): Omit<Worked, 'key' | 'version' | 'writeId'> => ({
  ...placeOf(shop),
  letter: null,
  closing: [],
  discarded: null,
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
