import type { ShopSettings } from '../../settings/settings.ts';
import type { ProductRecord } from '../goods-records.ts';
import { updateRecord, type Writer } from '../update-record.ts';
import type { GoodsWork } from './goods-work.ts';

/** Lets the levels of an item that wait for its product be looked at; where its SKU is another one, those that CO3 agrees with as well. */
export const wakeStockOfItem = async (
  writer: Writer,
  shop: Pick<ShopSettings, 'stock'>,
  item: string,
  which: 'waiting' | 'all',
  now: number,
): Promise<void> => {
  for (const location of Object.keys(shop.stock?.warehouses ?? {}))
    await updateRecord(writer, 'stock', `${item}@${location}`, (level) =>
      level === undefined ||
      level.sent !== null ||
      (which === 'waiting' && level.status === 'settled' && level.reason !== 'SettledByHand')
        ? level
        : { ...level, status: 'due' as const, reason: 'ProductKnown', dueAt: Math.min(level.dueAt ?? now, now) },
    );
};

/** As `wakeStockOfItem`, for whatever bears the product's SKU. Before the product itself is written: what breaks off in between is woken again. */
export const wakeStockOf = async (
  { deps, shop }: GoodsWork,
  { claims }: Pick<ProductRecord, 'claims'>,
): Promise<void> => {
  for (const { item } of claims) await wakeStockOfItem(deps, shop, item, 'waiting', deps.clock.now());
};
