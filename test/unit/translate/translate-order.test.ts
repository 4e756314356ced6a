import { describe, expect, it } from 'vitest';
import type { OrderSnapshot } from '../../../lib/event/snapshot.ts';
import type { Instant } from '../../../lib/event/time.ts';
import type { ShopSettings } from '../../../lib/settings/settings.ts';
import { orderedDigest } from '../../../lib/translate/ordered.ts';
import { translateOrder } from '../../../lib/translate/translate-order.ts';
import { aBuyer, anAccount, anOrder, aRefund, aRow, aShippingRow, aShop } from '../../support/orders.ts';

const CANCELLED = { cancelledAt: '2026-12-03T10:00:00.000Z' as Instant };
const EXPORT = { vat: 'EUKT', phrase: 'Áfa hatályán kívül', customerVatType: 'OTHER' } as const;

it('turns a plain order into a contact and an invoice', () => {
  const drafts = translate({}, { bankAccount: 'OTP' });

  expect(drafts).toStrictEqual({
    ok: true,
    value: {
      contact: {
        lastName: 'Minta',
        firstName: 'Anna',
        firm: '',
        email: 'anna.minta@example.com',
        phone: '+36 1 555 0100',
        country: 'HU',
        zip: '1011',
        city: 'Budapest',
        street: 'Próba utca 1.',
        taxNumber: '',
        owner: null,
        categories: [],
      },
      contactKey: expect.stringMatching(/^mail:[0-9a-f]{64}$/),
      owedMinor: 635_000,
      ordered: orderedDigest(anOrder()),
      invoice: {
        payment: 'bankcard',
        currency: 'HUF',
        fxRate: null,
        language: 'hu_HU',
        bankAccount: 'OTP',
        customerVatType: 'PRIVATE_PERSON',
        comment: 'Rendelés: #1001',
        rows: [
          {
            rowId: 'row-1',
            name: 'Bögre',
            sku: 'MUG-1',
            quantity: '2',
            unit: 'db',
            unitNet: '2000.00',
            vat: '27',
            netMinor: 400_000,
            grossMinor: 508_000,
            note: '',
          },
          {
            rowId: 'shipping-1',
            name: 'Házhozszállítás',
            sku: '',
            quantity: '1',
            unit: 'db',
            unitNet: '1000.00',
            vat: '27',
            netMinor: 100_000,
            grossMinor: 127_000,
            note: '',
          },
        ],
        totalMinor: 635_000,
        paymentDays: 8,
        fulfilmentDay: null,
      },
    },
  });
});

it('puts an order to America into words, currency and rate of its own', () => {
  const american = aBuyer({ country: 'US' });
  const rows = [aRow({ netMinor: 5000, taxMinor: 0, grossMinor: 5000, rates: [] })];
  const order = { buyer: american, shipTo: american, rows, totalMinor: 5000, currency: 'EUR', shopRate: '400.00' };
  const shop = { vatCases: { export: EXPORT }, languages: { US: 'en_US', default: 'hu_HU' }, fxRate: 'shop' } as const;

  const drafts = translate(order, shop);

  expect(drafts.ok && drafts.value.invoice).toMatchObject({
    currency: 'EUR',
    fxRate: '400',
    language: 'en_US',
    customerVatType: 'OTHER',
    comment: 'Order: #1001\nÁfa hatályán kívül',
    rows: [{ vat: 'EUKT', unitNet: '25.00', grossMinor: 5000 }],
  });
});

it('bills what edits and refunds have left', () => {
  const rows = [aRow({ currentQuantity: '1' }), aShippingRow()];

  const drafts = translate({ rows, refunds: [aRefund()] }, {});

  expect(drafts.ok && drafts.value.owedMinor).toBe(381_000);
  expect(
    drafts.ok && drafts.value.invoice.rows.map((row) => [row.quantity, row.unitNet, row.grossMinor]),
  ).toStrictEqual([
    ['1', '2000.00', 254_000],
    ['1', '1000.00', 127_000],
  ]);
});

describe('an order of which nothing is owed', () => {
  it('bears no rows', () => {
    const drafts = translate({ ...CANCELLED, paid: false }, {});

    expect(
      drafts.ok && [drafts.value.owedMinor, drafts.value.invoice.totalMinor, drafts.value.invoice.rows],
    ).toStrictEqual([0, 0, []]);
    expect(drafts.ok && drafts.value.invoice.comment).toBe('Rendelés: #1001');
  });

  it('keeps the contact that its invoice would have had', () => {
    const company = {
      buyer: aBuyer({ company: 'Minta Kft.' }),
      notes: [{ name: 'note_attributes.adoszam', value: '12345676-1-42' }],
    };

    const [owed, cancelled] = [translate(company, {}), translate({ ...company, ...CANCELLED, paid: false }, {})];

    expect(cancelled.ok && cancelled.value.contactKey).toMatch(/^tax:/);
    expect(cancelled.ok && cancelled.value.contact).toStrictEqual(owed.ok && owed.value.contact);
    expect(cancelled.ok && cancelled.value.invoice.customerVatType).toBe('DOMESTIC');
  });

  it('stops at nothing that only an invoice needs', () => {
    const drafts = translate({ ...CANCELLED, paid: false, buyer: null, gateways: ['manual'], currency: 'EUR' }, {});

    expect(
      drafts.ok && [drafts.value.contact.email, drafts.value.contactKey, drafts.value.invoice.payment],
    ).toStrictEqual(['', 'order:shopify:acme.myshopify.com#1001', 'other']);
  });
});

