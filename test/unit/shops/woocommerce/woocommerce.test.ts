import { describe, expect, it } from 'vitest';
import type { RequestHeaders, ShopRequest } from '../../../../lib/shops/platform.ts';
import { woocommerce } from '../../../../lib/shops/woocommerce/woocommerce.ts';
import { webhookFixture, webhookWith } from '../../../support/webhooks.ts';
import {
  signAsWoocommerce,
  WITH_GOODS,
  WOOCOMMERCE_SECRET,
  woocommerceReading,
  woocommerceShop,
} from '../../../support/woocommerce-webhooks.ts';

const RAW = webhookFixture('woocommerce/order-updated.huf.json');
const PING = Buffer.from('webhook_id=7');

describe('verify', () => {
  it.each([
    ['genuine', { 'x-wc-webhook-signature': signAsWoocommerce(RAW), 'x-wc-webhook-topic': 'order.updated' }],
    ['genuine', { 'x-wc-webhook-signature': signAsWoocommerce(RAW), 'x-wc-webhook-topic': 'action.woocommerce_thing' }],
    ['forged', { 'x-wc-webhook-signature': signAsWoocommerce(RAW, 'guess'), 'x-wc-webhook-topic': 'order.updated' }],
    ['unsigned', { 'x-wc-webhook-topic': 'order.updated' }],
    ['unsigned', { 'x-wc-webhook-signature': '', 'x-wc-webhook-topic': 'order.updated' }],
    ['unsigned', { 'x-wc-webhook-signature': signAsWoocommerce(RAW) }],
  ])('finds a request %s by its headers', (verdict, headers) => {
    const found = woocommerce.verify(requestOf(headers), ['older', WOOCOMMERCE_SECRET], 0);

    expect(found).toBe(verdict);
  });

  it.each([
    ['as typed', 'a&b<c', 'a&b<c'],
    ['as WordPress has stored what was typed', 'a&amp;b&lt;c', 'a&b<c'],
    ['as it stands, where nobody has decoded it', 'a&amp;b', 'a&amp;b'],
  ])('knows a secret that is given %s', (_case, configured, signing) => {
    const headers = {
      'x-wc-webhook-signature': signAsWoocommerce(RAW, signing),
      'x-wc-webhook-topic': 'order.updated',
    };

    expect(woocommerce.verify(requestOf(headers), [configured], 0)).toBe('genuine');
    expect(woocommerce.verify(requestOf(headers), ['other'], 0)).toBe('forged');
  });

  it.each(['plain', 'a&amp;b&#039;c'])('finds genuine what sign has signed with %j', (secret) => {
    const headers = new Headers(woocommerce.sign(RAW, secret, 'order.updated', 0).headers);

    expect(woocommerce.verify({ raw: RAW, headers, query: {} }, [secret], 0)).toBe('genuine');
    expect(woocommerce.topicOf(headers)).toBe('order.updated');
  });

  it('signs as WordPress does, with the secret that it has decoded', () => {
    const { headers } = woocommerce.sign(RAW, 'a&amp;b', 'order.updated', 0);

    expect(headers['x-wc-webhook-signature']).toBe(signAsWoocommerce(RAW, 'a&b'));
  });

  it('knows the ping of a webhook that is switched on, also while there are no secrets', () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };

    expect(woocommerce.verify(requestOf(headers, PING), [], 0)).toBe('ping');
  });

  it.each<[string, Uint8Array, Record<string, string>]>([
    ['has more in its body', Buffer.from('webhook_id=7&x=1'), {}],
    ['has a line more', Buffer.from('webhook_id=7\n'), {}],
    ['names no id', Buffer.from('webhook_id='), {}],
    ['has an id without end', Buffer.from(`webhook_id=${'7'.repeat(100)}`), {}],
    ['is JSON', Buffer.from('{"webhook_id":7}'), {}],
    ['is empty', Buffer.from(''), {}],
    ['bears a topic', PING, { 'x-wc-webhook-topic': 'order.updated' }],
    ['bears the webhook’s id', PING, { 'x-wc-webhook-id': '7' }],
  ])('takes for no ping what %s', (_case, raw, headers) => {
    expect(woocommerce.verify(requestOf(headers, raw), [WOOCOMMERCE_SECRET], 0)).toBe('unsigned');
  });
});

