import { readdirSync, readFileSync } from 'node:fs';
import { parseEventMessage, toMessageBody } from '../../../lib/event/message.ts';
import { readSafely } from '../../../lib/receive/read-safely.ts';
import { toMessage, toSmallMessage, type UsedReading } from '../../../lib/receive/to-message.ts';
import type { ShopSettings } from '../../../lib/settings/settings.ts';
import { platformOf } from '../../../lib/shops/index.ts';
import type { Reading } from '../../../lib/shops/platform.ts';
import { shopOf } from '../../support/shop-webhooks.ts';
import { standardShop, WITH_GOODS } from '../../support/standard-webhooks.ts';
import { shopifyShop } from '../../support/webhooks.ts';
import { WITH_GOODS as WOOCOMMERCE_GOODS, woocommerceShop } from '../../support/woocommerce-webhooks.ts';
import type { FuzzTarget } from '../target.ts';

const NOW = Date.parse('2026-12-06T10:00:00Z');

/** Bodies of webhooks, read as each of the platform's topics, and what they become in the queue. */
const webhookTarget = (shop: ShopSettings, topics: readonly string[]): FuzzTarget => ({
  name: shop.platform,
  format: 'json',
  seeds: () => fixturesOf(`webhooks/${shop.platform}`),
  run: (raw) => topics.flatMap((topic) => readAs(shop, topic, raw)),
});

const readAs = (shop: ShopSettings, topic: string, raw: Uint8Array): readonly string[] => {
  const platform = platformOf(shop);
  // What `readSafely` would catch is a fault of the reader all the same.
  const told = toldBy(platform.read(raw, shop, topic, NOW));
  const reading = readSafely(platform, raw, shop, topic, NOW);
  if (reading.kind !== 'not-used') send(reading, shop, topic, raw);
  return [...told, ...toldBy(reading)];
};

const toldBy = (reading: Reading): readonly string[] => {
  switch (reading.kind) {
    case 'snapshot':
      return [];
    case 'redact':
      return reading.orders;
    case 'not-used':
      return [reading.why];
    case 'problem':
      return [reading.detail];
    default:
      return reading satisfies never;
  }
};

/** Whatever `receive` puts into the queue, `deliver` has to take out of it. */
const send = (reading: UsedReading, shop: ShopSettings, topic: string, raw: Uint8Array): void => {
  const received = { shop: shop.id, traceId: 'trace', topic, raw };
  for (const message of [toMessage(received, reading), toSmallMessage(received, reading)]) {
    const body = JSON.stringify(message).length > MOST_CHARACTERS ? undefined : toMessageBody(message);
    const parsed = body === undefined ? undefined : parseEventMessage(body);
    if (parsed?.ok === false) throw new Error(`the queue's other end does not take it: ${parsed.problem}`);
  }
};

/** A message that may be too large for the queue is sent as a small one. */
const MOST_CHARACTERS = 150_000;

export const fixturesOf = (folder: string): readonly Uint8Array[] => {
  const at = new URL(`../../fixtures/${folder}/`, import.meta.url);
  return readdirSync(at).map((file) => readFileSync(new URL(file, at)));
};

export const WEBHOOK_TARGETS: readonly FuzzTarget[] = [
  webhookTarget(
    shopifyShop(['products: { vat: "27", pricesIncludeVat: true }', 'stock: { warehouses: { "7": "1" } }']),
    [
      'orders/updated',
      'products/update',
      'products/delete',
      'inventory_levels/update',
      'customers/redact',
      'customers/data_request',
    ],
  ),
  webhookTarget(woocommerceShop(WOOCOMMERCE_GOODS), ['order.updated', 'product.updated', 'product.deleted']),
  webhookTarget(shopOf('unas', '4711'), ['order_send', 'other']),
  webhookTarget(shopOf('shoprenter', 'acme'), ['']),
  webhookTarget(standardShop(WITH_GOODS), ['standard']),
];
