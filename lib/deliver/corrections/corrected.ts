import type { ShopSettings } from '../../settings/settings.ts';
import type { OrderRecord } from '../records.ts';
import { livingOf } from './correction.ts';
import { isStillTold, placeOf, type Told } from './places.ts';

/**
 * The order as it is to be translated: its snapshot with the corrections that hold, and its shop's settings with those that are for this
 * order alone. Pure. What identifies an order or a snapshot is never taken from it.
 */
export const corrected = <O extends Pick<OrderRecord, 'snapshot' | 'corrections'>>(
  order: O,
  shop: ShopSettings,
): { readonly order: O; readonly shop: ShopSettings } => {
  const raw: Told = { snapshot: order.snapshot, shop };
  const living = livingOf(order).filter((correction) => isStillTold(raw, correction));
  if (living.length === 0) return { order, shop };
  const told = living.reduce(
    (sofar, { path, row, new: value }) => placeOf(path)?.write(sofar, value, row) ?? sofar,
    raw,
  );
  return { order: { ...order, snapshot: told.snapshot }, shop: told.shop };
};