describe('topicOf', () => {
  it.each([
    ['order.updated', 'order.updated'],
    ['order.deleted', 'order.deleted'],
    ['product.deleted', 'product.deleted'],
    ['coupon.created', 'coupon.created'],
    ['subscription.created', 'other'],
    ['order.updated\nforged line', 'other'],
    ['__proto__', 'other'],
    ['', ''],
  ])('takes the header %j as %j', (header, expected) => {
    const topic = woocommerce.topicOf(new Map([['x-wc-webhook-topic', header]]));

    expect(topic).toBe(expected);
  });
});

describe('read', () => {
  it.each(['order.created', 'order.updated', 'order.restored'])('reads the same snapshot under %s', (topic) => {
    const reading = woocommerce.read(RAW, woocommerceShop(), topic, 0);

    expect(reading.kind).toBe('snapshot');
    expect(reading).toStrictEqual(woocommerceReading('order-updated.huf'));
  });

  it.each([
    ['order.deleted', webhookFixture('woocommerce/order-deleted.json')],
    ['order.deleted', RAW],
    ['coupon.created', RAW],
    ['customer.updated', RAW],
    ['other', RAW],
  ])('uses nothing under %s, even a whole order', (topic, raw) => {
    const reading = woocommerce.read(raw, woocommerceShop(), topic, 0);

    expect(reading).toStrictEqual({ kind: 'not-used', why: 'not a topic that carries an order or a product' });
  });

  it.each([
    ['auto-draft', 'the order is a draft that the shop has begun by itself'],
    ['draft', 'the order is a draft'],
    ['checkout-draft', 'the buyer has not placed the order yet'],
    ['wc-checkout-draft', 'the buyer has not placed the order yet'],
    ['trash', 'the order is in the shop’s trash'],
  ])('uses no order of the status %s', (status, why) => {
    expect(woocommerceReading('order-updated.huf', { status })).toStrictEqual({ kind: 'not-used', why });
  });

  it.each([
    ['not JSON', Buffer.from('{"id": 1'), 'the body is not JSON'],
    ['not UTF-8', Buffer.from([0x22, 0xff, 0x22]), 'the body is not UTF-8'],
    ['a list', Buffer.from('[]'), 'the body is no JSON object'],
    ['a ping that somebody has signed', PING, 'the body is not JSON'],
  ])('names as the problem a body that is %s', (_case, raw, detail) => {
    const reading = woocommerce.read(raw, woocommerceShop(), 'order.updated', 0);

    expect(reading).toStrictEqual({ kind: 'problem', problem: 'UnreadablePayload', detail, orderId: null });
  });

  it('names every place that an order lacks, and the order', () => {
    const reading = woocommerceReading('order-deleted');

    expect(reading).toMatchObject({ kind: 'problem', problem: 'UnreadablePayload', orderId: '5101' });
    expect('detail' in reading ? reading.detail.split('; ').map((part) => part.split(' ')[0]) : []).toStrictEqual([
      'status',
      'currency',
      'date_created_gmt',
      'date_modified_gmt',
      'total',
      'line_items',
    ]);
  });

  it('says of a body of the legacy API which version is wanted', () => {
    expect(woocommerceReading('order-created.legacy')).toStrictEqual({
      kind: 'problem',
      problem: 'UnreadablePayload',
      detail: 'the webhook is of the legacy API; its version must be WP REST API v3',
      orderId: null,
    });
  });

  it.each([
    ['the setting’s', 'shop.example.hu', 'https://shop.example.hu/wp-json/wc/v3/orders/5101', 'snapshot'],
    [
      'the setting’s, over http and with a port',
      'shop.example.hu',
      'http://SHOP.example.hu:8080/?rest_route=/x',
      'snapshot',
    ],
    ['the setting’s with www', 'shop.example.hu', 'https://www.shop.example.hu/wp-json/wc/v3/orders/5101', 'snapshot'],
    [
      'the setting’s, which has a path',
      'example.hu/shop',
      'https://example.hu/shop/wp-json/wc/v3/orders/5101',
      'snapshot',
    ],
    ['not there', 'shop.example.hu', undefined, 'snapshot'],
    ['a copy’s', 'shop.example.hu', 'https://staging.shop.example.hu/wp-json/wc/v3/orders/5101', 'problem'],
    [
      'a copy’s below the shop',
      'shop.example.hu',
      'https://shop.example.hu/staging/wp-json/wc/v3/orders/5101',
      'problem',
    ],
    [
      'a copy’s beside the shop',
      'example.hu/shop',
      'https://example.hu/shop-test/wp-json/wc/v3/orders/5101',
      'problem',
    ],
    [
      'the shop’s, of one language',
      'shop.example.hu',
      'https://shop.example.hu/en/wp-json/wc/v3/orders/5101',
      'snapshot',
    ],
    ['the shop’s, of a dialect', 'example.hu/shop', 'https://example.hu/shop/pt-br/wp-json/wc/v3/orders/5', 'snapshot'],
    [
      'the shop’s, without pretty links',
      'shop.example.hu',
      'https://shop.example.hu/index.php?rest_route=/wc/v3/orders/5',
      'snapshot',
    ],
    [
      'a copy’s without pretty links',
      'shop.example.hu',
      'https://shop.example.hu/staging/?rest_route=%2Fwc%2Fv3%2Forders',
      'problem',
    ],
    ['of another form', 'shop.example.hu', 'https://shop.example.hu/somewhere', 'snapshot'],
    ['one that only begins so', 'shop.example.hu', 'https://shop.example.hu.test/wp-json/wc/v3/orders/5101', 'problem'],
  ])('compares the address of the body with the setting: %s', (_case, tenant, href, kind) => {
    const raw = webhookWith('woocommerce/order-updated.huf.json', { _links: { self: [{ href }] } });

    const reading = woocommerce.read(raw, { ...woocommerceShop(), tenant }, 'order.updated', 0);

    expect(reading.kind).toBe(kind);
    expect(reading.kind === 'problem' ? reading : WRONG_SHOP).toStrictEqual(WRONG_SHOP);
  });

  it('uses no product where the settings name neither products nor stock', () => {
    const raw = webhookFixture('woocommerce/product-updated.simple.json');

    const reading = woocommerce.read(raw, woocommerceShop(), 'product.updated', 0);

    expect(reading).toStrictEqual({
      kind: 'not-used',
      why: 'the shop’s settings have neither `products` nor `stock`, without which no products are kept',
    });
    expect(woocommerce.read(raw, woocommerceShop(WITH_GOODS), 'product.updated', 0).kind).toBe('snapshot');
  });
});

