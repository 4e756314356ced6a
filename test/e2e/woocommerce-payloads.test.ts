import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PLAIN_DIALECT } from '../../infra/local/co3/dialect.ts';
import type { OrderSnapshot } from '../../lib/event/snapshot.ts';
import type { ShopSettings } from '../../lib/settings/settings.ts';
import type { ApiCaller } from '../../lib/shops/shop-fetch.ts';
import { woocommerceFetch } from '../../lib/shops/woocommerce/fetch.ts';
import { woocommerce } from '../../lib/shops/woocommerce/woocommerce.ts';
import { orderOfReading } from '../support/order-reading.ts';
import { aShopForEverything } from '../support/orders.ts';
import { invoicesOf, makeSimulatedWorld } from '../support/simulated-world.ts';
import { webhookWith } from '../support/webhooks.ts';
import { woocommerceRequest } from '../support/woocommerce-webhooks.ts';

const PAYLOADS = resolve(import.meta.dirname, '../../../shared/payloads/woocommerce');
const isHere = existsSync(PAYLOADS);
const FILES = isHere ? readdirSync(PAYLOADS).filter((file) => /\d\.json$/.test(file)) : [];
const filesOf = (pattern: RegExp) => FILES.filter((file) => pattern.test(file));
const WEBHOOKS = filesOf(/^(order|product|coupon|customer)-(created|updated|deleted|restored|stock)-/);
const REFUNDS = filesOf(/^order-refunds?-/);

const NO_RATE = 'taxes.0.id names no rate of tax_lines';

/** What becomes of each: the letter's name, the reason why nothing is sent, the invoice's sum as the simulator reckons it, or the product. */
const OUTCOMES: Readonly<Record<string, string>> = {
  'coupon-created-1.json': 'not used',
  'coupon-created-2.json': 'not used',
  'coupon-deleted-1.json': 'not used',
  'coupon-restored-1.json': 'not used',
  'customer-created-1.json': 'not used',
  'customer-created-2.json': 'not used',
  'order-created-1.json': 'letter NoBuyer: The order names nobody to bill.',
  'order-created-2.json': 'invoice 14.50 of 1450 USD',
  'order-updated-1.json': `letter UnreadablePayload: line_items.0.${NO_RATE}; shipping_lines.0.${NO_RATE}`,
  'order-updated-16.json': 'invoice 30.00 of 3000 GBP',
  'order-updated-18.json': `letter UnreadablePayload: line_items.0.${NO_RATE}; line_items.1.${NO_RATE}`,
  'order-updated-19.json':
    'letter RefundRowsUnknown: 19.00 USD of 39.00 USD went back, and the shop’s message does not say for which rows.',
  'order-updated-2.json': `letter UnreadablePayload: line_items.0.${NO_RATE}; shipping_lines.0.${NO_RATE}`,
  'order-updated-3.json': 'not used',
  'order-updated-5.json': 'settled NothingOwed',
  'order-updated-6.json': 'invoice 28.00 of 2800 USD',
  'order-updated-8.json': 'letter TotalsMismatch: The rows add up to 75.20 USD, the order says 120.20 USD.',
  'product-created-1.json': 'product 18, price 150, stock null, letter SkuMissing',
  'product-created-2.json': 'product 794, price 21.99, stock null, letter SkuMissing',
  'product-created-3.json': 'product 799',
  'product-stock-1.json': 'letter UnreadablePayload: the body is no JSON object',
  'product-updated-1.json': 'product 282, price 0, stock null, letter SkuMissing',
  // Of another address of the API than webhooks are made from, which tells no type and no name.
  'product-updated-2.json':
    'letter UnreadablePayload: type Invalid input: expected string, received undefined; name Invalid input: expected string, received undefined',
  'product-updated-3.json': 'product 18, price 150, stock null, letter SkuMissing',
};

/** Refunds of an order that is not among the payloads are read into one that has their rows twice. */
const REFUND_OUTCOMES: Readonly<Record<string, string>> = {
  'order-refund-2.json':
    'letter RefundDiffers: 27.00 USD went back, but the refunded rows and shipping are worth 34.62 USD.',
  'order-refund-4.json':
    'letter RefundDiffers: 10.00 USD went back, but the refunded rows and shipping are worth 0.00 USD.',
  'order-refunds-1.json': 'invoice 225.00 of 22500 USD',
  'order-refunds-3.json': 'invoice 45.00 of 4500 USD',
  'order-refunds-5.json':
    'letter RefundDiffers: 19.00 USD went back, but the refunded rows and shipping are worth 9.00 USD.',
};

/** Of the API, and no webhooks: nothing of ours reads them. */
const OTHERS = ['payment-gateways-1.json', 'taxes-1.json', 'webhook-1.json'];

describe.skipIf(!isHere)('every real payload of WooCommerce', () => {
  it('is accounted for', () => {
    const known = [...Object.keys(OUTCOMES), ...Object.keys(REFUND_OUTCOMES), ...OTHERS];

    expect(known.sort()).toStrictEqual([...FILES].sort());
  });

  it.each(WEBHOOKS)('%s', async (file) => {
    const raw = readFileSync(join(PAYLOADS, file));
    const world = worldOf(raw);
    const topic = file
      .replace(/-\d+\.json$/, '')
      .replace('-', '.')
      .replace('stock', 'updated');

    const status = await world.receive(woocommerceRequest(raw, { topic }));
    await world.deliver();

    expect([status, outcomeOf(world)]).toStrictEqual([202, OUTCOMES[file]]);
  });

  it.each(REFUNDS)('%s', async (file) => {
    const parsed: unknown = JSON.parse(readFileSync(join(PAYLOADS, file), 'utf8'));
    const refunds: readonly Refund[] = Array.isArray(parsed) ? parsed : [parsed];
    const world = worldOf(Buffer.from('{}'));
    const fetched = await woocommerceFetch.complete(orderOf(file, refunds), shop, KEY, answering(refunds));
    if (fetched.kind !== 'read') throw new Error(fetched.detail);

    await world.arrive(fetched.snapshot);
    await world.deliver();

    expect(outcomeOf(world)).toBe(REFUND_OUTCOMES[file]);
  });
});

