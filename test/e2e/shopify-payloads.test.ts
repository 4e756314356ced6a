import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PLAIN_DIALECT } from '../../infra/local/co3/dialect.ts';
import { shopify } from '../../lib/shops/shopify/shopify.ts';
import { aShopForEverything } from '../support/orders.ts';
import { invoicesOf, makeSimulatedWorld } from '../support/simulated-world.ts';
import { shopifyRequest } from '../support/webhooks.ts';

const PAYLOADS = resolve(import.meta.dirname, '../../../shared/payloads/shopify');
const isHere = existsSync(PAYLOADS);
const FILES = isHere
  ? readdirSync(PAYLOADS).filter((file) => file.endsWith('.json') && !file.endsWith('.headers.json'))
  : [];

/**
 * What becomes of each: of orders the letter's name, the reason why nothing is sent, or the invoice's sum as the simulator reckons it;
 * of goods what is read. The domain in those about a buyer's data is no shop's.
 */
const OUTCOMES: Readonly<Record<string, string>> = {
  'app-scopes_update-1.json': 'not used',
  'app-uninstalled-1.json': 'not used',
  'companies-create-1.json': 'not used',
  'customers-create-1.json': 'not used',
  'customers-data_request-1.json': 'letter WrongShop',
  'customers-merge-1.json': 'not used',
  'customers-redact-1.json': 'letter WrongShop',
  'customers-update-1.json': 'not used',
  'disputes-create-1.json': 'not used',
  'draft_orders-create-1.json': 'not used',
  'fulfillment_orders-cancelled-1.json': 'not used',
  'fulfillments-create-1.json': 'not used',
  'gift_card-1.json': 'not used',
  'inventory_items-update-1.json': 'not used',
  'inventory_items-update-2.json': 'not used',
  'inventory_levels-connect-1.json': 'not used: the item is not counted there',
  'inventory_levels-disconnect-1.json': 'not used: not a topic that carries an order, a product or stock',
  'inventory_levels-update-1.json': 'not used: the item is not counted there',
  'inventory_levels-update-2.json': '6 of 808950810 at 905684977',
  'line_item-properties_empty_object.json': 'not used',
  'line_item-properties_object.json': 'not used',
  'line_item-valid.json': 'not used',
  'order_transactions-create-1.json': 'not used',
  'order_transactions-create-2.json': 'not used',
  'orders-cancelled-1.json': 'settled Test',
  'orders-cancelled-2.json': 'letter CancelledNotRefunded',
  'orders-create-1.json': 'settled Test',
  'orders-create-10.json': 'settled Test',
  'orders-create-11.json': 'settled Test',
  'orders-create-16.json': 'settled Test',
  'orders-create-2.json': 'settled Test',
  'orders-create-20.json': 'settled Test',
  'orders-create-3.json': 'letter NoBuyer',
  'orders-create-4.json': 'invoice 199.00 of 19900 USD',
  'orders-create-5.json': 'invoice 199.00 of 19900 USD',
  'orders-create-6.json': 'letter NoBuyer',
  'orders-create-7.json': 'invoice 181.09 of 18109 USD',
  'orders-create-9.json': 'letter VatMismatch',
  'orders-delete-1.json': 'not used',
  'orders-delete-2.json': 'not used',
  'orders-edited-1.json': 'not used',
  'orders-edited-2.json': 'not used',
  'orders-fulfilled-1.json': 'settled Test',
  'orders-fulfilled-2.json': 'invoice 2147.58 of 214758 PLN',
  'orders-fulfilled-3.json': 'settled Test',
  'orders-paid-1.json': 'settled Test',
  'orders-paid-2.json': 'settled Test',
  'orders-paid-3.json': 'invoice 2119.29 of 211929 PLN',
  'orders-updated-1.json': 'settled Test',
  'orders-updated-2.json': 'letter VatMismatch',
  'orders-updated-3.json': 'letter CancelledNotRefunded',
  'products-create-1.json': 'product of 2: example-shirt-s,example-shirt-m',
  'products-create-2.json': 'product of 2: example-shirt-s,example-shirt-m',
  'products-create-3.json': 'product of 1: MePHONE-002',
  'products-create-4.json':
    'product of 9: TSHIRT-001,TSHIRT-002,TSHIRT-003,TSHIRT-004,TSHIRT-005,TSHIRT-006,TSHIRT-007,TSHIRT-008,TSHIRT-009',
  'products-delete-1.json': 'product of 0: deleted',
  'products-list-1.json': 'not used: not a topic that carries an order, a product or stock',
  'products-update-1.json': 'product of 2: example-shirt-s,example-shirt-m',
  'products-update-3.json': 'product of 2: ,',
  'refunds-create-1.json': 'not used',
  'refunds-create-2.json': 'not used',
  'refunds-create-3.json': 'not used',
  'refunds-create-7.json': 'not used',
  'returns-approve-1.json': 'not used',
  'returns-update-1.json': 'not used',
  'shop-redact-1.json': 'not used',
  'shop-update-1.json': 'not used',
  'tender_transactions-create-1.json': 'not used',
};