describe('the tenant', () => {
  it.each([
    ['shop.example.hu', true],
    ['example.hu/shop', true],
    ['xn--pda-qla.hu', true],
    ['example.hu/a/b', true],
    ['https://shop.example.hu', false],
    ['shop.example.hu/', false],
    ['shop', false],
    ['Shop.example.hu', false],
    ['-shop.example.hu', false],
    ['shop.example.hu/a b', false],
    ['', false],
  ])('may be %j: %s', (tenant, expected) => {
    expect(woocommerce.traits.tenant.pattern.test(tenant)).toBe(expected);
  });
});

describe('the credentials', () => {
  const KEY = { consumerKey: 'ck_1', consumerSecret: 'cs_1' };

  it.each([
    ['a key', KEY, true],
    ['a key and an address', { ...KEY, url: 'https://example.hu/wp' }, true],
    ['an address on this machine', { ...KEY, url: 'http://127.0.0.1:8080' }, true],
    ['an address that shows the key to everybody', { ...KEY, url: 'http://example.hu' }, false],
    ['an address that only begins as this machine’s', { ...KEY, url: 'http://localhost.example.hu' }, false],
    ['no secret', { consumerKey: 'ck_1' }, false],
  ])('may be %s: %s', (_case, api, expected) => {
    expect(woocommerce.traits.api?.safeParse(api).success).toBe(expected);
  });
});

const requestOf = (headers: Readonly<Record<string, string>>, raw: Uint8Array = RAW): ShopRequest => {
  const byName: RequestHeaders = new Map(Object.entries(headers));
  return { raw, headers: byName, query: {} };
};

const WRONG_SHOP = {
  kind: 'problem',
  problem: 'WrongShop',
  detail: '_links.self names another address than the setting tenant',
  orderId: null,
};
