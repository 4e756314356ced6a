import type { OrderSnapshot } from '../event/snapshot.ts';

/** What a document bears so that it can be found in CO3 again: `prod/shopify:acme.myshopify.com/1001/invoice/1`. */
export const toMarker = (
  stage: string,
  order: Pick<OrderSnapshot, 'platform' | 'tenant' | 'orderId'>,
  purpose: string,
  generation: number,
): string => `${stage}/${order.platform}:${order.tenant}/${order.orderId}/${purpose}/${generation}`;
