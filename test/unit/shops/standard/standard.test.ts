import { describe, expect, it } from 'vitest';
import { snapshotSchema } from '../../../../lib/event/snapshot.ts';
import { standard } from '../../../../lib/shops/standard/standard.ts';
import { STANDARD_NOW as NOW, standardBody, standardShop, WITH_GOODS } from '../../../support/standard-webhooks.ts';

const REFUND = { id: 'a', returnedMinor: 1 };
const ROW = { id: '1', name: 'Tál', quantity: '1', netMinor: 100, taxMinor: 27, rates: ['27'] };
const VARIANT = { itemId: 'p-1', sku: 'P-1', name: 'Tál' };
const NOBODY = {
  name: { first: '', last: '' },
  company: '',
  email: '',
  phone: '',
  address: { street: '', city: '', zip: '' },
  country: '',
};
const WRONG_KIND = 'data.kind is none of order, product, stock';
const NO_MOMENT = 'is no moment with an offset, such as 2026-12-02T10:00:00+01:00';
const NO_EAN = 'data.variants.0.ean is no EAN of 8, 12, 13 or 14 digits';
const NO_PRICE = 'data.variants.0.price is no decimal text such as "2" or "1.5"';

describe('read', () => {
  it('reads a short order, with what goes without saying', () => {
    const snapshot = snapshotOf('order.short');

    expect(snapshot).toStrictEqual({
      kind: 'order',
      coverage: 'whole',
      platform: 'standard',
      tenant: 'erp.example.com',
      orderId: 'SO-2001',
      number: 'SO-2001',
      createdAt: '2026-12-02T08:55:00.000Z',
      changedAt: '2026-12-02T09:00:00.000Z',
      test: false,
      currency: 'HUF',
      shopCurrency: 'HUF',
      shopRate: null,
      taxesIncluded: true,
      taxExempt: false,
      paid: true,
      fulfilledAt: null,
      cancelledAt: null,
      totalMinor: 508_000,
      currentTotalMinor: 508_000,
      rows: [
        {
          id: '1',
          kind: 'item',
          sku: '',
          name: 'Kerámia tál',
          quantity: '2',
          currentQuantity: '2',
          netMinor: 400_000,
          taxMinor: 108_000,
          grossMinor: 508_000,
          rates: ['27'],
        },
      ],
      refunds: [],
      gateways: [],
      buyer: null,
      shipTo: null,
      notes: [],
    });
  });

  it('reads an order that says everything as it is said', () => {
    const snapshot = snapshotOf('order.full');

    const { data } = JSON.parse(standardBody('order.full').toString());
    expect(snapshot).toStrictEqual({
      ...data,
      coverage: 'whole',
      platform: 'standard',
      tenant: 'erp.example.com',
      createdAt: '2026-12-03T07:00:00.123Z',
      changedAt: '2026-12-05T12:00:00.000Z',
      fulfilledAt: '2026-12-04T08:00:00.000Z',
      cancelledAt: '2026-12-05T12:00:00.000Z',
      rows: [data.rows[0], { ...data.rows[1], sku: '', currentQuantity: '1', grossMinor: 100 }],
      shipTo: { ...NOBODY, company: 'Raktár', country: 'AT' },
    });
  });

  it('takes what refunds give back off the quantities that are left, where these are not told', () => {
    const snapshot = snapshotOf('order.refunded');

    const left = snapshot.kind === 'order' ? snapshot.rows.map((row) => row.currentQuantity) : [];
    expect(left).toStrictEqual(['1.5', '0']);
  });

  it('reads a product with its variants', () => {
    const snapshot = snapshotOf('product.two-variants', {}, WITH_GOODS);

    const { data } = JSON.parse(standardBody('product.two-variants').toString());
    expect(snapshot).toStrictEqual({
      ...data,
      platform: 'standard',
      tenant: 'erp.example.com',
      changedAt: '2026-12-02T09:59:00.000Z',
      isDeleted: false,
      isPartial: false,
      variants: [data.variants[0], { ...data.variants[1], ean: '', price: null, taxClass: '', stock: null }],
    });
  });

  it('reads a stock level of the only place', () => {
    const snapshot = snapshotOf('stock.level', {}, WITH_GOODS);

    expect(snapshot).toStrictEqual({
      kind: 'stock',
      platform: 'standard',
      tenant: 'erp.example.com',
      itemId: 'p-71-a',
      locationId: 'shop',
      changedAt: '2026-12-02T10:00:00.000Z',
      quantity: '12.5',
    });
  });

  it.each(['order.short', 'order.full', 'order.refunded', 'product.two-variants', 'stock.level'])(
    'reads %s as what the queue takes',
    (name) => {
      const snapshot = snapshotOf(name, {}, WITH_GOODS);

      expect(snapshotSchema().parse(JSON.parse(JSON.stringify(snapshot)))).toStrictEqual(snapshot);
    },
  );

  it.each([
    [
      'product.two-variants',
      'the shop’s settings have neither `products` nor `stock`, without which no products are kept',
    ],
    ['stock.level', 'the shop’s settings have no `stock`, without which no stock levels are kept'],
  ])('does not use %s where the settings do not keep such', (name, why) => {
    const reading = standard.read(standardBody(name, { whatever: 1 }), standardShop(), '', NOW);

    expect(reading).toStrictEqual({ kind: 'not-used', why });
  });

  it.each([
    ['of something else', { type: 'invoice.paid', timestamp: 'x', data: { kind: 'invoice' } }],
    ['of something else, in another shape', { type: 'user.created', user: 'x' }],
    ['of something else, with a text as data', { type: 'ping', data: 'pong' }],
  ])('does not use a message %s', (_case, body) => {
    const reading = readingOf(body);

    expect(reading).toStrictEqual({
      kind: 'not-used',
      why: 'neither `type` nor `data.kind` is of an order, a product or stock',
    });
  });

  it.each(['orders/paid', 'rendelés.módosult', 'product.updated'])('reads an order under the type %s', (type) => {
    const body = { ...JSON.parse(standardBody('order.short').toString()), type };

    const reading = readingOf(body);

    expect(reading.kind).toBe('snapshot');
  });

  it('refuses a change that is yet to come: it would hide all later ones', () => {
    const readings = ['2026-12-06T10:05:00Z', '2026-12-06T10:06:00Z'].map((changedAt) =>
      standard.read(standardBody('order.short', { changedAt }), standardShop(), '', NOW),
    );

    expect(readings.map((reading) => (reading.kind === 'problem' ? reading.detail : reading.kind))).toStrictEqual([
      'snapshot',
      'data.changedAt, or without it timestamp, is in the future',
    ]);
  });
});

