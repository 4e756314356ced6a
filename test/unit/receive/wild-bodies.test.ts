import { describe, expect, it } from 'vitest';
import { MAX_MESSAGE_BYTES, parseEventMessage, type SentMessage, toAsciiJson } from '../../../lib/event/message.ts';
import { readSafely } from '../../../lib/receive/read-safely.ts';
import { toMessage, toSmallMessage } from '../../../lib/receive/to-message.ts';
import type { ShopSettings } from '../../../lib/settings/settings.ts';
import { platformOf } from '../../../lib/shops/index.ts';
import { shopOf } from '../../support/shop-webhooks.ts';
import { standardBody, standardShop } from '../../support/standard-webhooks.ts';
import { shopifyShop, webhookWith } from '../../support/webhooks.ts';
import { woocommerceShop } from '../../support/woocommerce-webhooks.ts';

const NOW = Date.parse('2026-12-06T10:00:00Z');
const MEGABYTE = '7'.repeat(1_100_000);
const KILOBYTES = '7'.repeat(3_000);

describe('a genuine body is a message that both ends of the queue take, whatever stands in it:', () => {
  it.each([
    ['an id that no key of the ledger can hold', woocommerce({ id: KILOBYTES })],
    ['a number that no key can hold', woocommerce({ number: KILOBYTES })],
    ['an id as large as a message', woocommerce({ id: MEGABYTE })],
    ['such an id of an order that cannot be read', woocommerce({ id: MEGABYTE, total: 'sok' })],
    ['a hundred thousand faults', woocommerce({ line_items: Array.from({ length: 100_000 }, () => 0) })],
    ['UNAS’s order number as large as a message', unas({ orderID: MEGABYTE })],
    ['such a number of an order that cannot be read', unas({ orderID: MEGABYTE, products: [] })],
    ['the name of a product’s place as large as a message', unas({ products: { [MEGABYTE]: {} } })],
    ['a gross amount that a number cannot hold', standard({ rows: [row(Number.MAX_SAFE_INTEGER)] })],
    ['Shopify’s id as large as a message', shopify({ admin_graphql_api_id: `gid://shopify/Order/${MEGABYTE}` })],
  ])('%s', (_, { shop, topic, raw }) => {
    const message = messageOf(shop, topic, raw);

    const text = toAsciiJson(message);
    expect([text.length <= MAX_MESSAGE_BYTES, parseEventMessage(text).ok]).toStrictEqual([true, true]);
    expect(message).toMatchObject({ kind: 'problem', problem: 'UnreadablePayload' });
  });

  it('and the problem names places by words of ours alone', () => {
    const { shop, topic, raw } = unas({ products: { 'Minta Anna': { quantity: 'sok' }, 7: { quantity: 'kevés' } } });

    const message = messageOf(shop, topic, raw);

    expect(message).toMatchObject({
      detail: [
        'products.7.quantity is no number',
        'products.7.VATRate is no number',
        'products.7.grossPrice is no amount in HUF',
        'products.2.quantity is no number',
        'products.2.VATRate is no number',
      ].join('; '),
      orderId: '4711-100200',
    });
  });
});

interface Wild {
  readonly shop: ShopSettings;
  readonly topic: string;
  readonly raw: Buffer;
}

type Fields = Readonly<Record<string, unknown>>;

function woocommerce(fields: Fields): Wild {
  const raw = webhookWith('woocommerce/order-updated.huf.json', fields);
  return { shop: woocommerceShop(), topic: 'order.updated', raw };
}

function unas(fields: Fields): Wild {
  const raw = webhookWith('unas/order_send.discount-two-rates.json', fields);
  return { shop: shopOf('unas', '4711'), topic: 'order_send', raw };
}

function standard(fields: Fields): Wild {
  return { shop: standardShop(), topic: 'standard', raw: standardBody('order.short', fields) };
}

function shopify(fields: Fields): Wild {
  return { shop: shopifyShop(), topic: 'orders/paid', raw: webhookWith('shopify/orders-paid.huf.json', fields) };
}

function row(minor: number): Fields {
  return { id: '1', name: 'Bögre', quantity: '1', netMinor: minor, taxMinor: minor, rates: ['100'] };
}

function messageOf(shop: ShopSettings, topic: string, raw: Buffer): SentMessage {
  const reading = readSafely(platformOf(shop), raw, shop, topic, NOW);
  if (reading.kind === 'not-used') throw new Error('the body is not used');
  const received = { shop: shop.id, traceId: 'trace-1', topic, raw };
  const message = toMessage(received, reading);
  return toAsciiJson(message).length <= MAX_MESSAGE_BYTES ? message : toSmallMessage(received, reading);
}
