import type { StockLevel } from '../../event/stock-level.ts';
import { parseInstant } from '../../event/time.ts';
import type { ShopSettings } from '../../settings/settings.ts';
import type { Reading } from '../platform.ts';
import { notUsed, unreadable } from '../readings.ts';
import { type Fields, numericIdOf, textOf } from './fields.ts';

/** A level's body as a snapshot. An item that is not counted has none. */
export const readStockLevel = (body: Fields, shop: ShopSettings): Reading => {
  const available = body['available'];
  if (available === null || available === undefined) return notUsed('the item is not counted there');
  const itemId = itemIdOf(body);
  const locationId = numericIdOf(body['location_id']);
  const changedAt = parseInstant(textOf(body['updated_at']));
  const quantity = textOf(available);
  const faults = [
    ...(itemId === null ? ['inventory_item_id is missing'] : []),
    ...(locationId === null ? ['location_id is missing'] : []),
    ...(changedAt === undefined ? ['updated_at is no moment with an offset'] : []),
    ...(/^-?\d{1,15}$/.test(quantity) ? [] : ['available is no number of pieces']),
  ];
  if (itemId === null || locationId === null || changedAt === undefined || faults.length > 0)
    return unreadable(faults.join('; '), null);
  const snapshot: StockLevel = {
    kind: 'stock',
    platform: 'shopify',
    tenant: shop.tenant,
    itemId,
    locationId,
    changedAt,
    quantity,
  };
  return { kind: 'snapshot', snapshot };
};

/** `gid://shopify/InventoryLevel/24826418?inventory_item_id=271878346596884015` bears it exactly, whatever a number has become on its way. */
const itemIdOf = (body: Fields): string | null =>
  /^gid:\/\/shopify\/InventoryLevel\/.*[?&]inventory_item_id=(\d+)/.exec(textOf(body['admin_graphql_api_id']))?.[1] ??
  numericIdOf(body['inventory_item_id']);
