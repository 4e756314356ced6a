import { describe, expect, it } from 'vitest';
import { unas } from '../../../../lib/shops/unas/unas.ts';
import { shopOf, signAsUnas } from '../../../support/shop-webhooks.ts';
import { SHOPIFY_SECRET, webhookFixture, webhookWith } from '../../../support/webhooks.ts';

const FIXTURE = 'unas/order_send.discount-two-rates.json';
const RAW = webhookFixture(FIXTURE);
const NOW = Date.parse('2026-12-02T10:00:00Z');
const shop = shopOf('unas', '4711');

const requestOf = (headers: Readonly<Record<string, string>>) => ({
  raw: RAW,
  headers: new Map(Object.entries(headers)),
  query: {},
});

describe('verify', () => {
  it.each([
    ['genuine', { 'x-unas-hmac': signAsUnas(RAW), 'x-unas-topic': 'order_send' }],
    ['genuine', { 'x-unas-hmac': signAsUnas(RAW) }],
    ['forged', { 'x-unas-hmac': signAsUnas(RAW, 'guess'), 'x-unas-topic': 'order_send' }],
    ['forged', { 'x-unas-hmac': Buffer.from(signAsUnas(RAW), 'base64').toString('hex') }],
    ['unsigned', { 'x-unas-hmac': '' }],
    ['unsigned', {}],
  ])('finds a request %s by its headers', (verdict, headers) => {
    expect(unas.verify(requestOf(headers), ['older', SHOPIFY_SECRET], NOW)).toBe(verdict);
  });

  it('finds genuine what sign has signed', () => {
    const { headers } = unas.sign(RAW, SHOPIFY_SECRET, 'order_send', NOW);

    expect(unas.verify(requestOf(headers), [SHOPIFY_SECRET], NOW)).toBe('genuine');
  });
});

it.each([
  ['order_send', 'order_send'],
  ['customer_registration', 'customer_registration'],
  ['order_send\nforged', 'other'],
  ['', ''],
])('takes the topic %j as %j', (header, expected) => {
  expect(unas.topicOf(new Map([['x-unas-topic', header]]))).toBe(expected);
});

