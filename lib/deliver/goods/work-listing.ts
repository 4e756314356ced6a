import { toOwnError } from '../../co3/own-problems.ts';
import { digestOf } from '../../event/digest.ts';
import type { Variant } from '../../event/product-snapshot.ts';
import { ONLY_LOCATION } from '../../event/stock-level.ts';
import type { Claim, ListingRecord } from '../goods-records.ts';
import { updateRecord } from '../update-record.ts';
import type { WorkResult } from '../work.ts';
import { claimSku, releaseSku } from './claim-sku.ts';
import type { GoodsPlan } from './goods-plan.ts';
import type { GoodsWork } from './goods-work.ts';
import { itemKeyOf } from './merge-goods.ts';
import { amendGoods } from './settle-goods.ts';
import { takeGoods } from './take-goods.ts';
import { wakeStockOfItem } from './wake-stock.ts';

/**
 * Writes down which SKU each variant bears, what it says of itself, and how many there are of it. No call is made; whatever breaks off is
 * done again from the beginning.
 */
export const workListing = async (work: GoodsWork, record: ListingRecord): Promise<WorkResult> => {
  const { snapshot } = record;
  if (record.spread === digestOf(snapshot)) {
    await amendGoods(work, record, planListing, (current) => current);
    return 'idle';
  }
  const told = new Map(
    snapshot.variants.map((variant) => [itemKeyOf({ ...snapshot, itemId: variant.itemId }), variant]),
  );
  for (const item of record.items) if (!told.has(item)) await setSku(work, record, item, null);
  for (const [item, variant] of told) {
    await setSku(work, record, item, variant);
    await takeStock(work, record, variant);
  }
  await amendGoods(work, record, planListing, (current) => ({
    ...current,
    items: [...told.keys()],
    spread: digestOf(snapshot),
  }));
  return 'idle';
};

const setSku = async (
  { deps, shop }: GoodsWork,
  { snapshot, key }: ListingRecord,
  item: string,
  variant: Variant | null,
): Promise<void> => {
  const now = deps.clock.now();
  const sku = variant?.sku.trim() ?? '';
  const known = await deps.ledger.read('item', item);
  // Another product of the shop's has taken the item over.
  if (variant === null && known !== undefined && known.listing !== key) return;
  if (known !== undefined && known.sku !== '' && known.sku !== sku)
    await releaseSku(deps, shop.account, known.sku, item, now);
  if (variant !== null && sku !== '') await claimSku(deps, shop, toClaim(item, variant, snapshot), now);
  if (known?.sku !== sku) await wakeStockOfItem(deps, shop, item, 'all', now);
  // Last: what breaks off before it is done again.
  await updateRecord(deps, 'item', item, (current) => {
    const next = { kind: 'item' as const, shop: shop.id, account: shop.account, sku, listing: key };
    const { name, changedAt } = { name: variant?.name ?? current?.name ?? '', changedAt: snapshot.changedAt };
    const isSame = current?.sku === sku && current.name === name && current.listing === key;
    return isSame ? current : { ...next, name, changedAt };
  });
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

/** Where a product stands: its variants have to be written down, or one of them lacks what nothing goes without. Pure. */
export const planListing = ({ snapshot, spread }: ListingRecord): GoodsPlan<'spread'> => {
  if (spread !== digestOf(snapshot)) return { kind: 'act', act: 'spread', reason: 'NewSnapshot' };
  const nameless = snapshot.variants.filter(({ sku }) => sku.trim() === '');
  if (nameless.length === 0)
    return { kind: 'nothing', status: 'settled', reason: snapshot.isDeleted ? 'Deleted' : 'Known' };
  const names = nameless.map(({ name }) => name);
  return {
    kind: 'letter',
    error: toOwnError(
      'SkuMissing',
      `Without a SKU: ${names.join(' | ')}.`,
      names.map((name) => ({ path: 'product.sku', value: name, allowed: [] })),
    ),
    digest: digestOf(['SkuMissing', nameless.map(({ itemId }) => itemId)]),
  };
};
