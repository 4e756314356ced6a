import { describe, expect, it } from 'vitest';
import { woocommerceOrder, woocommerceProblem } from '../../../support/woocommerce-webhooks.ts';

describe('readOrder', () => {
  it('reads a whole order in forints', () => {
    const order = woocommerceOrder();

    expect(order).toStrictEqual({
      kind: 'order',
      coverage: 'whole',
      platform: 'woocommerce',
      tenant: 'shop.example.hu',
      orderId: '5101',
      number: 'WEB-5101',
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
      totalMinor: 699_000,
      currentTotalMinor: 699_000,
      rows: [
        {
          ...{ id: '71', kind: 'item', sku: 'MUG-1', name: 'Bögre – kék', quantity: '1', currentQuantity: '1' },
          ...{ netMinor: 78_700, taxMinor: 21_300, grossMinor: 100_000, rates: ['27'] },
        },
        {
          ...{ id: '72', kind: 'item', sku: '2002', name: 'Tányér', quantity: '2', currentQuantity: '2' },
          ...{ netMinor: 315_000, taxMinor: 85_000, grossMinor: 400_000, rates: ['27'] },
        },
        {
          ...{ id: '73', kind: 'shipping', sku: '', name: 'Házhozszállítás', quantity: '1', currentQuantity: '1' },
          ...{ netMinor: 156_700, taxMinor: 42_300, grossMinor: 199_000, rates: ['27'] },
        },
      ],
      refunds: [],
      gateways: ['barion'],
      buyer: {
        name: { first: 'Anna', last: 'Minta' },
        company: 'Minta Kft.',
        email: 'anna.minta@example.com',
        phone: '+36 1 555 0100',
        address: { street: 'Próba utca 1., 2. emelet', city: 'Budapest', zip: '1011' },
        country: 'HU',
      },
      shipTo: {
        name: { first: 'Béla', last: 'Próba' },
        company: 'Raktár Bt.',
        email: '',
        phone: '',
        address: { street: 'Minta tér 3.', city: 'Győr', zip: '9021' },
        country: 'HU',
      },
      notes: [
        { name: 'meta_data.is_vat_exempt', value: 'no' },
        { name: 'meta_data._billing_wc_szamlazz_adoszam', value: '12345676-1-42' },
        { name: 'meta_data._loyalty_points', value: '15' },
        { name: 'customer_note', value: 'Kérem, csengessenek.' },
        { name: 'billing.company', value: 'Minta Kft.' },
        { name: 'billing.address_2', value: '2. emelet' },
      ],
    });
  });

  it('reads an order of which hardly anything is there', () => {
    const order = woocommerceOrder('order-created.minimal', { payment_method: '', prices_include_tax: null });

    expect(order).toMatchObject({
      ...{ number: '5001', taxesIncluded: false, taxExempt: false, paid: false, totalMinor: 0 },
      ...{ rows: [], refunds: [], gateways: [], buyer: null, shipTo: null, notes: [] },
    });
  });

  it.each([
    ['whole', '2026-12-02T09:04:00', '2026-12-02T09:04:00.000Z'],
    ['with an offset', '2026-12-02T10:04:00+01:00', '2026-12-02T09:04:00.000Z'],
    ['in UTC', '2026-12-02T09:04:00Z', '2026-12-02T09:04:00.000Z'],
  ])('takes times without an offset for UTC: %s', (_case, date_modified_gmt, expected) => {
    expect(woocommerceOrder('order-updated.huf', { date_modified_gmt }).changedAt).toBe(expected);
  });

  it.each([
    ['yes', true],
    ['no', false],
    ['', false],
    [true, false],
  ])('takes is_vat_exempt %j for exempt: %s', (value, expected) => {
    const order = woocommerceOrder('order-updated.huf', { meta_data: [{ key: 'is_vat_exempt', value }] });

    expect(order.taxExempt).toBe(expected);
  });

  it('keeps no long text and nothing but texts as notes', () => {
    const meta_data = [
      { key: 'adoszam', value: 12345676142 },
      { key: 'long', value: 'x'.repeat(201) },
      { key: 'list', value: ['12345676-1-42'] },
      { key: '', value: 'nameless' },
      { value: 'nameless' },
      'no meta data',
    ];

    const order = woocommerceOrder('order-created.minimal', { meta_data });

    expect(order.notes).toStrictEqual([{ name: 'meta_data.adoszam', value: '12345676142' }]);
  });

  it.each([
    ['a total that is none', { total: 'free' }, 'total is no amount in HUF'],
    ['a time of payment that is none', { date_paid_gmt: 'yesterday' }, 'date_paid_gmt is no moment'],
    ['a currency that is none', { currency: 'Ft' }, 'currency is no currency'],
    ['no id', { id: 0 }, 'id is no id'],
    ['rows that are none', { fee_lines: ['5'] }, 'fee_lines is no list of objects'],
    ['refunds that are none', { refunds: {} }, 'refunds is no list of objects'],
    ['a refund without money', { refunds: [{ id: 1 }] }, 'refunds.0.total is no amount in HUF'],
    ['a gift card without money', { gift_cards: [{ code: 'X' }] }, 'gift_cards.0.amount is no amount in HUF'],
  ])('names the place of %s, not what stands there', (_case, fields, expected) => {
    expect(woocommerceProblem('order-updated.huf', fields)).toBe(expected);
  });
});

