import { digestOf } from '../../event/digest.ts';
import type { Variant } from '../../event/product-snapshot.ts';
import { ONLY_LOCATION } from '../../event/stock-level.ts';
import type { Claim, ItemRecord, ListingRecord } from '../goods-records.ts';
import { amendWorked, updateRecord } from '../update-record.ts';
import { claimSku, releaseSku } from './claim-sku.ts';
import type { GoodsWork } from './goods-work.ts';
import { goodsSettingsOf, itemKeyOf } from './merge-goods.ts';
import { takeGoods } from './take-goods.ts';
import { wakeStockOfItem } from './wake-stock.ts';

/** How long one visit may write: after it, it is asked whether an order has come. */
const VISIT_MS = 5_000;
const READ_AT_ONCE = 25;

/** An item that the product tells of, or told of; what CO3 is to know it by in the end. */
interface Told {
  readonly item: string;
  readonly known: ItemRecord | undefined;
  /** Null where the product tells of it no more. */
  readonly variant: Variant | null;
  readonly sku: string;
  /** Another product of the shop's tells of it. */
  readonly isTakenOver: boolean;
}

export interface Spread {
  readonly record: ListingRecord;
  /** The items that are told of; null where the time was up before all were written down. */
  readonly items: readonly string[] | null;
}

/**
 * Writes down which SKU each variant bears, what it says of itself, and how many there are of it; answers which are told of.
 * SKUs are given back before any is claimed, so that two variants may swap theirs. Whatever breaks off is done again, with what was done left out.
 */
export const spreadListing = async (work: GoodsWork, record: ListingRecord): Promise<Spread> => {
  const { deps, shop } = work;
  const all = await readTold(work, record);
  const journalled = await journal(work, record, all);
  for (const { item, sku } of record.changing)
    if (sku !== '' && all.find((one) => one.item === item)?.sku !== sku)
      await releaseSku(deps, shop.account, sku, item, deps.clock.now());
  for (const { item, known, sku } of all)
    if (known !== undefined && known.sku !== '' && (known.sku !== sku || known.account !== shop.account))
      await releaseSku(deps, known.account, known.sku, item, deps.clock.now());
  const until = Math.min(work.lastCallAt, deps.clock.now() + VISIT_MS);
  for (const told of all) {
    if (deps.clock.now() > until) return { record: journalled, items: null };
    if (!told.isTakenOver) await writeItem(work, record, told);
  }
  return { record: journalled, items: all.filter(({ variant }) => variant !== null).map(({ item }) => item) };
};

const readTold = async ({ deps }: GoodsWork, { snapshot, key, items, changing }: ListingRecord) => {
  const variants = new Map(
    snapshot.variants.map((variant) => [itemKeyOf({ ...snapshot, itemId: variant.itemId }), variant]),
  );
  const keys = [...new Set([...items, ...changing.map(({ item }) => item), ...variants.keys()])];
  const all: Told[] = [];
  for (let start = 0; start < keys.length; start += READ_AT_ONCE) {
    const some = keys.slice(start, start + READ_AT_ONCE);
    const known = await Promise.all(some.map((item) => deps.ledger.read('item', item)));
    all.push(...some.map((item, index) => toTold(item, known[index], variants.get(item) ?? null)));
  }
  return all;

  function toTold(item: string, known: ItemRecord | undefined, variant: Variant | null): Told {
    const isElsewhere = known !== undefined && known.listing !== null && known.listing !== key;
    const isTakenOver = isElsewhere && (variant === null || known.changedAt > snapshot.changedAt);
    return { item, known, variant, sku: isTakenOver ? known.sku : (variant?.sku.trim() ?? ''), isTakenOver };
  }
};

// A worker that dies before it comes to the item leaves claims, or the lack of one, that nothing else would tell of.
const journal = async ({ deps }: GoodsWork, record: ListingRecord, all: readonly Told[]): Promise<ListingRecord> => {
  const isJournalled = ({ item, sku }: Told): boolean =>
    record.changing.some((one) => one.item === item && one.sku === sku);
  const changing = all
    .filter((told) => !told.isTakenOver && (told.known?.sku ?? '') !== told.sku && !isJournalled(told))
    .map(({ item, sku }) => ({ item, sku }));
  if (changing.length === 0) return record;
  return amendWorked(deps, record, (current) => ({ ...current, changing: [...current.changing, ...changing] }));
};

const writeItem = async (work: GoodsWork, record: ListingRecord, { item, known, variant, sku }: Told) => {
  const { deps, shop } = work;
  const { snapshot } = record;
  if (variant === null && known === undefined) return;
  const now = deps.clock.now();
  const listing = variant === null ? null : record.key;
  const claim = variant === null ? null : toClaim(item, variant, snapshot);
  const settings = goodsSettingsOf(shop);
  const told = digestOf([claim, variant?.stock ?? null, listing, settings]);
  // Unless a worker that died was giving it another one.
  if (known?.told === told && !record.changing.some((one) => one.item === item && one.sku !== sku)) return;
  const isAnew = known?.settings !== settings;
  if (claim !== null && sku !== '') await claimSku(deps, shop, claim, { isAnew, now });
  if (isAnew || known?.sku !== sku || known.listing !== listing) await wakeStockOfItem(deps, shop, item, 'all', now);
  if (variant !== null) await takeStock(work, record, variant);
  const { name, changedAt } = { name: variant?.name ?? known?.name ?? '', changedAt: snapshot.changedAt };
  const next = { kind: 'item' as const, shop: shop.id, account: shop.account, sku, name, listing, changedAt };
  // Last: what breaks off before it is done again.
  await updateRecord(deps, 'item', item, () => ({ ...next, told, settings }), known);
};

const toClaim = (item: string, { stock: _, ...variant }: Variant, snapshot: ListingRecord['snapshot']): Claim => ({
  item,
  variant,
  manufacturer: snapshot.manufacturer,
  group: snapshot.group,
  description: snapshot.description,
});

const takeStock = async ({ deps, shop }: GoodsWork, { snapshot }: ListingRecord, variant: Variant): Promise<void> => {
  if (variant.stock === null) return;
  const { platform, tenant, changedAt } = snapshot;
  const place = { platform, tenant, itemId: variant.itemId, locationId: ONLY_LOCATION };
  await takeGoods(deps, shop, { kind: 'stock', ...place, changedAt, quantity: variant.stock }, deps.clock.now());
};
