import { describe, expect, it } from 'vitest';
import { ok } from '../../../lib/event/result.ts';
import { PAYMENTS } from '../../../lib/settings/payments.ts';
import { isPaidInSeveralWays, paymentOf, paymentOfOrder } from '../../../lib/translate/payment.ts';

describe('names that leave no doubt', () => {
  it.each([
    ['bacs', 'transfer'],
    ['Bank Deposit', 'transfer'],
    ['banki atutalas', 'transfer'],
    ['SIMPLEWIRE', 'transfer'],
    ['Cash on Delivery (COD)', 'c.o.d.'],
    ['cod', 'c.o.d.'],
    ['COD4', 'c.o.d.'],
    ['UTÁNVÉT', 'c.o.d.'],
    ['Készpénz', 'cash'],
    ['shopify_payments', 'bankcard'],
    ['Barion', 'bankcard'],
    ['paypal', 'bankcard'],
    ['Money Order', 'cheque'],
    ['gift_card', 'other'],
    ['SZÉP', 'other'],
    ['bacs_debit', 'direct debit'],
    ['sepa_debit', 'direct debit'],
  ])('takes %s for %s', (gateway, payment) => {
    expect(paymentOf([gateway], {})).toStrictEqual(ok(payment));
  });

  it.each(['manual', 'bogus', 'visa', 'my bacs', 'bacs 2', 'iyzico - Kredi ve Banka Kartları', 'constructor'])(
    'does not guess at %s',
    (gateway) => {
      const payment = paymentOf([gateway], {});

      expect(payment).toStrictEqual({
        ok: false,
        problem: {
          name: 'UnmappedPayment',
          text: `The way of payment «${gateway}» has no entry in settings.payments.`,
          fields: [{ path: 'settings.payments', value: gateway, allowed: PAYMENTS }],
        },
      });
    },
  );

  it.each([[[]], [['']], [[' ', '']]])('has no payment for %j', (gateways) => {
    const payment = paymentOf(gateways, {});

    expect(!payment.ok && payment.problem).toStrictEqual({
      name: 'UnmappedPayment',
      text: 'The shop names no way of payment; settings.payments has none for the empty text.',
      fields: [{ path: 'settings.payments', value: '', allowed: PAYMENTS }],
    });
  });
});

describe('the shop’s own mapping', () => {
  it('goes before the names that everybody knows', () => {
    expect(paymentOf(['paypal'], { paypal: 'other' })).toStrictEqual(ok('other'));
    expect(paymentOf(['manual'], { manual: 'transfer' })).toStrictEqual(ok('transfer'));
    expect(paymentOf([], { '': 'cash' })).toStrictEqual(ok('cash'));
  });

  it('prefers the exact text to one that differs in accents and case', () => {
    const mapping = { utanvet: 'cash', Utánvét: 'c.o.d.' } as const;

    expect(paymentOf(['Utánvét'], mapping)).toStrictEqual(ok('c.o.d.'));
    expect(paymentOf(['utanvet'], mapping)).toStrictEqual(ok('cash'));
    expect(paymentOf(['UTANVET'], mapping)).toStrictEqual(ok('cash'));
  });
});

describe('several gateways', () => {
  it.each([
    [['bogus', 'gift_card'], ok('bankcard')],
    [['gift_card', 'bogus', ''], ok('bankcard')],
    [['Gift Card', 'bogus'], ok('bankcard')],
    [['gift_card', 'gift_card'], ok('other')],
    [['bogus', 'Bogus'], ok('bankcard')],
  ])('lets the other count beside a gift card: %j', (gateways, payment) => {
    expect(paymentOf(gateways, { bogus: 'bankcard' })).toStrictEqual(payment);
  });

  it('refuses two that both bring money, as nobody says how much', () => {
    const payment = paymentOf(['Barion', 'cod', 'gift_card'], {});

    expect(!payment.ok && payment.problem).toStrictEqual({
      name: 'UnmappedPayment',
      text: 'The order was paid in several ways, and the shop does not say how much in each.',
      fields: [{ path: 'settings.payments', value: 'Barion, cod', allowed: PAYMENTS }],
    });
  });
});

it.each([
  [[], false],
  [['Barion'], false],
  [['Barion', 'BARION', ' '], false],
  [['Barion', 'gift_card'], false],
  [['Barion', 'cod'], true],
])('takes an order by %j for one that is paid in several ways: %j', (gateways, isSeveral) => {
  expect(isPaidInSeveralWays(gateways)).toBe(isSeveral);
});

it('asks for no gateway where an order costs nothing', () => {
  expect(paymentOfOrder({ gateways: [''], totalMinor: 0 }, { payments: {} })).toStrictEqual(ok('other'));
  expect(paymentOfOrder({ gateways: ['Barion'], totalMinor: 0 }, { payments: {} })).toStrictEqual(ok('bankcard'));
  expect(paymentOfOrder({ gateways: [], totalMinor: 1 }, { payments: {} }).ok).toBe(false);
});