describe('read', () => {
  it('reads the outline of an order, to the forint', () => {
    const reading = unas.read(RAW, shop, 'order_send', NOW);

    const anna = { email: 'anna.minta@example.com', phone: '+3615550100', country: 'HU', company: '' };
    const address = { street: 'Próba utca 1.', city: 'Budapest', zip: '1011' };
    const rest = { sku: '', quantity: '1', currentQuantity: '1' };
    expect(reading).toStrictEqual({
      kind: 'snapshot',
      snapshot: {
        kind: 'order',
        coverage: 'outline',
        platform: 'unas',
        tenant: '4711',
        orderId: '4711-100200',
        number: '4711-100200',
        createdAt: '2026-12-02T09:00:00.000Z',
        changedAt: '2026-12-02T10:00:00.000Z',
        test: false,
        currency: 'HUF',
        shopCurrency: 'HUF',
        shopRate: null,
        taxesIncluded: true,
        taxExempt: false,
        paid: false,
        fulfilledAt: null,
        cancelledAt: null,
        totalMinor: 1_079_000,
        currentTotalMinor: 1_079_000,
        rows: [
          {
            ...{ id: 'products.1', kind: 'item', sku: 'BOGRE-1', name: 'Bögre', quantity: '2', currentQuantity: '2' },
            ...{ netMinor: 400_000, taxMinor: 108_000, grossMinor: 508_000, rates: ['27'] },
          },
          {
            ...{
              id: 'products.2',
              kind: 'item',
              sku: 'KONYV-1',
              name: 'Könyv',
              quantity: '1.5',
              currentQuantity: '1.5',
            },
            ...{ netMinor: 450_000, taxMinor: 22_500, grossMinor: 472_500, rates: ['5'] },
          },
          // 1005 in the proportion of 5080 and 4725.
          {
            ...{ ...rest, id: 'discount-1', kind: 'fee', name: 'Kupon' },
            ...{ netMinor: -40_999, taxMinor: -11_070, grossMinor: -52_069, rates: ['27'] },
          },
          {
            ...{ ...rest, id: 'discount-2', kind: 'fee', name: 'Kupon' },
            ...{ netMinor: -46_125, taxMinor: -2_306, grossMinor: -48_431, rates: ['5'] },
          },
          {
            ...{ ...rest, id: 'shipping', kind: 'shipping', name: 'Futár' },
            ...{ netMinor: 117_323, taxMinor: 31_677, grossMinor: 149_000, rates: ['27'] },
          },
          {
            ...{ ...rest, id: 'payment', kind: 'fee', name: 'Utánvét' },
            ...{ netMinor: 39_370, taxMinor: 10_630, grossMinor: 50_000, rates: ['27'] },
          },
        ],
        refunds: [],
        gateways: ['Utánvét'],
        buyer: { name: { first: 'Anna Mária', last: 'Minta' }, ...anna, address },
        shipTo: { name: { first: 'Anna', last: 'Minta' }, ...anna, address },
        notes: [{ name: 'comment', value: 'Kérem, csengessenek' }],
      },
    });
  });

  it.each([
    [undefined, ['27', '27']],
    ['18', ['18', '18']],
  ])('gives costs the rate of the setting costVat, or of the dearest goods: %s', (costVat, rates) => {
    const set = costVat === undefined ? shop : { ...shop, costVat };

    const reading = unas.read(RAW, set, 'order_send', NOW);

    const rows = reading.kind === 'snapshot' && reading.snapshot.kind === 'order' ? reading.snapshot.rows : [];
    expect(rows.filter(({ id }) => id === 'shipping' || id === 'payment').map((row) => row.rates[0])).toStrictEqual(
      rates,
    );
  });

  it.each([
    ['22334455-1-33', 'Minta Anna Mária'],
    ['nincs', ''],
  ])('takes the buyer for a company by the tax number %s', (orig_answer, company) => {
    const raw = webhookWith(FIXTURE, { orderParameters: { 7: { orig_question: 'Adószám', orig_answer } } });

    const reading = unas.read(raw, shop, 'order_send', NOW);

    const order = reading.kind === 'snapshot' && reading.snapshot.kind === 'order' ? reading.snapshot : undefined;
    expect([order?.buyer?.company, order?.notes[0]]).toStrictEqual([
      company,
      { name: 'orderParameters.Adószám', value: orig_answer },
    ]);
  });

  it.each([
    ['customer_registration', { orderID: undefined }],
    ['other', { orderID: undefined }],
    ['', { orderID: undefined }],
  ])('uses nothing under the topic %j that is no order', (topic, fields) => {
    expect(unas.read(webhookWith(FIXTURE, fields), shop, topic, NOW).kind).toBe('not-used');
  });

  it.each(['order_send', 'other', ''])('keeps a body that is cut off as a letter under the topic %j', (topic) => {
    const reading = unas.read(RAW.subarray(0, 900), shop, topic, NOW);

    expect(reading).toMatchObject({ kind: 'problem', detail: 'the body is not JSON' });
  });

  it.each([
    [{ orderID: null }, 'orderID is missing'],
    [{ currencyCode: 'Ft' }, 'currencyCode is no currency'],
    [{ time: 'tegnap' }, 'time is no moment'],
    [{ products: [] }, 'products is no object'],
    [{ grandTotal: 'tízezer' }, 'grandTotal is no amount in HUF'],
    [{ products: { 1: { quantity: 1, grossPrice: 'x', VATRate: 27 } } }, 'products.1.grossPrice is no amount in HUF'],
    [{ shipping: { cost: 'ingyen' } }, 'shipping.cost is no amount in HUF'],
    [{ discountPercent: { price: 'sok' } }, 'discountPercent.price is no amount in HUF'],
  ])('names the place of %j and not its value', (fields, detail) => {
    const reading = unas.read(webhookWith(FIXTURE, fields), shop, 'order_send', NOW);

    expect(reading).toStrictEqual({
      kind: 'problem',
      problem: 'UnreadablePayload',
      detail,
      orderId: 'orderID' in fields ? null : '4711-100200',
    });
  });

  it('does not take another shop’s order', () => {
    const reading = unas.read(webhookWith(FIXTURE, { shopID: '4712' }), shop, 'order_send', NOW);

    expect(reading).toMatchObject({ kind: 'problem', problem: 'WrongShop', orderId: null });
  });
});
