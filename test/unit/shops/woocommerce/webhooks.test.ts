import { expect, it } from 'vitest';
import { woocommerceWebhooks } from '../../../../lib/shops/woocommerce/webhooks.ts';
import { askingOf, json, SIGNS } from '../../../support/webhook-apis.ts';
import { WITH_GOODS, woocommerceShop } from '../../../support/woocommerce-webhooks.ts';

const shop = woocommerceShop();
const API = { consumerKey: 'ck_1', consumerSecret: 'cs_2' };
const HERE = 'https://abc.example/webhooks/acme-shop';
const BASE = 'https://shop.example.hu/wp-json/wc/v3/webhooks';
const { api } = woocommerceWebhooks;
if (api === null) throw new Error('WooCommerce has an API of webhooks');

it.each([
  [woocommerceShop(), ['order.created', 'order.updated', 'order.restored']],
  [
    woocommerceShop(WITH_GOODS),
    [
      'order.created',
      'order.updated',
      'order.restored',
      'product.created',
      'product.updated',
      'product.restored',
      'product.deleted',
    ],
  ],
])('needs the topics of orders, and of products where the settings keep goods', (of, topics) => {
  expect(woocommerceWebhooks.topics(of)).toStrictEqual(topics);
});

it('lists the webhooks, those that are switched off or paused too', async () => {
  const webhooks = ['active', 'disabled', 'paused'].map((status, index) => ({
    id: index + 1,
    status,
    topic: 'order.updated',
    delivery_url: HERE,
  }));
  const { asking, requests } = askingOf(shop, API, [json(webhooks)]);

  const listed = await api.list(asking);

  expect(listed).toStrictEqual({
    kind: 'told',
    value: [true, false, false].map((isOn, index) => ({
      id: String(index + 1),
      topic: 'order.updated',
      address: HERE,
      isOn,
      flaw: '',
    })),
  });
  expect(requests.map(({ method, url }) => [method, url])).toStrictEqual([['GET', `${BASE}?per_page=100&page=1`]]);
});

it('makes a webhook that is signed with the secret of the bridge', async () => {
  const { asking, requests } = askingOf(shop, API, [json({ id: 7 }, 201)]);

  const made = await api.make(asking, 'order.updated', HERE);

  expect(made).toStrictEqual({ kind: 'told', value: null });
  expect(requests).toStrictEqual([
    {
      method: 'POST',
      url: BASE,
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        authorization: 'Basic Y2tfMTpjc18y',
      },
      body: JSON.stringify({
        name: 'co3-shop-bridge order.updated',
        topic: 'order.updated',
        delivery_url: HERE,
        secret: SIGNS,
        status: 'active',
      }),
    },
  ]);
});

it('switches a webhook on, with the secret of the bridge', async () => {
  const { asking, requests } = askingOf(shop, API, [json({ id: 7 })]);
  const webhook = { id: '7', topic: 'order.updated', address: HERE, isOn: false, flaw: '' };

  const done = await api.turnOn?.(asking, webhook);

  expect(done).toStrictEqual({ kind: 'told', value: null });
  expect(requests.map(({ method, url, body }) => [method, url, body])).toStrictEqual([
    ['PUT', `${BASE}/7`, JSON.stringify({ status: 'active', secret: SIGNS })],
  ]);
});

it.each([
  [json({ code: 'woocommerce_rest_cannot_create' }, 401), { kind: 'refused', detail: 'the shop’s API answers 401' }],
  [
    json({ code: 'woocommerce_rest_shop_webhook_invalid_topic', message: 'of theirs' }, 400),
    { kind: 'unreadable', detail: 'the shop’s API answers 400 (woocommerce_rest_shop_webhook_invalid_topic)' },
  ],
  [json({ code: 'Minta Anna' }, 400), { kind: 'unreadable', detail: 'the shop’s API answers 400' }],
])('says why a webhook was not made', async (given, outcome) => {
  const { asking } = askingOf(shop, API, [given]);

  expect(await api.make(asking, 'order.updated', HERE)).toStrictEqual(outcome);
});
