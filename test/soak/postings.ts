import type { KeptGoods } from './kept-goods.ts';
import { goodsMessageOf, messageOf, type ShopMessage } from './shop-message.ts';
import type { SoakShop } from './shops.ts';
import type { SoldOrder } from './sold-orders.ts';

/** A webhook that a shop posts, at its time since the beginning of the soak. */
export interface Posting {
  /** Of what it tells of. */
  readonly key: string;
  readonly shop: SoakShop;
  readonly atMs: number;
  /** As it is posted at that time; `id` is the message's own. */
  readonly messageAt: (at: number, id: string) => ShopMessage;
}

export const postingsOfOrders = (orders: readonly SoldOrder[], began: number): readonly Posting[] =>
  orders.flatMap(({ key, shop, orderId, buyer, placedAtMs, states }) =>
    states.flatMap(({ order, atMs, cancelledAtMs, arrivesAtMs }) => {
      const occasion = {
        orderId,
        buyer,
        createdAt: began + placedAtMs,
        changedAt: began + atMs,
        cancelledAt: cancelledAtMs === null ? null : began + cancelledAtMs,
      };
      return arrivesAtMs.map((arrivesAt) => ({
        ...{ key, shop, atMs: arrivesAt },
        messageAt: (at: number, id: string) => messageOf(shop, order, occasion, { id, at }),
      }));
    }),
  );

export const postingsOfGoods = (goods: readonly KeptGoods[], began: number): readonly Posting[] =>
  goods.flatMap((one) =>
    one.states.flatMap(({ telling, atMs, arrivesAtMs }) =>
      arrivesAtMs.map((arrivesAt) => ({
        ...{ key: one.sku, shop: one.shop, atMs: arrivesAt },
        messageAt: () => goodsMessageOf(one, telling, began + atMs),
      })),
    ),
  );
