import type { OrderSnapshot } from '../../event/snapshot.ts';
import { textOf } from '../fields.ts';
import type { Fetched, ShopFetch } from '../shop-fetch.ts';
import { askShoprenter, EVERY_MS, shoprenterApi } from './api.ts';
import { readShoprenterOrder } from './order.ts';

/** An order by `orderExtend`, with a token of client credentials. */
export const shoprenterFetch: ShopFetch<OrderSnapshot> = {
  everyMs: EVERY_MS,

  complete: async (known, shop, api, caller): Promise<Fetched<OrderSnapshot>> => {
    // As Shoprenter makes the names of its resources.
    const id = Buffer.from(`order-order_id=${known.orderId}`).toString('base64');
    const request = { method: 'GET', path: `orderExtend/${encodeURIComponent(id)}`, body: null } as const;
    const answer = await askShoprenter({ caller, shop, api: shoprenterApi.parse(api) }, request, 'orders');
    if (answer.kind !== 'told') return answer;
    if (textOf(answer.value['innerId']) !== known.orderId)
      return { kind: 'unreadable', detail: 'Shoprenter answered with another order' };
    const read = readShoprenterOrder(answer.value, known, shop);
    return read.ok ? { kind: 'read', snapshot: read.value } : { kind: 'unreadable', detail: read.problem };
  },
};
