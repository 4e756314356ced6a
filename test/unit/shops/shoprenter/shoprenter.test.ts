import { describe, expect, it } from 'vitest';
import type { OrderSnapshot } from '../../../../lib/event/snapshot.ts';
import { shoprenter } from '../../../../lib/shops/shoprenter/shoprenter.ts';
import { shopOf } from '../../../support/shop-webhooks.ts';
import { webhookFixture } from '../../../support/webhooks.ts';

const RAW = webhookFixture('shoprenter/order_confirm.coupon.json');
const NOW = Date.parse('2026-12-02T10:00:00Z');
const shop = shopOf('shoprenter', 'acme');

const requestOf = (query: Readonly<Record<string, string>>) => ({ raw: RAW, headers: new Map(), query });

const withFields = (fields: Readonly<Record<string, unknown>>): Buffer => {
  const body = JSON.parse(RAW.toString());
  return Buffer.from(JSON.stringify({ orders: { order: [{ ...body.orders.order[0], ...fields }] } }));
};

const orderOf = (raw: Uint8Array, settings = shop): OrderSnapshot => {
  const reading = shoprenter.read(raw, settings, '', NOW);
  if (reading.kind !== 'snapshot' || reading.snapshot.kind !== 'order') throw new Error(JSON.stringify(reading));
  return reading.snapshot;
};

const brief = ({ rows }: OrderSnapshot): readonly string[] =>
  rows.map(({ id, kind, name, quantity, taxMinor, grossMinor, rates }) =>
    [id, kind, name, quantity, taxMinor, grossMinor, ...rates].join(' | '),
  );

describe('verify', () => {
  it.each([
    ['genuine', { key: 'secret-2' }],
    ['genuine', { key: 'secret-1' }],
    ['forged', { key: 'secret-' }],
    ['forged', { key: 'secret-12' }],
    ['unsigned', { key: '' }],
    ['unsigned', {}],
  ])('finds a request %s by its address', (verdict, query) => {
    expect(shoprenter.verify(requestOf(query), ['secret-1', 'secret-2'], NOW)).toBe(verdict);
  });

  it('finds genuine what sign has signed', () => {
    const { query } = shoprenter.sign(RAW, 'secret-1', '', NOW);

    expect(shoprenter.verify(requestOf(query), ['secret-1'], NOW)).toBe('genuine');
  });
});

describe('read', () => {
  it('reads the hint of an order', () => {
    const { rows: _, ...order } = orderOf(RAW);

    const contact = { email: 'anna.minta@example.com', phone: '+3615550100', country: 'HU' };
    const name = { first: 'Anna', last: 'Minta' };
    expect(order).toStrictEqual({
      kind: 'order',
      coverage: 'hint',
      platform: 'shoprenter',
      tenant: 'acme',
      orderId: '4001',
      number: '4001',
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
      totalMinor: 574_900,
      currentTotalMinor: 574_900,
      refunds: [],
      gateways: ['COD'],
      buyer: {
        ...{ name, company: 'Minta Kft.', ...contact },
        address: { street: 'Próba utca 1.', city: 'Budapest', zip: '1011' },
      },
      shipTo: {
        ...{ name, company: '', ...contact },
        address: { street: 'Próba utca 1., 2. em.', city: 'Budapest', zip: '1011' },
      },
      notes: [{ name: 'taxNumber', value: '12345676-1-42' }],
    });
  });

  it('reads rows of mixed types to the forint, and spreads what was taken off over the rates of the goods', () => {
    const order = orderOf(RAW);

    expect(brief(order)).toStrictEqual([
      '1 | item | Bögre | 2 | 85039 | 400000 | 27',
      '2 | item | Könyv | 1 | 6190 | 130000 | 5',
      'addon-1 | item | Betétdíj | 3 | 0 | 15000 | 0',
      'shippingGrossPrice | shipping | Futár | 1 | 31869 | 149900 | 27',
      'couponGrossPrice-1 | fee | TEL10 | 1 | -15603 | -73394 | 27',
      'couponGrossPrice-2 | fee | TEL10 | 1 | -1136 | -23854 | 5',
      'couponGrossPrice-3 | fee | TEL10 | 1 | 0 | -2752 | 0',
      'cartAmountDiscount-1 | fee | Kedvezmény | 1 | -3121 | -14679 | 27',
      'cartAmountDiscount-2 | fee | Kedvezmény | 1 | -227 | -4771 | 5',
      'cartAmountDiscount-3 | fee | Kedvezmény | 1 | 0 | -550 | 0',
    ]);
    expect(order.rows.reduce((sum, { grossMinor }) => sum + grossMinor, 0)).toBe(order.totalMinor);
  });

  it.each([
    [{ couponTaxRate: '5.0000', cartAmountDiscount: null }, 'couponGrossPrice | fee | TEL10 | 1 | -4762 | -100000 | 5'],
    [{ couponGrossPrice: 1000, couponTaxRate: '27' }, 'couponGrossPrice | fee | TEL10 | 1 | -21260 | -100000 | 27'],
    [{ shippingMethodTaxRate: undefined }, 'shippingGrossPrice | shipping | Futár | 1 | 31869 | 149900 | 27'],
  ])('takes the rates that %j says', (fields, row) => {
    expect(brief(orderOf(withFields(fields)))).toContain(row);
  });

  it('gives the shipping the rate of the setting costVat where the body says none', () => {
    const order = orderOf(withFields({ shippingMethodTaxRate: undefined }), { ...shop, costVat: '5' });

    expect(brief(order)).toContain('shippingGrossPrice | shipping | Futár | 1 | 7138 | 149900 | 5');
  });

  it.each([
    ['a newsletter', Buffer.from('{"newsletter":{"subscriber":[]}}')],
    ['no order', Buffer.from('{"orders":{"order":[]}}')],
  ])('uses nothing of %s', (_, raw) => {
    expect(shoprenter.read(raw, shop, '', NOW)).toStrictEqual({
      kind: 'not-used',
      why: 'not a body that holds an order',
    });
  });

  it.each([
    [{ innerId: 'x' }, 'innerId is missing', null],
    [{ currency: 'Ft' }, 'currency is no currency', '4001'],
    [{ totalGross: null }, 'totalGross is no amount in HUF', '4001'],
    [{ shippingGrossPrice: 'ingyen' }, 'shippingGrossPrice is no amount in HUF', '4001'],
    [
      { orderProducts: { orderProduct: { price: 'x', taxRate: 'y' } } },
      'orderProducts.1.quantity is no number; orderProducts.1.taxRate is no percent; orderProducts.1.price is no amount in HUF',
      '4001',
    ],
  ])('names the place of %j and not its value', (fields, detail, orderId) => {
    const reading = shoprenter.read(withFields(fields), shop, '', NOW);

    expect(reading).toStrictEqual({ kind: 'problem', problem: 'UnreadablePayload', detail, orderId });
  });

  it('does not choose among several orders', () => {
    const { orders } = JSON.parse(RAW.toString());
    const two = Buffer.from(JSON.stringify({ orders: { order: [...orders.order, ...orders.order] } }));

    const reading = shoprenter.read(two, shop, '', NOW);

    expect(reading).toMatchObject({ detail: 'orders.order holds 2 orders, and one is expected', orderId: null });
  });

  it('does not take another shop’s order', () => {
    const reading = shoprenter.read(withFields({ storeName: 'other' }), shop, '', NOW);

    expect(reading).toMatchObject({ kind: 'problem', problem: 'WrongShop', orderId: null });
  });
});
