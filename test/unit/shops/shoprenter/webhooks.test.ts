import { expect, it } from 'vitest';
import { shoprenterWebhooks } from '../../../../lib/shops/shoprenter/webhooks.ts';
import { answer } from '../../../support/api-caller.ts';
import { shopOf } from '../../../support/shop-webhooks.ts';
import { askingOf, json, SIGNS } from '../../../support/webhook-apis.ts';

const shop = shopOf('shoprenter', 'acme');
const API = { clientId: 'c', clientSecret: 's' };
const SESSION = { token: 'tok-0', until: Number.MAX_SAFE_INTEGER };
const HERE = 'https://abc.example/webhooks/acme-shop';
const WITH_KEY = `${HERE}?key=${encodeURIComponent(SIGNS)}`;
const { api } = shoprenterWebhooks;
if (api === null) throw new Error('Shoprenter has an API of webhooks');

it('lists the webhooks without the key of their address', async () => {
  const { asking, requests } = askingOf(shop, API, [json({ items: [anItem()] })], SESSION);

  const listed = await api.list(asking);

  expect(listed).toStrictEqual({
    kind: 'told',
    value: [{ id: 'd2Vi', topic: 'order_confirm', address: HERE, isOn: true, flaw: '' }],
  });
  expect(requests[0]?.url).toBe('https://acme.api2.myshoprenter.hu/webHooks?full=1&limit=200&page=0');
});

it.each<[string, Readonly<Record<string, unknown>>, { isOn?: boolean; flaw?: string }]>([
  ['switched off', { status: '0' }, { isOn: false, flaw: '' }],
  ['of XML', { webHookParameters: [{ type: 'xml', url: WITH_KEY }] }, { flaw: 'it posts no JSON' }],
  [
    'with no key',
    { webHookParameters: { type: 'json', url: HERE } },
    { flaw: 'the key in its address is none of the shop’s secret' },
  ],
  [
    'with a key that leaked',
    { webHookParameters: { type: 'json', url: `${HERE}?key=leaked` } },
    { flaw: 'the key in its address is none of the shop’s secret' },
  ],
  ['late', { webHookDelay: { delay: '10', delayUnit: 'day' } }, { flaw: 'it comes with a delay' }],
  ['at once', { webHookDelay: { delay: '0', delayUnit: 'day' } }, { flaw: '' }],
])('tells a webhook that is %s', async (_, fields, said) => {
  const { asking } = askingOf(shop, API, [json({ items: [anItem(fields)] })], SESSION);

  expect(await api.list(asking)).toMatchObject({ kind: 'told', value: [said] });
});

it('reads on while pages are full', async () => {
  const full = { items: Array.from({ length: 200 }, () => anItem()) };
  const { asking, requests } = askingOf(shop, API, [json(full), json({ items: [] })], SESSION);

  const listed = await api.list(asking);

  expect(listed.kind === 'told' && listed.value).toHaveLength(200);
  expect(requests).toHaveLength(2);
});

it('makes a webhook with the key in its address and the fields that are read', async () => {
  const { asking, requests } = askingOf(shop, API, [json({ id: 'x' }, 201)], SESSION);

  const made = await api.make(asking, 'order_confirm', HERE);

  const [{ method, url, body } = { method: '', url: '', body: '' }] = requests;
  expect([made, method, url]).toStrictEqual([
    { kind: 'told', value: null },
    'POST',
    'https://acme.api2.myshoprenter.hu/webHooks',
  ]);
  expect(JSON.parse(body ?? '')).toStrictEqual({
    event: 'order_confirm',
    status: '1',
    label: 'co3-shop-bridge order_confirm',
    webHookParameters: [
      {
        type: 'json',
        url: `${HERE}?key=the+key+that+signs`,
        fields: expect.arrayContaining(['order_innerId', 'order_paymentMethodCode', 'orderProduct_sku']),
      },
    ],
  });
});

it('asks for no fields that a change of state does not have', async () => {
  const { asking, requests } = askingOf(shop, API, [json({ id: 'x' })], SESSION);

  await api.make(asking, 'order_status_change', HERE);

  expect(requests[0]?.body).not.toContain('order_paymentMethodCode');
});

it('switches a webhook on', async () => {
  const { asking, requests } = askingOf(shop, API, [json({ id: 'd2Vi=' })], SESSION);
  const webhook = { id: 'd2Vi=', topic: 'order_confirm', address: HERE, isOn: false, flaw: '' };

  const done = await api.turnOn?.(asking, webhook);

  expect(done).toStrictEqual({ kind: 'told', value: null });
  expect([requests[0]?.method, requests[0]?.url]).toStrictEqual([
    'PUT',
    'https://acme.api2.myshoprenter.hu/webHooks/d2Vi%3D',
  ]);
  expect(JSON.parse(requests[0]?.body ?? '')).toMatchObject({ status: '1' });
});

it('says what the credentials may not', async () => {
  const token = json({ access_token: 'tok-1', expires_in: 3600 });
  const { asking } = askingOf(shop, API, [answer('', 403), token, answer('', 403)], SESSION);

  expect(await api.make(asking, 'order_confirm', HERE)).toStrictEqual({
    kind: 'refused',
    detail: 'Shoprenter does not let these credentials write webhooks',
  });
});

function anItem(fields: Readonly<Record<string, unknown>> = {}) {
  return {
    href: 'http://acme.api.shoprenter.hu/webHooks/d2Vi',
    id: 'd2Vi',
    event: 'order_confirm',
    status: '1',
    label: 'of theirs',
    webHookParameters: { type: 'json', url: WITH_KEY },
    ...fields,
  };
}
