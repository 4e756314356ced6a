import { describe, expect, it } from 'vitest';
import { shopifyWebhooks } from '../../../../lib/shops/shopify/webhooks.ts';
import { answer } from '../../../support/api-caller.ts';
import { noAnswer } from '../../../support/shop-api.ts';
import { shopOf } from '../../../support/shop-webhooks.ts';
import { askingOf, json, SIGNS } from '../../../support/webhook-apis.ts';

const shop = shopOf('shopify', 'acme.myshopify.com');
const API = { accessToken: 'shpat_1' };
const APP = { clientId: 'app-1', clientSecret: SIGNS };
const HERE = 'https://abc.example/webhooks/acme-shop';
const { api } = shopifyWebhooks;
if (api === null) throw new Error('Shopify has an API of webhooks');

describe('topics', () => {
  it('are those of orders', () => {
    expect(shopifyWebhooks.topics(shop)).toStrictEqual([
      'orders/create',
      'orders/updated',
      'orders/paid',
      'orders/cancelled',
      'orders/fulfilled',
      'orders/partially_fulfilled',
    ]);
  });

  it('are also those of goods that the settings keep', () => {
    const stock = { warehouses: { '1': '1' } };
    const goods = shopifyWebhooks.topics({ ...shop, stock }).slice(6);

    expect(goods).toStrictEqual([
      'products/create',
      'products/update',
      'products/delete',
      'inventory_levels/connect',
      'inventory_levels/update',
    ]);
  });
});

describe('list', () => {
  it('asks with the token, page by page, and tells topics in the words of webhooks', async () => {
    const nodes = [aNode(), aNode({ topic: 'ORDERS_PARTIALLY_FULFILLED' }), aNode({ topic: 'THEMES_PUBLISH' })];
    const { asking, requests } = askingOf(shop, API, [page(nodes.slice(0, 2), 'cursor-1'), page(nodes.slice(2))]);

    const listed = await api.list(asking);

    expect(listed).toMatchObject({
      kind: 'told',
      value: [
        { id: 'gid://1', topic: 'orders/paid', address: HERE, isOn: true, flaw: '' },
        { topic: 'orders/partially_fulfilled' },
        { topic: 'THEMES_PUBLISH' },
      ],
    });
    expect(requests.map(({ method, url, headers }) => [method, url, headers['x-shopify-access-token']])).toStrictEqual(
      [1, 2].map(() => ['POST', 'https://acme.myshopify.com/admin/api/2026-10/graphql.json', 'shpat_1']),
    );
    expect(requests.map(({ body }) => JSON.parse(body ?? '').variables)).toStrictEqual([
      { after: null },
      { after: 'cursor-1' },
    ]);
  });

  it.each([
    [{ format: 'XML' }, 'it posts no JSON'],
    [{ filter: 'total_price:>100' }, 'it has a filter, so that some changes are not told'],
    [{ includeFields: ['id', 'updated_at'] }, 'it leaves fields out of the order'],
    [{ filter: null, includeFields: [] }, ''],
  ])('names what a webhook would not tell: %j', async (fields, flaw) => {
    const { asking } = askingOf(shop, API, [page([aNode(fields)])]);

    expect(await api.list(asking)).toMatchObject({ kind: 'told', value: [{ flaw }] });
  });

  it.each([
    [answer('', 401), { kind: 'refused', detail: 'Shopify does not take the app’s credentials (status 401)' }],
    [answer('', 404), { kind: 'unreadable', detail: 'Shopify knows no such shop: look at `tenant`' }],
    [answer('', 503, '30'), { kind: 'later', detail: 'Shopify answered with status 503', until: expect.any(Number) }],
    [noAnswer, { kind: 'later', detail: 'Shopify gave no answer', until: null }],
    [answer('<html>'), { kind: 'unreadable', detail: 'Shopify’s answer cannot be read: the body is not JSON' }],
    [
      json({ errors: [{ message: 'x', extensions: { code: 'ACCESS_DENIED' } }] }),
      { kind: 'refused', detail: 'Shopify does not let the app do this: give it the access scopes' },
    ],
    [
      json({ errors: [{ message: 'x', extensions: { code: 'THROTTLED' } }] }),
      { kind: 'later', detail: 'Shopify asks for a pause', until: null },
    ],
    [
      json({ errors: [{ message: 'No field x', extensions: { code: 'undefinedField' } }] }),
      { kind: 'unreadable', detail: 'Shopify answers with an error (undefinedField)' },
    ],
    [
      json({ errors: [{ message: 'Anna Minta', extensions: { code: 'of Anna Minta' } }] }),
      { kind: 'unreadable', detail: 'Shopify answers with an error' },
    ],
  ])('says why it could not be told', async (given, outcome) => {
    const { asking } = askingOf(shop, API, [given]);

    expect(await api.list(asking)).toStrictEqual(outcome);
  });
});

