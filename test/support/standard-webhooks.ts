import { createHmac } from 'node:crypto';
import type { Settings, ShopSettings } from '../../lib/settings/settings.ts';
import { oneShop, oneShopSettings } from './one-shop.ts';
import { webhookFixture } from './webhooks.ts';

const KEY = Buffer.from('thirty-two bytes of pure nothing');
export const STANDARD_SECRET = `whsec_${KEY.toString('base64')}`;

/** When the fixtures are told. */
export const STANDARD_NOW = Date.parse('2026-12-06T10:00:00.700Z');
export const STANDARD_SECONDS = String(Math.floor(STANDARD_NOW / 1000));

/** The signature by the text of the specification, and not by the code under test. */
export const signAsStandard = (raw: Uint8Array, id: string, seconds: string, key: Uint8Array = KEY): string =>
  `v1,${createHmac('sha256', key).update(`${id}.${seconds}.`).update(raw).digest('base64')}`;

/** One shop `erp` of the account `acme`; `more` are further settings of it, a YAML line each. */
export const standardSettings = (more: readonly string[] = []): Settings =>
  oneShopSettings('standard', 'erp.example.com', more, 'erp');

export const standardShop = (more: readonly string[] = []): ShopSettings => oneShop(standardSettings(more));

export const WITH_GOODS: readonly string[] = [
  'products: { vat: "27", pricesIncludeVat: true }',
  'stock: { warehouses: { shop: "1" } }',
];

/** A fixture's JSON with other values for some fields of its `data`, as bytes; undefined takes one away. */
export const standardBody = (name: string, data: Readonly<Record<string, unknown>> = {}): Buffer => {
  const body = JSON.parse(webhookFixture(`standard/${name}.json`).toString());
  return Buffer.from(JSON.stringify({ ...body, data: { ...body.data, ...data } }));
};
