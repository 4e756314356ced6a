import { describe, expect, it } from 'vitest';
import type { OrderSnapshot } from '../../../../lib/event/snapshot.ts';
import type { ApiAnswer, ApiSession } from '../../../../lib/shops/shop-fetch.ts';
import { shoprenterFetch } from '../../../../lib/shops/shoprenter/fetch.ts';
import { shoprenter } from '../../../../lib/shops/shoprenter/shoprenter.ts';
import { answer, scriptedCaller } from '../../../support/api-caller.ts';
import { noAnswer } from '../../../support/shop-api.ts';
import { shopAnswer, shopOf } from '../../../support/shop-webhooks.ts';
import { webhookFixture } from '../../../support/webhooks.ts';

const NOW = Date.parse('2026-12-02T10:00:00Z');
const shop = shopOf('shoprenter', 'acme');
const ORDER = JSON.parse(shopAnswer('shoprenter/orderExtend.huf.json').toString());
const TOKEN = answer(JSON.stringify({ token_type: 'Bearer', expires_in: 3600, access_token: 'tok-1' }));
const SESSION: ApiSession = { token: 'tok-0', until: NOW + 60_000 };

const known = ((): OrderSnapshot => {
  const reading = shoprenter.read(webhookFixture('shoprenter/order_confirm.coupon.json'), shop, '', NOW);
  if (reading.kind !== 'snapshot' || reading.snapshot.kind !== 'order') throw new Error('the fixture is no order');
  return reading.snapshot;
})();

const orderWith = (fields: Readonly<Record<string, unknown>> = {}): ApiAnswer =>
  answer(JSON.stringify({ ...ORDER, ...fields }));

const fetchWith = async (answers: readonly ApiAnswer[], session: ApiSession | null = SESSION) => {
  const script = scriptedCaller(answers, session, NOW);
  const api = { clientId: 'client-1', clientSecret: 'hush' };
  return { fetched: await shoprenterFetch.complete(known, shop, api, script.caller), ...script };
};

it('reads an order whole, and it adds up', async () => {
  const { fetched } = await fetchWith([orderWith()]);

  if (fetched.kind !== 'read') throw new Error(fetched.detail);
  const { rows, coverage, createdAt, changedAt, totalMinor, gateways, notes, buyer } = fetched.snapshot;
  expect({ coverage, createdAt, changedAt, totalMinor, gateways, notes, company: buyer?.company }).toStrictEqual({
    coverage: 'whole',
    createdAt: '2026-12-02T09:00:00.000Z',
    changedAt: '2026-12-02T09:30:00.000Z',
    totalMinor: 644_900,
    gateways: ['cod'],
    notes: [
      { name: 'taxNumber', value: '12345676-1-42' },
      { name: 'comment', value: 'csengő 3' },
    ],
    company: 'Minta Kft.',
  });
  expect(
    rows.map(({ id, kind, name, quantity, taxMinor, grossMinor, rates }) =>
      [id, kind, name, quantity, taxMinor, grossMinor, ...rates].join(' | '),
    ),
  ).toStrictEqual([
    'p1 | item | Bögre | 2 | 85039 | 400000 | 27',
    'p2 | item | Könyv | 1 | 6190 | 130000 | 5',
    'a1 | item | Betétdíj | 3 | 0 | 15000 | 0',
    'orderTotals.4 | shipping | Futár | 1 | 31869 | 149900 | 27',
    'orderTotals.5 | fee | Utánvét | 1 | 10630 | 50000 | 27',
    'orderTotals.6-1 | fee | Kupon (TEL10) | 1 | -15603 | -73394 | 27',
    'orderTotals.6-2 | fee | Kupon (TEL10) | 1 | -1136 | -23854 | 5',
    'orderTotals.6-3 | fee | Kupon (TEL10) | 1 | 0 | -2752 | 0',
  ]);
  expect(rows.reduce((sum, { grossMinor }) => sum + grossMinor, 0)).toBe(totalMinor);
});

