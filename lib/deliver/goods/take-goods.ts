import type { ProductSnapshot } from '../../event/product-snapshot.ts';
import type { StockLevel } from '../../event/stock-level.ts';
import { keepsGoods } from '../../settings/keeps-goods.ts';
import type { ShopSettings } from '../../settings/settings.ts';
import type { WorkRef } from '../records.ts';
import { updateRecord, type Writer } from '../update-record.ts';
import { listingKeyOf, mergeListing, mergeStockLevel, stockKeyOf } from './merge-goods.ts';

/** Writes down what a webhook says of a product or a level; answers what is due by it, or null where it told nothing that counts. */
export const takeGoods = async (
  writer: Writer,
  shop: ShopSettings,
  snapshot: ProductSnapshot | StockLevel,
  now: number,
): Promise<WorkRef | null> => {
  if (!keepsGoods(shop)) return null;
  if (snapshot.kind === 'product') {
    const key = listingKeyOf(snapshot);
    await updateRecord(writer, 'listing', key, (known) => mergeListing(known, snapshot, shop, now));
    return { kind: 'listing', key };
  }
  // A place that the settings do not map is none of CO3's.
  if (shop.stock?.warehouses[snapshot.locationId] === undefined) return null;
  const key = stockKeyOf(snapshot);
  await updateRecord(writer, 'stock', key, (known) => mergeStockLevel(known, snapshot, shop, now));
  return { kind: 'stock', key };
};
