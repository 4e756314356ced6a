import { expect, it } from 'vitest';
import { checkWebhooks, registerWebhooks } from '../../../../lib/deliver/shop/keep-webhooks.ts';
import { emptyShop } from '../../../../lib/deliver/shop/shop-state.ts';
import { updateRecord } from '../../../../lib/deliver/update-record.ts';
import { platformOf } from '../../../../lib/shops/index.ts';
import { answer } from '../../../support/api-caller.ts';
import { programmedCo3 } from '../../../support/programmed-co3.ts';
import { noAnswer, told } from '../../../support/shop-api.ts';
import { shopOf } from '../../../support/shop-webhooks.ts';
import { makeWoocommerceSite, type WoocommerceSite } from '../../../support/woocommerce-site.ts';
import { makeWorld, START } from '../../../support/world.ts';

const HERE = 'https://abc.example/webhooks/acme-shop';
const WOO = shopOf('woocommerce', 'shop.example.hu');
const KEY = { consumerKey: 'ck_1', consumerSecret: 'cs_2' };

it('makes what is missing, switches on what is off, and looks once more', async () => {
  const site = makeWoocommerceSite();
  site.add('order.created', HERE);
  site.add('order.updated', HERE, 'disabled');
  const { world } = worldOf(site);

  const outcome = await registerWebhooks(world.deps, { shop: WOO, platform: platformOf(WOO) }, HERE);

  expect(outcome).toMatchObject({
    kind: 'told',
    value: {
      webhooks: [
        { topic: 'order.created', state: 'good' },
        { topic: 'order.updated', state: 'good' },
        { topic: 'order.restored', state: 'good' },
      ],
      done: [
        { topic: 'order.updated', did: 'turned-on', detail: '' },
        { topic: 'order.restored', did: 'made', detail: '' },
      ],
    },
  });
  expect(site.calls).toStrictEqual(['GET webhooks', 'PUT webhooks/2', 'POST webhooks', 'GET webhooks']);
});

it('does nothing where all is good, however often it is asked', async () => {
  const site = makeWoocommerceSite();
  const { world } = worldOf(site);
  await registerWebhooks(world.deps, { shop: WOO, platform: platformOf(WOO) }, HERE);
  const before = site.calls.length;

  const again = await registerWebhooks(world.deps, { shop: WOO, platform: platformOf(WOO) }, HERE);

  expect(again).toMatchObject({ kind: 'told', value: { done: [] } });
  expect(site.calls.slice(before)).toStrictEqual(['GET webhooks']);
  expect(site.webhooks).toHaveLength(3);
});

it('leaves the webhooks of an earlier address alone, and makes its own beside them', async () => {
  const site = makeWoocommerceSite();
  site.add('order.created', 'https://old.example/webhooks/acme-shop');
  const { world } = worldOf(site);

  await registerWebhooks(world.deps, { shop: WOO, platform: platformOf(WOO) }, HERE);

  expect(site.webhooks.map(({ delivery_url }) => new URL(delivery_url).host)).toStrictEqual([
    'old.example',
    'abc.example',
    'abc.example',
    'abc.example',
  ]);
});

it('says of each webhook why it was not made', async () => {
  const { world } = worldOf(makeWoocommerceSite({ mayWrite: false }));

  const outcome = await registerWebhooks(world.deps, { shop: WOO, platform: platformOf(WOO) }, HERE);

  const detail = 'the shop’s API answers 401';
  expect(outcome).toMatchObject({
    kind: 'told',
    value: {
      webhooks: [{ state: 'missing' }, { state: 'missing' }, { state: 'missing' }],
      done: ['order.created', 'order.updated', 'order.restored'].map((topic) => ({ topic, did: 'failed', detail })),
    },
  });
  expect(await world.ledger.read('shop', 'acme-shop')).toMatchObject({ pause: null });
});

