import { describe, expect, it } from 'vitest';
import type { RequestHeaders, ShopRequest } from '../../../../lib/shops/platform.ts';
import { shopify } from '../../../../lib/shops/shopify/shopify.ts';
import { SHOPIFY_SECRET, shopifyShop, signAsShopify, webhookFixture, webhookWith } from '../../../support/webhooks.ts';

const RAW = webhookFixture('shopify/orders-paid.huf.json');
const USED_TOPICS = [
  'orders/create',
  'orders/updated',
  'orders/paid',
  'orders/cancelled',
  'orders/fulfilled',
  'orders/partially_fulfilled',
];

describe('verify', () => {
  it.each([
    ['genuine', { 'x-shopify-hmac-sha256': signAsShopify(RAW), 'x-shopify-topic': 'orders/paid' }],
    ['genuine', { 'x-shopify-hmac-sha256': signAsShopify(RAW), 'x-shopify-topic': 'whatever/else' }],
    ['forged', { 'x-shopify-hmac-sha256': signAsShopify(RAW, 'guess'), 'x-shopify-topic': 'orders/paid' }],
    ['unsigned', { 'x-shopify-topic': 'orders/paid' }],
    ['unsigned', { 'x-shopify-hmac-sha256': '', 'x-shopify-topic': 'orders/paid' }],
    ['unsigned', { 'x-shopify-hmac-sha256': signAsShopify(RAW) }],
  ])('finds a request %s by its headers', (verdict, headers) => {
    const found = shopify.verify(requestOf(new Map(Object.entries(headers))), ['older', SHOPIFY_SECRET], 0);

    expect(found).toBe(verdict);
  });

  it('finds genuine what sign has signed', () => {
    const headers = new Headers(shopify.sign(RAW, SHOPIFY_SECRET, 'orders/paid', 0).headers);

    expect(shopify.verify(requestOf(headers), [SHOPIFY_SECRET], 0)).toBe('genuine');
    expect(shopify.topicOf(headers)).toBe('orders/paid');
  });
});

describe('topicOf', () => {
  it.each([
    ['orders/paid', 'orders/paid'],
    ['refunds/create', 'refunds/create'],
    ['orders/paid\nforged line', 'other'],
    ['__proto__', 'other'],
    ['', ''],
  ])('takes the header %j as %j', (header, expected) => {
    const topic = shopify.topicOf(new Map([['x-shopify-topic', header]]));

    expect(topic).toBe(expected);
  });
});

describe('read', () => {
  it.each(USED_TOPICS)('reads the same snapshot under %s', (topic) => {
    const shop = shopifyShop();

    const reading = shopify.read(RAW, shop, topic, 0);

    expect(reading.kind).toBe('snapshot');
    expect(reading).toStrictEqual(shopify.read(RAW, shop, 'orders/paid', 0));
  });

  it.each([
    ['orders/edited', webhookFixture('shopify/orders-edited.json')],
    ['orders/delete', webhookFixture('shopify/orders-delete.json')],
    ['orders/delete', RAW],
    ['refunds/create', RAW],
    ['other', RAW],
  ])('uses nothing under %s, even a whole order', (topic, raw) => {
    const reading = shopify.read(raw, shopifyShop(), topic, 0);

    expect(reading).toStrictEqual({ kind: 'not-used', why: 'not a topic that carries an order, a product or stock' });
  });

  it.each([
    ['not JSON', Buffer.from('{"id": 1'), 'the body is not JSON'],
    ['empty', Buffer.from(''), 'the body is not JSON'],
    ['not UTF-8', Buffer.from([0x22, 0xff, 0x22]), 'the body is not UTF-8'],
    ['a list', Buffer.from('[]'), 'the body is no JSON object'],
    ['null', Buffer.from('null'), 'the body is no JSON object'],
  ])('names as the problem a body that is %s', (_case, raw, detail) => {
    const reading = shopify.read(raw, shopifyShop(), 'orders/paid', 0);

    expect(reading).toStrictEqual({ kind: 'problem', problem: 'UnreadablePayload', detail, orderId: null });
  });

  it('names every place that an order lacks, and the order', () => {
    const reading = shopify.read(webhookFixture('shopify/orders-delete.json'), shopifyShop(), 'orders/paid', 0);

    expect(reading).toMatchObject({ kind: 'problem', problem: 'UnreadablePayload', orderId: '5551001' });
    expect('detail' in reading ? reading.detail.split('; ').map((part) => part.split(' ')[0]) : []).toStrictEqual([
      'created_at',
      'updated_at',
      'currency',
      'total_price',
      'line_items',
    ]);
  });

  it.each([
    ['the setting’s', 'https://acme.myshopify.com/12345678/orders/abc/authenticate?key=k', 'snapshot'],
    ['the setting’s, on a domain of its own', 'https://bolt.example/12345678/orders/abc', 'snapshot'],
    ['not there', 'https://bolt.example/orders/abc', 'snapshot'],
    ['not there, as the address is null', null, 'snapshot'],
    ['another', 'https://acme.myshopify.com/87654321/orders/abc/authenticate?key=12345678', 'problem'],
    ['one that only begins so', 'https://acme.myshopify.com/123456789/orders/abc', 'problem'],
  ])('compares the shop id of the body with the setting: %s', (_case, order_status_url, kind) => {
    const raw = webhookWith('shopify/orders-paid.huf.json', { order_status_url });

    const reading = shopify.read(raw, shopifyShop(['shopId: "12345678"']), 'orders/paid', 0);

    expect(reading.kind).toBe(kind);
    expect(reading.kind === 'problem' ? reading : WRONG_SHOP).toStrictEqual(WRONG_SHOP);
  });

  it('compares no shop id where the setting names none', () => {
    const reading = shopify.read(RAW, shopifyShop(), 'orders/paid', 0);

    expect(reading.kind).toBe('snapshot');
  });

  it('finds a wrong shop before anything else that is wrong', () => {
    const raw = Buffer.from('{"order_status_url":"https://x.example/1/orders/a"}');

    const reading = shopify.read(raw, shopifyShop(['shopId: "12345678"']), 'orders/paid', 0);

    expect(reading).toStrictEqual(WRONG_SHOP);
  });
});

const requestOf = (headers: RequestHeaders): ShopRequest => ({ raw: RAW, headers, query: {} });

const WRONG_SHOP = {
  kind: 'problem',
  problem: 'WrongShop',
  detail: 'order_status_url names another shop than the setting shopId',
  orderId: null,
};
