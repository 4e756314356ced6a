import { describe, expect, it } from 'vitest';
import type { OrderSnapshot } from '../../../../lib/event/snapshot.ts';
import type { ApiAnswer, ApiCaller, ApiRequest } from '../../../../lib/shops/shop-fetch.ts';
import { woocommerceFetch } from '../../../../lib/shops/woocommerce/fetch.ts';
import { woocommerceJson, woocommerceOrder, woocommerceShop } from '../../../support/woocommerce-webhooks.ts';

const NOW = Date.parse('2026-12-03T10:00:00Z');
const API = { consumerKey: 'ck_1', consumerSecret: 'cs_2' };
const KNOWN = woocommerceOrder('order-updated.huf', { refunds: [{ id: 902, reason: 'Törött', total: '-2500' }] });
const PARTIAL = woocommerceJson('order-refunds.partial');

describe('complete', () => {
  it('reads the rows, the shipping and the money of a refund', async () => {
    const { caller, asked } = scripted([answered(PARTIAL)]);

    const fetched = await woocommerceFetch.complete(KNOWN, woocommerceShop(), API, caller);

    expect(asked).toStrictEqual([
      {
        method: 'GET',
        url: 'https://shop.example.hu/wp-json/wc/v3/orders/5101/refunds?per_page=100&page=1',
        headers: { accept: 'application/json', authorization: 'Basic Y2tfMTpjc18y' },
        body: null,
      },
    ]);
    const [mug, plate, shipping] = KNOWN.rows;
    expect(fetched).toStrictEqual({
      kind: 'read',
      snapshot: {
        ...KNOWN,
        coverage: 'whole',
        rows: [mug, { ...plate, currentQuantity: '1' }, shipping],
        refunds: [
          {
            id: '902',
            rows: [
              { rowId: '72', quantity: '1', netMinor: 157_500, taxMinor: 42_500 },
              { rowId: '73', quantity: '0', netMinor: 39_400, taxMinor: 10_600 },
            ],
            shippingMinor: 0,
            returnedMinor: 250_000,
          },
        ],
      },
    });
  });

  it('asks at the address that the credentials name', async () => {
    const { caller, asked } = scripted([answered([])]);

    await woocommerceFetch.complete(KNOWN, woocommerceShop(), { ...API, url: 'http://127.0.0.1:8080/wp/' }, caller);

    expect(asked[0]?.url).toBe('http://127.0.0.1:8080/wp/wp-json/wc/v3/orders/5101/refunds?per_page=100&page=1');
  });

  it('asks below the path where WordPress lives below one', async () => {
    const { caller, asked } = scripted([answered([])]);

    await woocommerceFetch.complete(KNOWN, { ...woocommerceShop(), tenant: 'example.hu/shop' }, API, caller);

    expect(asked[0]?.url).toBe('https://example.hu/shop/wp-json/wc/v3/orders/5101/refunds?per_page=100&page=1');
  });

  it('reads page after page until one is not full', async () => {
    const page = (from: number, length: number) =>
      answered(Array.from({ length }, (_, index) => ({ id: from + index, amount: '1', line_items: [] })));
    const { caller, asked } = scripted([page(1, 100), page(101, 100), page(201, 1)]);

    const snapshot = read(await woocommerceFetch.complete(KNOWN, woocommerceShop(), API, caller));

    expect(asked.map(({ url }) => url.split('&')[1])).toStrictEqual(['page=1', 'page=2', 'page=3']);
    expect([snapshot.refunds.length, snapshot.refunds.at(-1)?.id]).toStrictEqual([201, '201']);
  });

  it('gives up an order of more than a thousand refunds', async () => {
    const full = answered(Array.from({ length: 100 }, () => ({ amount: '1' })));
    const { caller } = scripted(Array.from({ length: 10 }, () => full));

    const fetched = await woocommerceFetch.complete(KNOWN, woocommerceShop(), API, caller);

    expect(fetched).toStrictEqual({ kind: 'unreadable', detail: 'there are more than 1000 refunds' });
  });

  it.each<[string, ApiAnswer, unknown]>([
    ['a key that is not known', status(401), { kind: 'refused', detail: 'the shop’s API answers 401' }],
    ['a key that may not read', status(403), { kind: 'refused', detail: 'the shop’s API answers 403' }],
    ['an order that is gone', status(404), { kind: 'unreadable', detail: 'the shop’s API answers 404' }],
    ['another address', status(301), { kind: 'unreadable', detail: 'the shop’s API answers 301' }],
    ['too many calls', status(429, '30'), { kind: 'later', detail: 'the shop’s API answers 429', until: NOW + 30_000 }],
    ['an outage', status(503), { kind: 'later', detail: 'the shop’s API answers 503', until: null }],
    [
      'no answer',
      { kind: 'failed', cause: new Error('secret') },
      { kind: 'later', detail: 'the shop’s API does not answer', until: null },
    ],
    ['a page for people', status(200, null, '<html>'), { kind: 'unreadable', detail: 'the body is not JSON' }],
    ['one object', answered({ id: 1 }), { kind: 'unreadable', detail: 'the body is no list of refunds' }],
    ['a list of texts', answered(['1']), { kind: 'unreadable', detail: 'the body is no list of refunds' }],
    [
      'a refund without its money',
      answered([{ id: 1 }]),
      { kind: 'unreadable', detail: 'refunds.0.amount is no amount in HUF' },
    ],
    [
      'a row without its amount',
      answered([{ id: 1, amount: 1, line_items: [{ quantity: -1 }] }]),
      { kind: 'unreadable', detail: 'refunds.0.line_items.0.total is no amount in HUF' },
    ],
    [
      'a row without its quantity',
      answered([{ id: 1, amount: 1, line_items: [{ total: -1 }] }]),
      { kind: 'unreadable', detail: 'refunds.0.line_items.0.quantity is no number of pieces' },
    ],
  ])('tells %s from the others', async (_case, answer, expected) => {
    const { caller } = scripted([answer]);

    expect(await woocommerceFetch.complete(KNOWN, woocommerceShop(), API, caller)).toStrictEqual(expected);
  });

  it('stops at the first page that cannot be read', async () => {
    const { caller } = scripted([answered(Array.from({ length: 100 }, () => ({ amount: '1' }))), status(503)]);

    expect(await woocommerceFetch.complete(KNOWN, woocommerceShop(), API, caller)).toMatchObject({ kind: 'later' });
  });
});