it('makes nothing that the bridge would refuse', async () => {
  const shop = shopOf('shopify', 'acme.myshopify.com');
  const asked: string[] = [];
  const world = makeWorld({
    shops: [shop],
    transport: programmedCo3().transport,
    api: () => ({ clientId: 'app-1', clientSecret: 'not among the keys' }),
    shopHttp: () => async (request) => {
      asked.push(request.body ?? '');
      return request.url.endsWith('/access_token')
        ? told({ access_token: 'token-1', expires_in: 86_399 })
        : told({ data: { webhookSubscriptions: { nodes: [], pageInfo: {} } } });
    },
  });

  const outcome = await registerWebhooks(world.deps, { shop, platform: platformOf(shop) }, HERE);

  expect(outcome).toMatchObject({
    kind: 'told',
    value: { done: [], refused: expect.stringContaining('client secret') },
  });
  expect(asked.filter((body) => body.includes('mutation'))).toStrictEqual([]);
  expect(await world.ledger.read('shop', 'acme-shop')).toMatchObject({
    session: { token: 'token-1', until: START + 86_399 * 900 },
  });
});

it('goes on with the session of the workers, and keeps their pace', async () => {
  const shop = shopOf('unas', '4711');
  const times: number[] = [];
  const world = makeWorld({
    shops: [shop],
    transport: programmedCo3().transport,
    api: () => ({ apiKey: 'key-1' }),
    shopHttp:
      (clock) =>
      async ({ headers }) => {
        times.push(clock.now());
        return headers['authorization'] === 'Bearer of-a-worker' ? answer('<Automatisms></Automatisms>') : noAnswer;
      },
  });
  const session = { token: 'of-a-worker', until: START + 60_000 };
  await updateRecord(world.deps, 'shop', shop.id, () => ({ ...emptyShop(), session, calledAt: START - 200 }));

  const outcome = await checkWebhooks(world.deps, { shop, platform: platformOf(shop) }, null);

  expect(outcome).toMatchObject({ kind: 'told', value: { webhooks: [{ state: 'missing' }, {}, {}] } });
  expect(times).toStrictEqual([START + 800]);
  expect(await world.ledger.read('shop', shop.id)).toMatchObject({ session, calledAt: START + 800, pause: null });
});

it('pauses no worker where a refusal does no harm', async () => {
  const world = makeWorld({
    shops: [WOO],
    transport: programmedCo3().transport,
    api: () => KEY,
    shopHttp: () => async () => told({}, 401),
  });

  const outcome = await checkWebhooks(world.deps, { shop: WOO, platform: platformOf(WOO) }, HERE);

  expect(outcome).toStrictEqual({ kind: 'refused', detail: 'the shop’s API answers 401' });
  expect(await world.ledger.read('shop', WOO.id)).toMatchObject({ pause: null, calledAt: START });
});

it('keeps everybody off where another refusal would be a ban', async () => {
  const shop = shopOf('unas', '4711');
  const world = makeWorld({
    shops: [shop],
    transport: programmedCo3().transport,
    api: () => ({ apiKey: 'wrong' }),
    shopHttp: () => async () => answer('<Error>Login Error</Error>'),
  });

  const first = await checkWebhooks(world.deps, { shop, platform: platformOf(shop) }, null);
  const second = await checkWebhooks(world.deps, { shop, platform: platformOf(shop) }, null);

  const until = START + 20 * 60_000;
  expect(first).toMatchObject({ kind: 'refused', detail: 'UNAS does not take the API key' });
  expect(second).toStrictEqual({ kind: 'paused', detail: 'UNAS does not take the API key', until });
});

it.each([
  ['no-api', shopOf('standard', 'erp'), KEY],
  ['no-credentials', WOO, undefined],
  ['refused', WOO, { consumerKey: 'ck_1' }],
])('says %s where it cannot ask', async (kind, shop, api) => {
  const site = makeWoocommerceSite();
  const world = makeWorld({
    shops: [shop],
    transport: programmedCo3().transport,
    api: () => api,
    shopHttp: site.shopHttp,
  });

  const outcome = await checkWebhooks(world.deps, { shop, platform: platformOf(shop) }, HERE);

  expect(outcome.kind).toBe(kind);
  expect(site.calls).toStrictEqual([]);
});

function worldOf(site: WoocommerceSite) {
  const world = makeWorld({
    shops: [WOO],
    transport: programmedCo3().transport,
    api: () => KEY,
    shopHttp: site.shopHttp,
  });
  return { world };
}