describe.skipIf(!isHere)('every real payload of Shopify', () => {
  it('is accounted for', () => {
    expect(Object.keys(OUTCOMES).sort()).toStrictEqual([...FILES].sort());
  });

  it.each(FILES)('%s', async (file) => {
    const world = makeSimulatedWorld({
      seed: 1,
      dialect: PLAIN_DIALECT,
      shops: [shop],
    });
    const raw = readFileSync(join(PAYLOADS, file));
    const topic = topicOf(file);

    const status = await world.receive(shopifyRequest(raw, { topic }));
    await world.deliver();

    expect([status, goodsOf(raw, topic) ?? outcomeOf(world)]).toStrictEqual([202, OUTCOMES[file]]);
  });
});

/** `inventory_levels-update-1.json` came under `inventory_levels/update`. */
const topicOf = (file: string): string => file.replace(/(-\d+)?\.json$/, '').replace('-', '/');

// Generous, so that as much as possible is invoiced; without its numeric id, since the payloads come from many shops.
const { shopId: _, ...shop } = aShopForEverything({
  invoiceFrom: Date.parse('2005-01-01T00:00:00Z'),
  issueOn: 'placed',
  payments: { bogus: 'bankcard', manual: 'other', manual_in_shopify_test: 'other', '': 'transfer' },
  fxRate: { EUR: 400, USD: 360, PLN: 95 },
  products: { vat: '27', vatByTaxClass: {}, pricesIncludeVat: true },
  stock: { warehouses: { '905684977': '1' } },
});

/** What a product or a level is read as; undefined where the topic tells of neither. */
const goodsOf = (raw: Uint8Array, topic: string): string | undefined => {
  if (!/^(products|inventory_levels)\//.test(topic)) return undefined;
  const reading = shopify.read(raw, shop, topic, Date.parse('2026-12-02T10:00:00Z'));
  if (reading.kind === 'not-used') return `not used: ${reading.why}`;
  if (reading.kind === 'problem') return `${reading.problem}: ${reading.detail}`;
  if (reading.kind === 'redact') throw new Error('goods ask for nothing to be forgotten');
  const { snapshot } = reading;
  if (snapshot.kind === 'product')
    return `product of ${snapshot.variants.length}: ${snapshot.isDeleted ? 'deleted' : snapshot.variants.map(({ sku }) => sku).join()}`;
  return snapshot.kind === 'stock'
    ? `${snapshot.quantity} of ${snapshot.itemId} at ${snapshot.locationId}`
    : 'an order';
};

const outcomeOf = (world: ReturnType<typeof makeSimulatedWorld>): string => {
  const [letter] = world.ledger.all('letter');
  if (letter !== undefined) return `letter ${letter.letter.error.name}`;
  const [order] = world.ledger.all('order');
  if (order === undefined) return 'not used';
  const [invoice, ...more] = invoicesOf(world.co3);
  if (invoice === undefined) return `${order.status} ${order.reason}`;
  const owed = order.documents.map(({ totalMinor, currency }) => `${totalMinor} ${currency}`).join();
  return `invoice ${invoice.gross} of ${owed}${more.length > 0 ? ' and more' : ''}`;
};
