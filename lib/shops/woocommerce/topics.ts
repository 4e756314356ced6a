import { keepsGoods } from '../../settings/keeps-goods.ts';
import type { ShopSettings } from '../../settings/settings.ts';

/** Topics that tell of an order or a product, by what they tell of. Which of them it was decides nothing else. */
const USED_TOPICS: ReadonlyMap<string, 'order' | 'product'> = new Map([
  ['order.created', 'order'],
  ['order.updated', 'order'],
  ['order.restored', 'order'],
  ['product.created', 'product'],
  ['product.updated', 'product'],
  ['product.restored', 'product'],
  ['product.deleted', 'product'],
]);

/** Topics that shops may send besides; taken, and nothing is done with them. */
const KNOWN_UNUSED_TOPICS: ReadonlySet<string> = new Set([
  'order.deleted',
  'coupon.created',
  'coupon.updated',
  'coupon.restored',
  'coupon.deleted',
  'customer.created',
  'customer.updated',
  'customer.deleted',
]);

/** What a topic tells of, where that is used. */
export const usedResourceOf = (topic: string): 'order' | 'product' | undefined => USED_TOPICS.get(topic);

/** What a shop of these settings has to send. */
export const topicsFor = (shop: Pick<ShopSettings, 'products' | 'stock'>): readonly string[] =>
  [...USED_TOPICS].filter(([, resource]) => resource === 'order' || keepsGoods(shop)).map(([topic]) => topic);

/** The topic itself where it is known, else `other`. */
export const toKnownTopic = (topic: string): string =>
  USED_TOPICS.has(topic) || KNOWN_UNUSED_TOPICS.has(topic) ? topic : 'other';
