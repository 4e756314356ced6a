import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PLAIN_DIALECT } from '../../infra/local/co3/dialect.ts';
import type { ApiAnswer } from '../../lib/shops/shop-fetch.ts';
import { answer } from '../support/api-caller.ts';
import { aShopForEverything } from '../support/orders.ts';
import { requestWith, shopOf } from '../support/shop-webhooks.ts';
import { invoicesOf, makeSimulatedWorld } from '../support/simulated-world.ts';
import { SHOPIFY_SECRET } from '../support/webhooks.ts';

const PAYLOADS = resolve(import.meta.dirname, '../../../shared/payloads/shoprenter');
const isHere = existsSync(PAYLOADS);
const FILES = isHere ? readdirSync(PAYLOADS).sort() : [];
const payload = (name: string): Buffer => readFileSync(join(PAYLOADS, name));

/** What becomes of each: of a webhook as it is, of an answer where the API gives it for an order, or why it is none. */
const OUTCOMES: Readonly<Record<string, string>> = {
  'coupon-1.json': 'not used: coupons stand in the order’s totals',
  'customer-1.json': 'not used: the order names its buyer',
  'newsletter_subscribe-1.json': 'webhook: not used',
  'order-1.json': 'not used: orderExtend is read instead',
  'order_confirm-1.json': 'webhook: release WaitsForRelease',
  'order_extend-1.json': 'as the answer to orderExtend: letter TotalsMismatch',
  'order_extend-1.xml': 'as the answer to orderExtend: letter ShopOrderUnreadable',
  'order_history-1.json': 'not used: states have the shop’s own names',
  'order_invoice-1.json': 'not used: nothing is written to Shoprenter',
  'order_product-1.json': 'not used: orderExtend holds them',
  'order_product_addon-1.json': 'not used: orderExtend holds them',
  'order_total-1.json': 'not used: orderExtend holds them',
  'order_total-1.xml': 'not used: orderExtend holds them',
  'payment_mode-1.json': 'not used: ways of payment are not read',
  'product-1.json': 'not used: products are not read',
  'product_extend-1.json': 'not used: products are not read',
  'tax_class_extend-1.json': 'not used: orders bear their rates',
  'webhook-create-1.json': 'not used: what a shop’s owner sends to Shoprenter',
};

describe.skipIf(!isHere)('every real payload of Shoprenter', () => {
  it('is accounted for', () => {
    expect(Object.keys(OUTCOMES).sort()).toStrictEqual(FILES);
  });

  it.each(['order_confirm-1.json', 'newsletter_subscribe-1.json'])('%s, without credentials', async (name) => {
    expect(`webhook: ${await outcomeOf(payload(name))}`).toBe(OUTCOMES[name]);
  });

  it('order_confirm-1.json reads to the forint', async () => {
    expect(await outcomeOf(payload('order_confirm-1.json'), undefined, 'total')).toBe('1120600 HUF');
  });

  // The sample's deposit is another order's: the total does not hold it.
  it.each(['order_extend-1.json', 'order_extend-1.xml'])('%s', async (name) => {
    const outcome = await outcomeOf(hintOf172(), answer(payload(name)));

    expect(`as the answer to orderExtend: ${outcome}`).toBe(OUTCOMES[name]);
  });

  it('order_extend-1.json is an invoice of its goods without that deposit', async () => {
    const order = { ...JSON.parse(payload('order_extend-1.json').toString()), orderProductAddons: [] };

    expect(await outcomeOf(hintOf172(), answer(JSON.stringify(order)))).toBe('invoice 8128.00 of 812800 HUF');
  });
});

/** The documentation's order is another one than its webhook's: the webhook is told to be of that order. */
const hintOf172 = (): Buffer =>
  Buffer.from(payload('order_confirm-1.json').toString().replace('"innerId":"190"', '"innerId":"172"'));

const outcomeOf = async (
  raw: Uint8Array,
  extend?: ApiAnswer,
  ask: 'outcome' | 'total' = 'outcome',
): Promise<string> => {
  const { vatCases } = aShopForEverything();
  const shop = shopOf('shoprenter', 'demo', {
    vatCases,
    invoiceFrom: Date.parse('2005-01-01T00:00:00Z'),
    issueOn: 'placed',
  });
  const token = answer('{"access_token":"token-1","expires_in":3600}');
  const world = makeSimulatedWorld({
    seed: 1,
    dialect: PLAIN_DIALECT,
    shops: [shop],
    ...(extend === undefined ? {} : { api: () => ({ clientId: 'client-1', clientSecret: 'hush' }) }),
    shopHttp:
      () =>
      async ({ url }) =>
        url.endsWith('/app/token') || extend === undefined ? token : extend,
  });

  const status = await world.receive(requestWith(raw, {}, { key: SHOPIFY_SECRET }));
  await world.deliver();

  expect(status).toBe(202);
  const [letter] = world.ledger.all('letter');
  if (letter !== undefined) return `letter ${letter.letter.error.name}`;
  const [order] = world.ledger.all('order');
  if (order === undefined) return 'not used';
  if (ask === 'total') return `${order.snapshot.rows.reduce((sum, row) => sum + row.grossMinor, 0)} HUF`;
  const [invoice] = invoicesOf(world.co3);
  if (invoice === undefined) return `${order.status} ${order.reason}`;
  return `invoice ${invoice.gross} of ${order.documents.map(({ totalMinor, currency }) => `${totalMinor} ${currency}`).join()}`;
};