describe('an app with a client secret', () => {
  it('signs in and keeps the token for those to come', async () => {
    const { asking, requests, kept } = askingOf(shop, APP, [TOKEN, page([])]);

    await api.list(asking);

    const [signIn, list] = requests;
    expect([signIn?.url, JSON.parse(signIn?.body ?? '')]).toStrictEqual([
      'https://acme.myshopify.com/admin/oauth/access_token',
      { grant_type: 'client_credentials', client_id: 'app-1', client_secret: SIGNS },
    ]);
    expect(list?.headers['x-shopify-access-token']).toBe('shpat_2');
    expect(kept()).toStrictEqual({ token: 'shpat_2', until: Date.parse('2026-12-02T10:00:00Z') + 86_399 * 900 });
  });

  it('signs in anew once where the token is not taken any more', async () => {
    const session = { token: 'old', until: Number.MAX_SAFE_INTEGER };
    const { asking, requests } = askingOf(shop, APP, [answer('', 401), TOKEN, page([])], session);

    expect(await api.list(asking)).toStrictEqual({ kind: 'told', value: [] });
    expect(requests).toHaveLength(3);
  });

  it('is told where it is not installed', async () => {
    const { asking } = askingOf(shop, APP, [json({ error: 'app_not_installed' }, 400)]);

    expect(await api.list(asking)).toStrictEqual({
      kind: 'refused',
      detail: 'Shopify does not take the app’s credentials, or the app is not installed',
    });
  });

  it.each([
    [APP, ''],
    [API, ''],
    [{ ...APP, clientSecret: 'another' }, 'put it there too'],
  ])('would have its webhooks refused where the secret does not know what they are signed with', (given, why) => {
    const { asking } = askingOf(shop, given, []);

    expect(api.whyRefused(asking)).toContain(why);
    expect(api.whyRefused(asking) === '').toBe(why === '');
  });
});

describe('make', () => {
  it('subscribes to the topic in JSON', async () => {
    const { asking, requests } = askingOf(shop, API, [json({ data: { webhookSubscriptionCreate: NO_ERRORS } })]);

    const made = await api.make(asking, 'orders/partially_fulfilled', HERE);

    expect(made).toStrictEqual({ kind: 'told', value: null });
    expect(JSON.parse(requests[0]?.body ?? '').variables).toStrictEqual({
      topic: 'ORDERS_PARTIALLY_FULFILLED',
      webhook: { uri: HERE, format: 'JSON' },
    });
  });

  it('tells what Shopify says against it', async () => {
    const userErrors = [{ message: 'Address for this topic has already been taken' }];
    const { asking } = askingOf(shop, API, [json({ data: { webhookSubscriptionCreate: { userErrors } } })]);

    expect(await api.make(asking, 'orders/paid', HERE)).toStrictEqual({
      kind: 'unreadable',
      detail: 'Shopify refuses it: Address for this topic has already been taken',
    });
  });
});

const NO_ERRORS = { userErrors: [] };
const TOKEN = json({ access_token: 'shpat_2', scope: 'read_orders', expires_in: 86_399 });

function page(nodes: readonly unknown[], endCursor: string | null = null) {
  return json({
    data: { webhookSubscriptions: { nodes, pageInfo: { hasNextPage: endCursor !== null, endCursor } } },
  });
}

function aNode(fields: Readonly<Record<string, unknown>> = {}) {
  return {
    id: 'gid://1',
    topic: 'ORDERS_PAID',
    uri: HERE,
    format: 'JSON',
    filter: '',
    includeFields: [],
    ...fields,
  };
}