describe('a body that cannot be read', () => {
  it.each([
    ['a text', '"order"', 'the body is no object'],
    ['a list', '[]', 'the body is no object'],
    ['null', 'null', 'the body is no object'],
    ['cut off', '{"type":"order.paid"', 'the body is not JSON'],
    ['without anything', '{}', 'type is missing; timestamp is missing; data is missing'],
    ['without a kind', '{"type":"order.paid","timestamp":"2026-12-02T10:00:00Z","data":{}}', WRONG_KIND],
    ['of another kind', '{"type":"order.paid","timestamp":"2026-12-02T10:00:00Z","data":{"kind":"x"}}', WRONG_KIND],
  ])('is named: %s', (_case, text, detail) => {
    const reading = standard.read(Buffer.from(text), standardShop(), '', NOW);

    expect(reading).toStrictEqual({ kind: 'problem', problem: 'UnreadablePayload', detail, orderId: null });
  });

  it.each([
    ['orderId', 'SO/2001', 'data.orderId is none of 1 to 64 letters without accents, digits and . _ : -', null],
    ['orderId', 17, 'data.orderId is no string', null],
    ['number', '', 'data.number is empty'],
    ['createdAt', '2026-12-02 10:00', `data.createdAt ${NO_MOMENT}`],
    ['changedAt', 1_796_202_000, 'data.changedAt is no string'],
    ['currency', 'Ft', 'data.currency is no currency such as HUF'],
    ['paid', undefined, 'data.paid is missing'],
    ['paid', 'yes', 'data.paid is no boolean'],
    ['totalMinor', 5080.5, 'data.totalMinor is no whole number'],
    ['totalMinor', '5080.00', 'data.totalMinor is no number'],
    ['totalMinor', 2 ** 53, 'data.totalMinor is too large'],
    ['rows', {}, 'data.rows is no array'],
    ['rows', [null], 'data.rows.0 is no object'],
    ['rows', [ROW, { ...ROW, quantity: 2 }], 'data.rows.1.quantity is no string'],
    ['rows', [{ ...ROW, quantity: '2,5' }], 'data.rows.0.quantity is no decimal text such as "2" or "1.5"'],
    ['rows', [{ ...ROW, rates: ['27%'] }], 'data.rows.0.rates.0 is no percent such as "27"'],
    ['rows', [{ ...ROW, kind: 'goods' }], 'data.rows.0.kind is none of item, shipping, tip, duty, fee, giftcard'],
    ['rows', [ROW, ROW], 'data.rows.1.id is that of a row before'],
    [
      'refunds',
      [REFUND, { ...REFUND, returnedMinor: 2 }, REFUND],
      'data.refunds.1.id is that of a refund before; data.refunds.2.id is that of a refund before',
    ],
    ['buyer', undefined, 'data.buyer is missing'],
    ['buyer', { vat: '1' }, 'data.buyer has what is not known: vat'],
    ['shipTo', { country: 'Hungary' }, 'data.shipTo.country is no country of two capitals such as HU'],
    ['coverage', 'hint', 'data has what is not known: coverage'],
    ['tenant', 'other.example.com', 'data has what is not known: tenant'],
    ['anna@example.com', 1, 'data has what is not known: a name that is no word'],
  ])('is named by the place %s that is %j', (field, value, detail, orderId: string | null = 'SO-2001') => {
    const reading = standard.read(standardBody('order.short', { [field]: value }), standardShop(), '', NOW);

    expect(reading).toStrictEqual({ kind: 'problem', problem: 'UnreadablePayload', detail, orderId });
  });

  it.each([
    ['product.two-variants', { productId: undefined }, 'data.productId is missing'],
    ['product.two-variants', { variants: [{ ...VARIANT, ean: '123' }] }, NO_EAN],
    ['product.two-variants', { variants: [{ ...VARIANT, price: '-1' }] }, NO_PRICE],
    ['stock.level', { quantity: '+1' }, 'data.quantity is no decimal text such as "12" or "-1.5"'],
  ])('is named where it is one of goods: %s %j', (name, data, detail) => {
    const reading = standard.read(standardBody(name, data), standardShop(WITH_GOODS), '', NOW);

    expect(reading).toStrictEqual({ kind: 'problem', problem: 'UnreadablePayload', detail, orderId: null });
  });

  it('is named by all its faults, up to twenty of them', () => {
    const rows = Array.from({ length: 30 }, (_, index) => ({ ...ROW, id: `row ${index}`, quantity: 2 }));

    const reading = standard.read(standardBody('order.short', { rows, paid: 1 }), standardShop(), '', NOW);

    const faults = reading.kind === 'problem' ? reading.detail.split('; ') : [];
    expect([faults[0], faults[1], faults.length, faults.at(-1)]).toStrictEqual([
      'data.paid is no boolean',
      'data.rows.0.quantity is no string',
      21,
      'and 11 more',
    ]);
  });

  it('is named without any value', () => {
    const secret = 'Kovács-titok';
    const data = {
      orderId: secret,
      currency: secret,
      createdAt: secret,
      rows: secret,
      buyer: secret,
      [secret]: secret,
    };

    const reading = standard.read(standardBody('order.short', data), standardShop(), '', NOW);

    expect(reading.kind).toBe('problem');
    expect(JSON.stringify(reading)).not.toContain('titok');
  });
});

