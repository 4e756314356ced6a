import type { OrderSnapshot } from '../../event/snapshot.ts';
import type { Fetched, ShopFetch } from '../shop-fetch.ts';
import { childrenOf, textAt } from '../xml.ts';
import { askUnas, escapeXml, unasApi } from './api.ts';
import { readUnasOrder } from './order.ts';
import { whyByHand } from './told-elsewhere.ts';

/** An order's rows, VAT and payment by `getOrder`. */
export const unasFetch: ShopFetch<OrderSnapshot> = {
  // The smallest package may ask for a thousand single orders an hour; who asks for more is banned for one.
  everyMs: 1_000,

  complete: async (known, _shop, api, caller): Promise<Fetched<OrderSnapshot>> => {
    const answer = await askUnas(
      caller,
      unasApi.parse(api),
      'getOrder',
      `<Params><Key>${escapeXml(known.orderId)}</Key></Params>`,
    );
    if (answer.kind !== 'root') return answer;
    const order = childrenOf(answer.root, 'Order').find((one) => textAt(one, 'Key') === known.orderId);
    if (order === undefined) return { kind: 'unreadable', detail: 'UNAS does not know the order' };
    const byHand = whyByHand(order);
    if (byHand !== undefined) return { kind: 'unreadable', detail: byHand };
    const read = readUnasOrder(order, known);
    return read.ok ? { kind: 'read', snapshot: read.value } : { kind: 'unreadable', detail: read.problem };
  },
};
