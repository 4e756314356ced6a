/** Topics whose body is a whole order. Which of them it was decides nothing. */
const USED_TOPICS: ReadonlySet<string> = new Set([
  'orders/create',
  'orders/updated',
  'orders/paid',
  'orders/cancelled',
  'orders/fulfilled',
  'orders/partially_fulfilled',
]);

/** Topics that shops are seen to send besides; taken, and nothing is done with them. */
const KNOWN_UNUSED_TOPICS: ReadonlySet<string> = new Set([
  'orders/edited',
  'orders/delete',
  'refunds/create',
  'order_transactions/create',
  'fulfillments/create',
  'fulfillments/update',
  'products/create',
  'products/update',
  'products/delete',
  'inventory_items/create',
  'inventory_items/update',
  'inventory_levels/connect',
  'inventory_levels/update',
  'inventory_levels/disconnect',
  'app/uninstalled',
  'customers/data_request',
  'customers/redact',
  'shop/redact',
]);

export const isUsedTopic = (topic: string): boolean => USED_TOPICS.has(topic);

/** The topic itself where it is known, else `other`. */
export const toKnownTopic = (topic: string): string =>
  USED_TOPICS.has(topic) || KNOWN_UNUSED_TOPICS.has(topic) ? topic : 'other';
