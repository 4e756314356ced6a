import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Settings, ShopSettings } from '../../lib/settings/settings.ts';
import { oneShop, oneShopSettings } from './one-shop.ts';

export const SHOPIFY_SECRET = 'hush-hush';

/** The bytes of `test/fixtures/webhooks/<name>`. */
export const webhookFixture = (name: string): Buffer =>
  readFileSync(new URL(`../fixtures/webhooks/${name}`, import.meta.url));

/** A fixture's JSON with other values for some of its top-level fields, as bytes. */
export const webhookWith = (name: string, fields: Readonly<Record<string, unknown>>): Buffer =>
  Buffer.from(JSON.stringify({ ...JSON.parse(webhookFixture(name).toString()), ...fields }));

/** Shopify's signature, made here by its documentation and not by the code under test. */
export const signAsShopify = (raw: Uint8Array, secret: string = SHOPIFY_SECRET): string =>
  createHmac('sha256', secret).update(raw).digest('base64');

export interface RequestParts {
  readonly shop?: string;
  readonly topic?: string;
  readonly secret?: string;
  /** Whether the gateway hands the body over in base64. */
  readonly base64?: boolean;
  /** Added to the others; undefined takes one away. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** A signed request as API Gateway hands it over. */
export const shopifyRequest = (raw: Uint8Array, parts: RequestParts = {}): APIGatewayProxyEventV2 => {
  const headers = {
    'content-type': 'application/json',
    'x-shopify-topic': parts.topic ?? 'orders/paid',
    'x-shopify-hmac-sha256': signAsShopify(raw, parts.secret ?? SHOPIFY_SECRET),
    'x-shopify-shop-domain': 'acme.myshopify.com',
    ...parts.headers,
  };
  const shop = parts.shop ?? 'acme-shop';
  const isBase64Encoded = parts.base64 ?? false;
  return {
    version: '2.0',
    routeKey: 'POST /webhooks/{shop}',
    rawPath: `/webhooks/${shop}`,
    rawQueryString: '',
    headers: Object.fromEntries(Object.entries(headers).filter((entry) => entry[1] !== undefined)),
    pathParameters: { shop },
    requestContext: REQUEST_CONTEXT,
    body: Buffer.from(raw).toString(isBase64Encoded ? 'base64' : 'utf8'),
    isBase64Encoded,
  };
};

/** One Shopify shop `acme-shop` of the account `acme`; `more` are further settings of it, a YAML line each. */
export const shopifySettings = (more: readonly string[] = []): Settings =>
  oneShopSettings('shopify', 'acme.myshopify.com', more);

export const shopifyShop = (more: readonly string[] = []): ShopSettings => oneShop(shopifySettings(more));

const REQUEST_CONTEXT: APIGatewayProxyEventV2['requestContext'] = {
  accountId: '000000000000',
  apiId: 'local',
  domainName: 'localhost',
  domainPrefix: 'localhost',
  http: { method: 'POST', path: '/webhooks/acme-shop', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
  requestId: 'request-1',
  routeKey: 'POST /webhooks/{shop}',
  stage: '$default',
  time: '02/Dec/2026:09:00:00 +0000',
  timeEpoch: 1_796_202_000_000,
};
