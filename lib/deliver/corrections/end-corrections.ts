import { toInstant } from '../../event/time.ts';
import type { ShopSettings } from '../../settings/settings.ts';
import type { OrderRecord } from '../records.ts';
import { correctionsOf } from './correction.ts';
import { isStillTold } from './places.ts';

/** The order without the corrections whose place the shop tells otherwise by its snapshot. They end for good, whatever it sends later. */
export const endCorrections = <O extends Pick<OrderRecord, 'snapshot' | 'corrections'>>(
  order: O,
  shop: ShopSettings,
  now: number,
): O => {
  const told = { snapshot: order.snapshot, shop };
  const isOver = (one: OrderRecord['corrections'][number]) => one.endedAt === null && !isStillTold(told, one);
  const corrections = correctionsOf(order);
  if (!corrections.some(isOver)) return order;
  return {
    ...order,
    corrections: corrections.map((one) => (isOver(one) ? { ...one, endedAt: toInstant(now) } : one)),
  };
};
