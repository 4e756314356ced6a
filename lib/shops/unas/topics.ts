/** Events of UNAS's automation that a webhook may tell of. Which of them it was decides nothing where the body is an order. */
const ORDER_TOPICS: ReadonlySet<string> = new Set([
  'order_send',
  'order_status_modify',
  'order_modify_admin',
  'order_payment_modify',
]);
const OTHER_TOPICS: ReadonlySet<string> = new Set(['customer_registration', 'customer_modify', 'newsletter_subscribe']);

export const isOrderTopic = (topic: string): boolean => ORDER_TOPICS.has(topic);

/** The topic itself where it is known, else `other`. */
export const toKnownTopic = (topic: string): string =>
  ORDER_TOPICS.has(topic) || OTHER_TOPICS.has(topic) ? topic : 'other';
