import { toOwnError } from '../../co3/own-problems.ts';
import { digestOf } from '../../event/digest.ts';
import type { ShopSettings } from '../../settings/settings.ts';
import type { ListingRecord } from '../goods-records.ts';
import type { WorkResult } from '../work.ts';
import type { GoodsPlan } from './goods-plan.ts';
import type { GoodsWork } from './goods-work.ts';
import { spreadDigest } from './merge-goods.ts';
import { amendGoods, type Planner, putGoodsBack } from './settle-goods.ts';
import { spreadListing } from './spread-listing.ts';

/** Writes down what a product's variants say, and settles it. No call is made. */
export const workListing = async (work: GoodsWork, record: ListingRecord): Promise<WorkResult> => {
  const { shop, deps } = work;
  const planner: Planner<ListingRecord> = (current) => planListing(current, shop);
  const spread = spreadDigest(record.snapshot, shop);
  if (isSpread(record, shop)) {
    await amendGoods(work, record, planner, (current) => current);
    return 'idle';
  }
  const { record: written, items } = await spreadListing(work, record);
  if (items === null) await putGoodsBack(work, written, deps.clock.now());
  else await amendGoods(work, written, planner, (current) => ({ ...current, items, spread, changing: [] }));
  return 'idle';
};

// A worker that died may have given SKUs by a state that the newest has taken back.
const isSpread = ({ snapshot, spread, changing }: ListingRecord, shop: ShopSettings): boolean =>
  spread === spreadDigest(snapshot, shop) && changing.length === 0;

/** Where a product stands: its variants have to be written down, or one of them lacks what nothing goes without. Pure. */
export const planListing = (record: ListingRecord, shop: ShopSettings): GoodsPlan<'spread'> => {
  const { snapshot } = record;
  if (!isSpread(record, shop)) return { kind: 'act', act: 'spread', reason: 'NewSnapshot' };
  if (shop.mode === 'shadow') return { kind: 'nothing', status: 'shadow', reason: 'ShopInShadow' };
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
