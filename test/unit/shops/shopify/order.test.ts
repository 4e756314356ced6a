import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { orderSnapshotSchema } from '../../../../lib/event/snapshot.ts';
import { problemOf, snapshotOf } from '../../../support/shopify-orders.ts';

describe('readOrder', () => {
  it('reads a paid order of a Hungarian company, whole', () => {
    const snapshot = snapshotOf('orders-paid.huf');

    expect(snapshot).toStrictEqual({
      kind: 'order',
      coverage: 'whole',
      platform: 'shopify',
      tenant: 'acme.myshopify.com',
      orderId: '5551001',
      number: '#1001',
      createdAt: '2026-12-02T09:00:00.000Z',
      changedAt: '2026-12-02T09:05:00.000Z',
      test: false,
      currency: 'HUF',
      shopCurrency: 'HUF',
      shopRate: null,
      taxesIncluded: true,
      taxExempt: false,
      paid: true,
      fulfilledAt: null,
      cancelledAt: null,
      totalMinor: 1_206_000,
      currentTotalMinor: 1_206_000,
      rows: [
        {
          id: '9001',
          kind: 'item',
          sku: 'BOGRE-1',
          name: 'Bögre – piros',
          quantity: '2',
          currentQuantity: '2',
          netMinor: 578_740,
          taxMinor: 156_260,
          grossMinor: 735_000,
          rates: ['27'],
        },
        {
          id: '9002',
          kind: 'item',
          sku: 'KONYV-7',
          name: 'Könyv',
          quantity: '1',
          currentQuantity: '1',
          netMinor: 325_714,
          taxMinor: 16_286,
          grossMinor: 342_000,
          rates: ['5'],
        },
        {
          id: '4001',
          kind: 'shipping',
          sku: '',
          name: 'Házhozszállítás',
          quantity: '1',
          currentQuantity: '1',
          netMinor: 101_575,
          taxMinor: 27_425,
          grossMinor: 129_000,
          rates: ['27'],
        },
      ],
      refunds: [],
      gateways: ['Barion'],
      buyer: { ...AGNES, company: 'Példa Kft.', email: 'agnes@example.com' },
      shipTo: AGNES,
      notes: [
        { name: 'note_attributes.adoszam', value: '12345678-2-42' },
        { name: 'note', value: 'Kérem, csengessen' },
        { name: 'billing_address.company', value: 'Példa Kft.' },
        { name: 'billing_address.address2', value: '2. emelet 3.' },
      ],
    });
  });

  it('reads an order of nothing but what it needs', () => {
    const snapshot = snapshotOf('orders-create.minimal');

    expect(snapshot).toStrictEqual({
      kind: 'order',
      coverage: 'whole',
      platform: 'shopify',
      tenant: 'acme.myshopify.com',
      orderId: '5551002',
      number: '5551002',
      createdAt: '2026-12-02T09:00:00.000Z',
      changedAt: '2026-12-02T09:00:00.000Z',
      test: false,
      currency: 'HUF',
      shopCurrency: 'HUF',
      shopRate: null,
      taxesIncluded: false,
      taxExempt: false,
      paid: false,
      fulfilledAt: null,
      cancelledAt: null,
      totalMinor: 199_000,
      currentTotalMinor: 199_000,
      rows: [
        {
          id: '9007',
          kind: 'item',
          sku: '',
          name: 'Toll',
          quantity: '1',
          currentQuantity: '1',
          netMinor: 199_000,
          taxMinor: 0,
          grossMinor: 199_000,
          rates: [],
        },
      ],
      refunds: [],
      gateways: [],
      buyer: null,
      shipTo: null,
      notes: [],
    });
  });

  it.each([
    'orders-paid.huf',
    'orders-updated.refunded',
    'orders-updated.long-ids',
    'orders-create.eur-presentment',
    'orders-create.net-two-taxes',
    'orders-create.minimal',
    'orders-fulfilled.tip-duty-giftcard',
    'orders-cancelled.cod',
  ])('reads %s as what the queue takes', (name) => {
    const snapshot = snapshotOf(name);

    expect(z.parse(orderSnapshotSchema(), JSON.parse(JSON.stringify(snapshot)))).toStrictEqual(snapshot);
  });

  it('loses no digit of ids over 2^53, in the order, its lines and its refunds', () => {
    const snapshot = snapshotOf('orders-updated.long-ids');

    expect({
      orderId: snapshot.orderId,
      rowIds: snapshot.rows.map((row) => row.id),
      refunds: snapshot.refunds.map((refund) => [refund.id, refund.rows.map((row) => row.rowId)]),
    }).toStrictEqual({
      orderId: '820982911946154508',
      rowIds: ['487817672276298554'],
      refunds: [['890088186047892319', ['487817672276298554']]],
    });
  });

  it('prefers the exact text of admin_graphql_api_id to a number that was rounded on its way', () => {
    const fields = { id: 820982911946154500, admin_graphql_api_id: 'gid://shopify/Order/820982911946154508' };

    const snapshot = snapshotOf('orders-create.minimal', { fields });

    expect(snapshot.orderId).toBe('820982911946154508');
  });

  it.each([
    ['paid', true],
    ['partially_refunded', true],
    ['refunded', true],
    ['pending', false],
    ['authorized', false],
    ['partially_paid', false],
    ['voided', false],
    [null, false],
  ])('counts the financial status %j as paid: %j', (financial_status, paid) => {
    const snapshot = snapshotOf('orders-paid.huf', { fields: { financial_status } });

    expect(snapshot.paid).toBe(paid);
  });

  it.each([
    ['the newest fulfilment that stands', {}, '2026-12-04T08:00:00.000Z'],
    ['the change, without fulfilments', { fulfillments: [] }, '2026-12-02T09:05:00.000Z'],
    ['nothing, when only a part is', { fulfillment_status: 'partial' }, null],
    ['nothing, when none is', { fulfillment_status: null }, null],
  ])('takes as the moment of fulfilment %s', (_case, fields, expected) => {
    const snapshot = snapshotOf('orders-fulfilled.tip-duty-giftcard', { fields });

    expect(snapshot.fulfilledAt).toBe(expected);
  });

  it('reads a cancelled order as one', () => {
    const snapshot = snapshotOf('orders-cancelled.cod');

    expect(snapshot.cancelledAt).toBe('2026-12-03T11:00:00.000Z');
    expect(snapshot.paid).toBe(false);
    expect(snapshot.gateways).toStrictEqual(['Cash on Delivery (COD)']);
  });

  it('marks a test order', () => {
    const snapshot = snapshotOf('orders-paid.huf', { fields: { test: true } });

    expect(snapshot.test).toBe(true);
  });

  it.each([
    ['the order', { tax_exempt: true }, true],
    ['the order, whatever the customer is', { tax_exempt: false, customer: { tax_exempt: true } }, false],
    ['the customer where the order does not say', { tax_exempt: null, customer: { tax_exempt: true } }, true],
    ['nobody', { tax_exempt: null, customer: null }, false],
  ])('takes the exemption from tax from %s', (_case, fields, expected) => {
    const snapshot = snapshotOf('orders-paid.huf', { fields });

    expect(snapshot.taxExempt).toBe(expected);
  });

  it.each([
    [
      'several, without the empty ones',
      { payment_gateway_names: ['', 'Barion', null, 'gift_card'] },
      ['Barion', 'gift_card'],
    ],
    ['none', { payment_gateway_names: [] }, []],
    ['the single one of older versions', { payment_gateway_names: undefined, gateway: 'manual' }, ['manual']],
  ])('reads the gateways: %s', (_case, fields, expected) => {
    const snapshot = snapshotOf('orders-paid.huf', { fields });

    expect(snapshot.gateways).toStrictEqual(expected);
  });

  it.each([
    ['created_at', { created_at: '2026-12-02T10:00:00' }, 'created_at is no moment with an offset'],
    ['updated_at', { updated_at: 'yesterday' }, 'updated_at is no moment with an offset'],
    ['cancelled_at', { cancelled_at: 'yes' }, 'cancelled_at is no moment with an offset'],
    ['currency', { currency: 'Ft' }, 'currency is no currency'],
    ['line_items', { line_items: [null] }, 'line_items.0 is no object'],
    ['total_price', { total_price: 'ingyen' }, 'total_price is no amount in HUF'],
    ['current_total_price', { current_total_price: '1.234' }, 'current_total_price is no amount in HUF'],
    ['the ids', { admin_graphql_api_id: null, id: null }, 'admin_graphql_api_id and id are missing'],
    [
      'tax_lines',
      { shipping_lines: [{ price: '1.00', tax_lines: {} }] },
      'shipping_lines.0.tax_lines is no list of objects',
    ],
    ['refunds', { refunds: 'none' }, 'refunds is no list of objects'],
    ['a refund', { refunds: [null] }, 'refunds is no list of objects'],
  ])('names %s where it cannot be read', (_case, fields, expected) => {
    const detail = problemOf('orders-paid.huf', { fields });

    expect(detail).toBe(expected);
  });

  it('names no value in a problem', () => {
    const marked = 'Kovács-titok';

    const detail = problemOf('orders-paid.huf', {
      fields: {
        total_price: marked,
        shipping_lines: [{ price: marked }],
        refunds: [{ refund_line_items: [{ quantity: marked }] }],
      },
    });

    expect(detail).not.toContain(marked);
  });
});