// Generous, so that as much as possible is invoiced.
const shop: ShopSettings = aShopForEverything({
  platform: 'woocommerce',
  tenant: 'example.com',
  taxNumberPlaces: woocommerce.traits.taxNumberPlaces,
  invoiceFrom: Date.parse('2005-01-01T00:00:00Z'),
  issueOn: 'placed',
  payments: { '': 'transfer' },
  fxRate: { EUR: 400, USD: 360, GBP: 450 },
  products: { vat: '27', vatByTaxClass: {}, pricesIncludeVat: true },
  stock: { warehouses: { shop: '1' } },
});

const KEY = { consumerKey: 'ck_1', consumerSecret: 'cs_1' };

type World = ReturnType<typeof makeSimulatedWorld>;

/** The payloads come from many shops: each is of the one that it names. */
const worldOf = (raw: Uint8Array): World => {
  const named = /"self":\s*\[\s*\{\s*"href":\s*"https?:\/\/([^"]+?)\/wp-json/.exec(Buffer.from(raw).toString())?.[1];
  return makeSimulatedWorld({ seed: 1, dialect: PLAIN_DIALECT, shops: [{ ...shop, tenant: named ?? shop.tenant }] });
};

interface Refund {
  readonly line_items: readonly RefundLine[];
  readonly shipping_lines?: readonly { readonly total: string; readonly total_tax: string }[];
}

interface RefundLine {
  readonly quantity: number;
  readonly total: string;
  readonly meta_data: readonly { readonly value: string }[];
}

/** The order that refunds are of: the documentation's own, or one made up of twice their rows. */
const orderOf = (file: string, refunds: readonly Refund[]): OrderSnapshot => {
  const isDocumented = /-[45]\.json$/.test(file);
  const raw = isDocumented
    ? readFileSync(join(PAYLOADS, 'order-updated-19.json'))
    : webhookWith('woocommerce/order-created.minimal.json', { ...twice(refunds), ...BUYER });
  return orderOfReading(woocommerce.read(raw, shop, 'order.updated', 0));
};

const BUYER = {
  ...{ currency: 'USD', payment_method: 'stripe', date_paid_gmt: '2026-12-02T09:00:00' },
  billing: {
    first_name: 'Anna',
    last_name: 'Minta',
    country: 'HU',
    city: 'Budapest',
    postcode: '1011',
    address_1: 'A',
  },
};

const twice = (refunds: readonly Refund[]) => {
  const lines = new Map<string, { readonly quantity: number; readonly cents: number }>();
  for (const { quantity, total, meta_data } of refunds.flatMap((refund) => refund.line_items)) {
    const id = meta_data[0]?.value ?? '';
    const { quantity: pieces, cents } = lines.get(id) ?? { quantity: 0, cents: 0 };
    lines.set(id, { quantity: pieces - 2 * quantity, cents: cents - 2 * centsOf(total) });
  }
  const shipping = refunds.flatMap((refund) => refund.shipping_lines ?? []);
  const net = shipping.reduce((sum, each) => sum - 2 * centsOf(each.total), 0);
  const tax = shipping.reduce((sum, each) => sum - 2 * centsOf(each.total_tax), 0);
  const total = [...lines.values()].reduce((sum, { cents }) => sum + cents, net + tax);
  return {
    total: textOf(total),
    line_items: [...lines].map(([id, { quantity, cents }]) => ({ id, name: 'Hoodie', quantity, total: textOf(cents) })),
    shipping_lines: [{ id: 9, total: textOf(net), total_tax: textOf(tax), taxes: [{ id: 1, total: textOf(tax) }] }],
    tax_lines: [{ rate_id: 1, rate_percent: 8.875 }],
  };
};

const centsOf = (amount: string): number => Math.round(Number(amount) * 100);

const textOf = (cents: number): string => (cents / 100).toFixed(2);

const answering = (refunds: readonly Refund[]): ApiCaller => ({
  call: async () => ({ kind: 'answered', status: 200, body: Buffer.from(JSON.stringify(refunds)), retryAfter: null }),
  session: () => null,
  keep: () => undefined,
  now: () => 0,
});

const outcomeOf = (world: World): string => {
  const [letter] = world.ledger.all('letter');
  const [listing] = world.ledger.all('listing');
  if (listing !== undefined) {
    const { productId, variants } = listing.snapshot;
    const told = variants.map(({ price, stock }) => `, price ${price}, stock ${stock}`).join('');
    return `product ${productId}${told}${letter === undefined ? '' : `, letter ${letter.letter.error.name}`}`;
  }
  if (letter !== undefined) return `letter ${letter.letter.error.name}: ${letter.letter.error.text}`;
  const [order] = world.ledger.all('order');
  if (order === undefined) return 'not used';
  const [invoice, ...more] = invoicesOf(world.co3);
  if (invoice === undefined) return `${order.status} ${order.reason}`;
  const owed = order.documents.map(({ totalMinor, currency }) => `${totalMinor} ${currency}`).join();
  return `invoice ${invoice.gross} of ${owed}${more.length > 0 ? ' and more' : ''}`;
};
