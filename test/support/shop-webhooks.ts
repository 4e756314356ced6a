import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { ShopSettings } from '../../lib/settings/settings.ts';
import { PLATFORM_TRAITS } from '../../lib/shops/index.ts';
import { aShop } from './orders.ts';
import { SHOPIFY_SECRET, shopifyRequest } from './webhooks.ts';

/** The bytes of `test/fixtures/shops/<name>`: what shops' own APIs answer. */
export const shopAnswer = (name: string): Buffer => readFileSync(new URL(`../fixtures/shops/${name}`, import.meta.url));

/** A shop of that platform, with what its settings are where nobody says otherwise. */
export const shopOf = (platform: string, tenant: string, overrides: Partial<ShopSettings> = {}): ShopSettings => {
  const { shopId: _, ...shop } = aShop({
    platform,
    tenant,
    taxNumberPlaces: PLATFORM_TRAITS[platform]?.taxNumberPlaces ?? [],
  });
  return { ...shop, ...overrides };
};

/** UNAS's signature, made here by its documentation and not by the code under test. */
export const signAsUnas = (raw: Uint8Array, secret: string = SHOPIFY_SECRET): string =>
  createHmac('sha256', secret).update(raw).digest('base64');

/** A request as API Gateway hands it over, with these headers and this query alone. */
export const requestWith = (
  raw: Uint8Array,
  headers: Readonly<Record<string, string>>,
  query: Readonly<Record<string, string>> = {},
): APIGatewayProxyEventV2 => ({ ...shopifyRequest(raw), headers: { ...headers }, queryStringParameters: { ...query } });

export const unasRequest = (raw: Uint8Array): APIGatewayProxyEventV2 =>
  requestWith(raw, { 'x-unas-topic': 'order_send', 'x-unas-hmac': signAsUnas(raw) });