describe('a refund that the API tells', () => {
  const meta = (id: string | number) => ({ meta_data: [{ key: '_refunded_item_id', value: id }] });

  it('keeps its money alone where it has no lines', async () => {
    expect(await refundsOf([{ id: 1, amount: '10', line_items: [] }])).toStrictEqual([
      { id: '1', rows: [], shippingMinor: 0, returnedMinor: 1_000 },
    ]);
  });

  it('takes a part of a row’s money back without any piece', async () => {
    const line_items = [{ quantity: 0, total: '-100', total_tax: '-27', ...meta(72) }];

    expect((await refundsOf([{ id: 1, amount: 127, line_items }]))[0]?.rows).toStrictEqual([
      { rowId: '72', quantity: '0', netMinor: 10_000, taxMinor: 2_700 },
    ]);
  });

  it('leaves no less than nothing of a row of which more went back than was bought', async () => {
    const line_items = [{ quantity: -3, total: '-100', total_tax: '-27', ...meta(72) }];
    const { caller } = scripted([answered([{ id: 1, amount: 127, line_items }])]);

    const { rows } = read(await woocommerceFetch.complete(KNOWN, woocommerceShop(), API, caller));

    expect(rows.map((row) => row.currentQuantity)).toStrictEqual(['1', '0', '1']);
  });

  it('takes back a fee, and one that had taken off', async () => {
    const fee_lines = [
      { total: '-100', total_tax: '', ...meta('80') },
      { total: '50', total_tax: '13.5', ...meta('81') },
    ];

    expect((await refundsOf([{ id: 1, amount: 36.5, fee_lines }]))[0]?.rows).toStrictEqual([
      { rowId: '80', quantity: '0', netMinor: 10_000, taxMinor: 0 },
      { rowId: '81', quantity: '0', netMinor: -5_000, taxMinor: -1_350 },
    ]);
  });

  it('knows the sum of shipping that names no row', async () => {
    const shipping_lines = [{ total: '-7', total_tax: '-0.62' }];

    expect(await refundsOf([{ id: 1, amount: '7.62', shipping_lines }])).toStrictEqual([
      { id: '1', rows: [], shippingMinor: 762, returnedMinor: 762 },
    ]);
  });

  it('takes lines that name no row for those of no row that the order has', async () => {
    const line_items = [{ quantity: -1, total: '-100', total_tax: '-27', meta_data: [] }];

    expect((await refundsOf([{ id: 1, amount: 127, line_items }]))[0]?.rows).toStrictEqual([
      { rowId: 'unknown', quantity: '1', netMinor: 10_000, taxMinor: 2_700 },
    ]);
  });

  it('drops lines of nothing', async () => {
    const nothing = [{ quantity: 0, total: '-0.00', total_tax: '0', ...meta(72) }];

    expect(
      (await refundsOf([{ id: 1, amount: 1, line_items: nothing, shipping_lines: nothing }]))[0]?.rows,
    ).toStrictEqual([]);
  });

  it('takes every row back where by now all of the money is back', async () => {
    const { caller } = scripted([answered([...(PARTIAL as object[]), { id: 903, amount: '4490', line_items: [] }])]);

    const snapshot = read(await woocommerceFetch.complete(KNOWN, woocommerceShop(), API, caller));

    expect(snapshot.refunds.map(({ rows, returnedMinor }) => [rows.length, returnedMinor])).toStrictEqual([
      [0, 250_000],
      [3, 449_000],
    ]);
    expect(snapshot.rows.map((row) => row.currentQuantity)).toStrictEqual(['0', '0', '0']);
  });

  it('forgets a refund that was taken back', async () => {
    expect(await refundsOf([])).toStrictEqual([]);
  });
});

const refundsOf = async (refunds: unknown): Promise<OrderSnapshot['refunds']> =>
  read(await woocommerceFetch.complete(KNOWN, woocommerceShop(), API, scripted([answered(refunds)]).caller)).refunds;

const read = (fetched: Awaited<ReturnType<typeof woocommerceFetch.complete>>): OrderSnapshot => {
  if (fetched.kind !== 'read') throw new Error(fetched.detail);
  return fetched.snapshot;
};

/** Answers in this order; a script that runs out throws. */
function scripted(answers: readonly ApiAnswer[]) {
  const asked: ApiRequest[] = [];
  const caller: ApiCaller = {
    call: async (request) => {
      const answer = answers[asked.length];
      asked.push(request);
      if (answer === undefined) throw new Error('the script has run out');
      return answer;
    },
    session: () => null,
    keep: () => undefined,
    now: () => NOW,
  };
  return { caller, asked };
}

function status(code: number, retryAfter: string | null = null, body = '{"code":"x"}'): ApiAnswer {
  return { kind: 'answered', status: code, body: Buffer.from(body), retryAfter };
}

function answered(value: unknown): ApiAnswer {
  return status(200, null, JSON.stringify(value));
}
