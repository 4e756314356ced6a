import { keepsGoods } from '../../settings/keeps-goods.ts';
import type { ShopSettings } from '../../settings/settings.ts';

/** What the bodies of a topic tell of. Which topic of a kind it was decides nothing, except that a deleted thing tells nothing but its id. */
export type Content = 'order' | 'product' | 'deleted-product' | 'stock' | Privacy;
export type Privacy = 'data-request' | 'redact';

const USED_TOPICS: ReadonlyMap<string, Content> = new Map<string, Content>([
  ['orders/create', 'order'],
  ['orders/updated', 'order'],
  ['orders/paid', 'order'],
  ['orders/cancelled', 'order'],
  ['orders/fulfilled', 'order'],
  ['orders/partially_fulfilled', 'order'],
  ['products/create', 'product'],
  ['products/update', 'product'],
  ['products/delete', 'deleted-product'],
  ['inventory_levels/connect', 'stock'],
  ['inventory_levels/update', 'stock'],
  ['customers/data_request', 'data-request'],
  ['customers/redact', 'redact'],
]);

/** Those that a webhook can be made for. Shopify sends the topics of privacy to an app by the app's own configuration. */
export const ALL_USED_TOPICS: readonly string[] = [...USED_TOPICS]
  .filter(([, content]) => content !== 'data-request' && content !== 'redact')
  .map(([topic]) => topic);

/** Topics that shops are seen to send besides; taken, and nothing is done with them. */
const KNOWN_UNUSED_TOPICS: ReadonlySet<string> = new Set([
  'orders/edited',
  'orders/delete',
  'refunds/create',
  'order_transactions/create',
  'fulfillments/create',
  'fulfillments/update',
  'inventory_items/create',
  'inventory_items/update',
  'inventory_levels/disconnect',
  'app/uninstalled',
  'shop/redact',
]);

export const contentOf = (topic: string): Content | undefined => USED_TOPICS.get(topic);

/** What a shop of these settings has to send. */
export const topicsFor = (shop: Pick<ShopSettings, 'products' | 'stock'>): readonly string[] =>
  [...USED_TOPICS].filter(([, content]) => isNeeded(content, shop)).map(([topic]) => topic);

const isNeeded = (content: Content, shop: Pick<ShopSettings, 'products' | 'stock'>): boolean => {
  switch (content) {
    case 'order':
      return true;
    case 'product':
    case 'deleted-product':
      return keepsGoods(shop);
    case 'stock':
      return shop.stock !== undefined;
    case 'data-request':
    case 'redact':
      return false;
    default:
      return content satisfies never;
  }
};

/** The topic itself where it is known, else `other`. */
export const toKnownTopic = (topic: string): string =>
  USED_TOPICS.has(topic) || KNOWN_UNUSED_TOPICS.has(topic) ? topic : 'other';