describe('the settings of such a shop', () => {
  it.each([
    ['erp.example.com', true],
    ['warehouse-2', true],
    ['ERP', false],
    ['a/b', false],
    ['a#b', false],
    ['.erp', false],
    ['', false],
  ])('may call it %j: %j', (tenant, isAllowed) => {
    expect(standard.traits.tenant.pattern.test(tenant)).toBe(isAllowed);
  });

  it('look for a tax number under `taxNumber`, or under any name that they give', () => {
    const places = [standardShop(), standardShop(['taxNumberPlaces: [adószám, vat_id]'])].map(
      (shop) => shop.taxNumberPlaces,
    );

    expect(places).toStrictEqual([['taxNumber'], ['adószám', 'vat_id']]);
  });
});

describe('topicOf', () => {
  it('answers the same whatever a header says', () => {
    const topic = standard.topicOf(new Map([['webhook-topic', 'order.paid\nforged line']]));

    expect(topic).toBe('standard');
  });
});

const readingOf = (body: unknown, settings: readonly string[] = []) =>
  standard.read(Buffer.from(JSON.stringify(body)), standardShop(settings), '', NOW);

const snapshotOf = (name: string, data: Readonly<Record<string, unknown>> = {}, settings: readonly string[] = []) => {
  const reading = standard.read(standardBody(name, data), standardShop(settings), '', NOW);
  if (reading.kind !== 'snapshot') throw new Error(JSON.stringify(reading));
  return reading.snapshot;
};
