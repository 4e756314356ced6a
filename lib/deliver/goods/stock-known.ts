import type { ItemRecord, ProductRecord, StockRecord } from '../goods-records.ts';
import { productKeyOf } from './claim-sku.ts';
import type { GoodsWork } from './goods-work.ts';
import { itemKeyOf } from './merge-goods.ts';
import { planStock } from './plan-stock.ts';

/** What is known of what a level counts. */
export interface Known {
  readonly item: ItemRecord | undefined;
  readonly product: ProductRecord | undefined;
}

/** How a level is planned, with what CO3 has shown of it by then. */
export const stockPlanner =
  ({ shop, account, stockSeen }: GoodsWork, { item, product }: Known) =>
  (record: StockRecord, now: number) =>
    planStock(record, { shop, account, item, product, seen: stockSeen.get(product?.productId ?? '') }, now);

export const readKnown = async ({ deps, account }: GoodsWork, { level }: StockRecord): Promise<Known> => {
  const item = await deps.ledger.read('item', itemKeyOf(level));
  const product =
    item === undefined || item.sku === ''
      ? undefined
      : await deps.ledger.read('product', productKeyOf(account.id, item.sku));
  return { item, product };
};