describe('the state of an order', () => {
  const PAID = '2026-12-02T09:04:00';
  const CHANGED = '2026-12-02T09:05:00.000Z';

  it.each([
    ['pending', null, false, null, null],
    ['on-hold', null, false, null, null],
    ['on-hold', PAID, true, null, null],
    ['failed', null, false, null, CHANGED],
    ['failed', PAID, true, null, null],
    ['processing', null, false, null, null],
    ['processing', PAID, true, null, null],
    ['wc-processing', PAID, true, null, null],
    ['completed', null, false, CHANGED, null],
    ['completed', PAID, true, CHANGED, null],
    ['cancelled', null, false, null, CHANGED],
    ['cancelled', PAID, true, null, CHANGED],
    ['packed-by-a-plugin', PAID, true, null, null],
    ['packed-by-a-plugin', '', false, null, null],
  ])('%s, paid at %s', (status, date_paid_gmt, paid, fulfilledAt, cancelledAt) => {
    const order = woocommerceOrder('order-updated.huf', { status, date_paid_gmt });

    expect([order.paid, order.fulfilledAt, order.cancelledAt]).toStrictEqual([paid, fulfilledAt, cancelledAt]);
  });

  it('is fulfilled when it was completed, whatever its status is by now', () => {
    const order = woocommerceOrder('order-updated.huf', { date_completed_gmt: '2026-12-02T09:04:30' });

    expect(order.fulfilledAt).toBe('2026-12-02T09:04:30.000Z');
  });
});

describe('gift cards that were used', () => {
  it('are a payment: the total is what they and the rest have paid', () => {
    const order = woocommerceOrder('order-updated.huf', {
      total: '2990',
      gift_cards: [
        { id: 2, code: 'A', amount: 3000 },
        { id: 4, code: 'B', amount: '1000' },
      ],
    });

    expect([order.totalMinor, order.currentTotalMinor]).toStrictEqual([699_000, 699_000]);
    expect(order.gateways).toStrictEqual(['barion', 'gift_card']);
  });

  it('are the only payment where nothing is left to pay', () => {
    const order = woocommerceOrder('order-updated.huf', {
      ...{ total: '0', payment_method: '' },
      gift_cards: [{ id: 2, code: 'A', amount: 6990 }],
    });

    expect([order.totalMinor, order.gateways]).toStrictEqual([699_000, ['gift_card']]);
  });

  it('are none where they have paid nothing', () => {
    expect(woocommerceOrder('order-updated.huf', { gift_cards: [{ amount: '0.00' }] }).gateways).toStrictEqual([
      'barion',
    ]);
  });
});

describe('the refunds of an order', () => {
  const part = { id: 901, reason: '', total: '-2000' };
  const toldOf = (fields: object) => {
    const { coverage, refunds, rows } = woocommerceOrder('order-updated.huf', { ...fields });
    return { coverage, refunds, left: rows.map((row) => row.currentQuantity) };
  };
  const ALL = [
    { rowId: '71', quantity: '1', netMinor: 78_700, taxMinor: 21_300 },
    { rowId: '72', quantity: '2', netMinor: 315_000, taxMinor: 85_000 },
    { rowId: '73', quantity: '1', netMinor: 156_700, taxMinor: 42_300 },
  ];

  it('are told without their rows', () => {
    expect(toldOf({ refunds: [part] })).toStrictEqual({
      coverage: 'without-refund-rows',
      refunds: [{ id: '901', rows: [], shippingMinor: 0, returnedMinor: 200_000 }],
      left: ['1', '2', '1'],
    });
  });

  it('take every row back once all of the money is back', () => {
    expect(toldOf({ status: 'refunded', refunds: [part, { id: 902, total: '-4990' }] })).toStrictEqual({
      coverage: 'whole',
      refunds: [
        { id: '901', rows: [], shippingMinor: 0, returnedMinor: 200_000 },
        { id: '902', rows: ALL, shippingMinor: 0, returnedMinor: 499_000 },
      ],
      left: ['0', '0', '0'],
    });
  });

  it('are all of the money where the status says so', () => {
    expect(toldOf({ status: 'refunded', refunds: [part] })).toStrictEqual({
      coverage: 'whole',
      refunds: [
        { id: '901', rows: [], shippingMinor: 0, returnedMinor: 200_000 },
        { id: 'status', rows: ALL, shippingMinor: 0, returnedMinor: 499_000 },
      ],
      left: ['0', '0', '0'],
    });
  });

  it('do not tell of the gift card that paid a part, whatever the status says', () => {
    const { coverage, refunds } = toldOf({
      ...{ status: 'refunded', total: '2000', gift_cards: [{ amount: 4990 }], refunds: [part] },
    });

    expect([coverage, refunds.map((refund) => refund.returnedMinor)]).toStrictEqual(['without-refund-rows', [200_000]]);
  });

  it('leave an order refunded that is not cancelled', () => {
    expect(woocommerceOrder('order-updated.huf', { status: 'refunded' }).cancelledAt).toBeNull();
  });
});