describe('money that went back beyond or short of the rows', () => {
  const shop = { refundDifference: { name: 'Jóváírás', vat: '5' } };

  it('is a row of its own with the name and VAT of the settings', () => {
    const drafts = translate({ refunds: [aRefund({ rows: [], returnedMinor: 105_000 })] }, shop);

    expect(drafts.ok && [drafts.value.owedMinor, drafts.value.invoice.totalMinor]).toStrictEqual([530_000, 530_000]);
    expect(
      drafts.ok &&
        drafts.value.invoice.rows.map(({ rowId, quantity, unitNet, vat }) => [rowId, quantity, unitNet, vat]),
    ).toStrictEqual([
      ['row-1', '2', '2000.00', '27'],
      ['shipping-1', '1', '1000.00', '27'],
      ['refund-difference', '-1', '1000.00', '5'],
    ]);
  });

  it('is the only row where all goods are back and a fee was kept', () => {
    const rows = [{ rowId: 'row-1', quantity: '2', netMinor: 400_000, taxMinor: 108_000 }];
    const refunds = [aRefund({ rows, shippingMinor: 127_000, returnedMinor: 530_000 })];

    const drafts = translate({ rows: [aRow({ currentQuantity: '0' }), aShippingRow()], refunds }, shop);

    expect(drafts.ok && drafts.value.invoice).toMatchObject({
      totalMinor: 105_000,
      customerVatType: 'PRIVATE_PERSON',
      rows: [{ rowId: 'refund-difference', name: 'Jóváírás', quantity: '1', unitNet: '1000.00', grossMinor: 105_000 }],
    });
  });

  it('stops at every fault of an invoice where it is the only row', () => {
    const rows = [{ rowId: 'row-1', quantity: '2', netMinor: 400_000, taxMinor: 108_000 }];
    const refunds = [aRefund({ rows, shippingMinor: 127_000, returnedMinor: 530_000 })];

    const drafts = translate({ rows: [aRow({ currentQuantity: '0' }), aShippingRow()], refunds, buyer: null }, shop);

    expect(!drafts.ok && drafts.problem.name).toBe('NoBuyer');
  });

  it('stands beside a rounding row', () => {
    const refunds = [aRefund({ rows: [], returnedMinor: 105_000 })];
    const roundingRow = { name: 'Kerekítés', vat: '0' };

    const drafts = translate({ refunds, totalMinor: 635_001 }, { ...shop, roundingRow });

    expect(drafts.ok && drafts.value.invoice.rows.map(({ rowId, grossMinor }) => [rowId, grossMinor])).toStrictEqual([
      ['row-1', 508_000],
      ['shipping-1', 127_000],
      ['refund-difference', -105_000],
      ['rounding', 1],
    ]);
  });

  it('leaves no row where it is all the money', () => {
    const drafts = translate({ refunds: [aRefund({ rows: [], returnedMinor: 635_000 })] }, shop);

    expect(drafts.ok && [drafts.value.owedMinor, drafts.value.invoice.rows]).toStrictEqual([0, []]);
  });
});

it.each<[string, Partial<OrderSnapshot>, Partial<ShopSettings>]>([
  ['TotalsMismatch', { totalMinor: 1 }, {}],
  ['VatMismatch', { rows: [aRow({ rates: ['5'] })], totalMinor: 508_000 }, {}],
  ['RefundDiffers', { refunds: [aRefund({ returnedMinor: 1 })] }, {}],
  ['RefundDiffers', { refunds: [aRefund({ rows: [], returnedMinor: 105_000 })] }, {}],
  ['CancelledNotRefunded', CANCELLED, {}],
  ['VatCaseNotMapped', { taxExempt: true }, {}],
  ['UnmappedPayment', { gateways: ['manual'] }, {}],
  [
    'InvalidTaxNumber',
    { buyer: aBuyer({ company: 'Minta Kft.' }), notes: [{ name: 'note_attributes.adoszam', value: '1' }] },
    {},
  ],
  ['NoBuyer', { buyer: null }, {}],
  ['GiftCardSold', { rows: [aRow({ kind: 'giftcard' })], totalMinor: 508_000 }, {}],
  ['ExchangeRateMissing', { currency: 'EUR' }, {}],
])('is the problem %s', (name, order, shop) => {
  const drafts = translate(order, shop);

  expect(!drafts.ok && drafts.problem.name).toBe(name);
});

const translate = (order: Partial<OrderSnapshot>, shop: Partial<ShopSettings>) =>
  translateOrder(anOrder(order), aShop(shop), anAccount());