describe('readOrder, in two currencies', () => {
  const PRESENTMENT = { settings: ['currency: presentment'] };

  it('reads everything in the shop’s currency by default', () => {
    const snapshot = snapshotOf('orders-create.eur-presentment');

    expect(amountsOf(snapshot)).toStrictEqual({
      currency: 'HUF',
      shopCurrency: 'HUF',
      shopRate: null,
      totalMinor: 800_000,
      currentTotalMinor: 800_000,
      gross: [600_000, 200_000],
      tax: [95_798, 31_933],
    });
  });

  it('reads everything in the buyer’s currency where the setting says so, with the rate between the two', () => {
    const snapshot = snapshotOf('orders-create.eur-presentment', PRESENTMENT);

    expect(amountsOf(snapshot)).toStrictEqual({
      currency: 'EUR',
      shopCurrency: 'HUF',
      shopRate: '400.000000',
      totalMinor: 2_000,
      currentTotalMinor: 2_000,
      gross: [1_500, 500],
      tax: [239, 80],
    });
  });

  it.each([
    ['8000.00', '30.00', '266.666667'],
    ['0.01', '30000.00', '0.000000'],
    ['8000.00', '0.00', null],
  ])('rounds the rate of %s HUF to %s EUR to six decimals', (shop, presentment, expected) => {
    const total_price_set = setOf(shop, presentment);

    const snapshot = snapshotOf('orders-create.eur-presentment', {
      ...PRESENTMENT,
      fields: { total_price: shop, total_price_set },
    });

    expect(snapshot.shopRate).toBe(expected);
  });

  it('regards the decimals of both currencies in the rate', () => {
    const total_price_set = { presentment_money: { amount: '1000', currency_code: 'JPY' } };
    const fields = {
      presentment_currency: 'JPY',
      total_price: '2500.00',
      total_price_set,
      current_total_price: null,
      line_items: [],
      shipping_lines: [],
    };

    const snapshot = snapshotOf('orders-create.eur-presentment', { ...PRESENTMENT, fields });

    expect([snapshot.totalMinor, snapshot.shopRate]).toStrictEqual([1000, '2.500000']);
  });

  it('reads plain amounts where both currencies are the same', () => {
    const snapshot = snapshotOf('orders-paid.huf', PRESENTMENT);

    expect(snapshot).toStrictEqual(snapshotOf('orders-paid.huf'));
  });

  it.each([
    ['is not given', { total_tip_received: '100.00' }, 'total_tip_received_set has no amount in EUR'],
    [
      'is in a third currency',
      { current_total_price_set: setOf('1', '2', 'USD') },
      'current_total_price_set is in another currency than EUR',
    ],
    ['is missing among the total', { total_price_set: null }, 'total_price_set has no amount in EUR'],
  ])('mixes no currencies: an amount that %s is a problem', (_case, fields, expected) => {
    const detail = problemOf('orders-create.eur-presentment', { ...PRESENTMENT, fields });

    expect(detail).toBe(expected);
  });
});

const amountsOf = (snapshot: ReturnType<typeof snapshotOf>) => ({
  currency: snapshot.currency,
  shopCurrency: snapshot.shopCurrency,
  shopRate: snapshot.shopRate,
  totalMinor: snapshot.totalMinor,
  currentTotalMinor: snapshot.currentTotalMinor,
  gross: snapshot.rows.map((row) => row.grossMinor),
  tax: snapshot.rows.map((row) => row.taxMinor),
});

const setOf = (shop: string, presentment: string, currency = 'EUR') => ({
  shop_money: { amount: shop, currency_code: 'HUF' },
  presentment_money: { amount: presentment, currency_code: currency },
});

const AGNES = {
  name: { first: 'Ágnes', last: 'Kovács-Szűcs' },
  company: '',
  email: '',
  phone: '+36301112222',
  address: { street: 'Fő utca 1., 2. emelet 3.', city: 'Győr', zip: '9021' },
  country: 'HU',
};
