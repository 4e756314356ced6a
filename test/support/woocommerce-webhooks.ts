import { createHmac } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { OrderSnapshot } from '../../lib/event/snapshot.ts';
import type { Settings, ShopSettings } from '../../lib/settings/settings.ts';
import type { Reading } from '../../lib/shops/platform.ts';
import { woocommerce } from '../../lib/shops/woocommerce/woocommerce.ts';
import { oneShop, oneShopSettings } from './one-shop.ts';
import { orderOfReading } from './order-reading.ts';
import { type RequestParts, SHOPIFY_SECRET, shopifyRequest, webhookFixture, webhookWith } from './webhooks.ts';

/** The worlds of the tests know one secret for all their shops. */
export const WOOCOMMERCE_SECRET = SHOPIFY_SECRET;

/** WooCommerce's signature, made here by its source and not by the code under test; `secret` as WordPress has decoded it. */
export const signAsWoocommerce = (raw: Uint8Array, secret: string = WOOCOMMERCE_SECRET): string =>
  createHmac('sha256', secret).update(raw).digest('base64');

/** A signed request as API Gateway hands it over. */
export const woocommerceRequest = (raw: Uint8Array, parts: RequestParts = {}): APIGatewayProxyEventV2 => {
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'WooCommerce/10.3.0 Hookshot (WordPress/6.8)',
    'x-wc-webhook-source': 'https://shop.example.hu/',
    'x-wc-webhook-topic': parts.topic ?? 'order.updated',
    'x-wc-webhook-resource': 'order',
    'x-wc-webhook-event': 'updated',
    'x-wc-webhook-signature': signAsWoocommerce(raw, parts.secret ?? WOOCOMMERCE_SECRET),
    'x-wc-webhook-id': '7',
    'x-wc-webhook-delivery-id': '0123456789abcdef0123456789abcdef',
    ...parts.headers,
  };
  const given = Object.fromEntries(Object.entries(headers).filter((entry) => entry[1] !== undefined));
  return { ...shopifyRequest(raw, parts), headers: given };
};

/** One WooCommerce shop `acme-shop` of the account `acme`; `more` are further settings of it, a YAML line each. */
export const woocommerceSettings = (more: readonly string[] = []): Settings =>
  oneShopSettings('woocommerce', 'shop.example.hu', more);

export const woocommerceShop = (more: readonly string[] = []): ShopSettings => oneShop(woocommerceSettings(more));

/** Settings of a shop whose products and stock are kept in CO3. */
export const WITH_GOODS = [
  'products: { vat: "27", pricesIncludeVat: true }',
  'stock: { warehouses: { shop: "3" } }',
] as const;

type Fields = Readonly<Record<string, unknown>>;

/** What the fixture `<name>.json` is read to, with other values for some of its top-level fields. */
export const woocommerceReading = (name: string, fields: Fields = {}, topic = 'order.updated'): Reading =>
  woocommerce.read(webhookWith(`woocommerce/${name}.json`, fields), woocommerceShop(), topic, 0);

/** The order that a fixture is read to; throws where it is none. */
export const woocommerceOrder = (name = 'order-updated.huf', fields: Fields = {}): OrderSnapshot =>
  orderOfReading(woocommerceReading(name, fields));

/** What a fixture that does not read names as wrong; throws where it reads. */
export const woocommerceProblem = (name: string, fields: Fields): string => {
  const reading = woocommerceReading(name, fields);
  if (reading.kind !== 'problem') throw new Error(`${name} gave ${reading.kind}`);
  return reading.detail;
};

/** The JSON of the fixture `<name>.json`. */
export const woocommerceJson = (name: string): unknown =>
  JSON.parse(webhookFixture(`woocommerce/${name}.json`).toString());