it.each([
  [{ innerId: '4002' }, 'Shoprenter answered with another order'],
  [{ invoiceId: '17' }, 'Shoprenter says that it has an invoice of another tool'],
  [{ value: '0.0026' }, 'it is in another currency than the shop’s own'],
  [{ currency: {} }, 'currency.code is no currency'],
  [{ dateCreated: '0000-00-00T00:00:00' }, 'dateCreated is no moment'],
  [{ orderTotals: [] }, 'orderTotals has no TOTAL that is an amount'],
  [
    { orderTotals: [...ORDER.orderTotals, { type: 'MYSTERY', value: '1.0000' }] },
    'orderTotals.8.type is none that is known',
  ],
])('leaves the order %j to a person', async (fields, detail) => {
  expect((await fetchWith([orderWith(fields)])).fetched).toStrictEqual({ kind: 'unreadable', detail });
});

it.each([
  [undefined, '| 31869 | 149900 | 27'],
  ['5', '| 7138 | 149900 | 5'],
])(
  'gives the shipping the rate %s of costVat, or of the dearest goods, where the order says none',
  async (costVat, end) => {
    const script = scriptedCaller([orderWith({ shippingMethodTaxRate: null })], SESSION, NOW);
    const set = costVat === undefined ? shop : { ...shop, costVat };

    const fetched = await shoprenterFetch.complete(known, set, { clientId: 'c', clientSecret: 's' }, script.caller);

    const row = fetched.kind === 'read' ? fetched.snapshot.rows.find(({ kind }) => kind === 'shipping') : undefined;
    expect(`| ${row?.taxMinor} | ${row?.grossMinor} | ${row?.rates}`).toBe(end);
  },
);

describe('signing in', () => {
  it('is by client credentials, and kept for a little less than its time', async () => {
    const { fetched, requests, kept } = await fetchWith([TOKEN, orderWith()], null);

    expect([fetched.kind, kept()]).toStrictEqual(['read', { token: 'tok-1', until: NOW + 54 * 60_000 }]);
    expect(requests).toStrictEqual([
      {
        method: 'POST',
        url: 'https://oauth.app.shoprenter.net/acme/app/token',
        headers: { accept: 'application/json', 'content-type': 'application/json' },
        body: '{"grant_type":"client_credentials","client_id":"client-1","client_secret":"hush"}',
      },
      {
        method: 'GET',
        url: 'https://acme.api2.myshoprenter.hu/orderExtend/b3JkZXItb3JkZXJfaWQ9NDAwMQ%3D%3D',
        headers: { accept: 'application/json', authorization: 'Bearer tok-1' },
        body: null,
      },
    ]);
  });

  it('is done again where the token is not taken any more', async () => {
    const { fetched, kept } = await fetchWith([answer('{}', 401), TOKEN, orderWith()]);

    expect([fetched.kind, kept()?.token]).toStrictEqual(['read', 'tok-1']);
  });

  it.each([
    ['400', [answer('{}', 400)], 'Shoprenter does not take the client’s credentials'],
    ['401', [answer('{}', 401)], 'Shoprenter does not take the client’s credentials'],
    ['403 of the order', [TOKEN, answer('{}', 403)], 'Shoprenter does not let these credentials read orders'],
  ])('is refused by a status of %s', async (_, answers, detail) => {
    expect((await fetchWith(answers, null)).fetched).toStrictEqual({ kind: 'refused', detail });
  });

  it('is tried later where it gives no token', async () => {
    const { fetched } = await fetchWith([answer('{}')], null);

    expect(fetched).toStrictEqual({ kind: 'later', detail: 'Shoprenter’s sign-in gave no token', until: null });
  });
});

it.each([
  ['no answer', noAnswer, { kind: 'later', detail: 'Shoprenter gave no answer', until: null }],
  [
    'a limit',
    answer('', 429, '2'),
    { kind: 'later', detail: 'Shoprenter answered with status 429', until: NOW + 2_000 },
  ],
  ['a redirect', answer('', 302), { kind: 'later', detail: 'Shoprenter answered with status 302', until: null }],
  ['a fault', answer('', 503), { kind: 'later', detail: 'Shoprenter answered with status 503', until: null }],
  ['an order that is gone', answer('', 404), { kind: 'unreadable', detail: 'Shoprenter knows no such orders' }],
  ['XML', answer('<a/>'), { kind: 'unreadable', detail: 'Shoprenter’s answer is no JSON object' }],
])('tells what %s means', async (_, given, expected) => {
  expect((await fetchWith([given])).fetched).toStrictEqual(expected);
});
