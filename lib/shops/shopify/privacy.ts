import type { ShopSettings } from '../../settings/settings.ts';
import type { Reading } from '../platform.ts';
import { ofAnotherShop, unreadable } from '../readings.ts';
import { type Fields, fieldsOf, numericIdOf, textOf } from './fields.ts';

/** What an app is told when a buyer wants their data, or wants them gone. Of the body only ids are taken: e-mail and phone stand there too. */
export const readPrivacy = (body: Fields, shop: ShopSettings, asks: 'data-request' | 'redact'): Reading => {
  if (isOfAnotherShop(body, shop))
    return ofAnotherShop('shop_domain or shop_id is another shop than the settings name');
  const place = asks === 'redact' ? 'orders_to_redact' : 'orders_requested';
  const orders = idsIn(body[place]);
  if (orders === undefined) return unreadable(`${place} is no list of ids`, null);
  if (asks === 'redact') return { kind: 'redact', orders };
  return {
    kind: 'problem',
    problem: 'DataRequested',
    detail: `request ${idIn(body['data_request'])} of customer ${idIn(body['customer'])}: ${ordersText(orders)}`,
    orderId: null,
  };
};

const idIn = (part: unknown): string => numericIdOf(fieldsOf(part)['id']) ?? 'without an id';

const ordersText = (orders: readonly string[]): string =>
  orders.length === 0 ? 'no orders' : `the orders of the ids ${orders.join(', ')}`;

const isOfAnotherShop = (body: Fields, shop: ShopSettings): boolean =>
  textOf(body['shop_domain']) !== shop.tenant ||
  (shop.shopId !== undefined && numericIdOf(body['shop_id']) !== shop.shopId);

/** As many as fit into a message by far. */
const MOST = 10_000;

const idsIn = (value: unknown): readonly string[] | undefined => {
  if (!Array.isArray(value) || value.length > MOST) return undefined;
  const ids = value.map(numericIdOf);
  return ids.every((id) => id !== null) ? ids : undefined;
};
