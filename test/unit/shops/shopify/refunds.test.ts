import { describe, expect, it } from 'vitest';
import { problemOf, snapshotOf } from '../../../support/shopify-orders.ts';

describe('readRefunds', () => {
  it('reads goods, shipping told twice and only the money that went back', () => {
    const { refunds } = snapshotOf('orders-updated.refunded');

    expect(refunds).toStrictEqual([
      {
        id: '3001',
        rows: [{ rowId: '9002', quantity: '1', netMinor: 325_714, taxMinor: 16_286 }],
        shippingMinor: 129_000,
        returnedMinor: 471_000,
      },
    ]);
  });

  it('leaves the subtotal net where prices are without tax', () => {
    const [refund] = read({ refund_line_items: [GOODS] }, { taxes_included: false });

    expect(refund?.rows).toStrictEqual([{ rowId: '9002', quantity: '1', netMinor: 10_000, taxMinor: 2_126 }]);
  });

  it.each([
    ['gross as it is, where prices contain the tax', true, 1_000],
    ['with its tax, where they do not', false, 1_270],
  ])('reads shipping from the lines where there is no adjustment: %s', (_case, taxes_included, expected) => {
    const line = { subtotal_amount_set: setOf('10.00'), tax_amount_set: setOf('2.70') };

    const [refund] = read({ refund_shipping_lines: [line] }, { taxes_included });

    expect(refund?.shippingMinor).toBe(expected);
  });

  it('reads shipping from the lines where the only adjustments are of another kind', () => {
    const [refund] = read({
      order_adjustments: [{ kind: 'refund_discrepancy', amount: '3.00' }],
      refund_shipping_lines: [{ subtotal_amount_set: setOf('10.00') }],
    });

    expect(refund?.shippingMinor).toBe(1_000);
  });

  it('counts no other adjustment as shipping', () => {
    const [refund] = read({ order_adjustments: [{ kind: 'refund_discrepancy', amount: '10.00' }] });

    expect(refund).toStrictEqual({ id: '1', rows: [], shippingMinor: 0, returnedMinor: 0 });
  });

  it('reads money without goods and goods without money', () => {
    const refunds = read(
      { transactions: [{ kind: 'refund', status: 'success', amount: '41.94', currency: null }] },
      {},
      { refund_line_items: [{ ...GOODS, total_tax: 0 }], transactions: [] },
    );

    expect(refunds.map((refund) => [refund.rows.length, refund.returnedMinor])).toStrictEqual([
      [0, 4_194],
      [1, 0],
    ]);
  });

  it.each([
    ['without a set', {}],
    ['with a set of other currencies', { amount_set: { shop_money: { amount: '1.00', currency_code: 'USD' } } }],
  ])('counts money in another currency as none, %s, and lets no such refund pass for settled', (_case, more) => {
    const money = { kind: 'refund', status: 'success', amount: '1.00', currency: 'USD', ...more };

    const [refund] = read({ refund_line_items: [GOODS], transactions: [money] });

    expect(refund).toStrictEqual({
      id: '1',
      rows: [
        { rowId: '9002', quantity: '1', netMinor: 10_000, taxMinor: 2_126 },
        { rowId: 'money in USD', quantity: '0', netMinor: 0, taxMinor: 0 },
      ],
      shippingMinor: 0,
      returnedMinor: 0,
    });
  });

  it('reads money in another currency from its set', () => {
    const money = { kind: 'refund', status: 'success', amount: '2.00', currency: 'USD', amount_set: setOf('1.50') };

    const [refund] = read({ transactions: [money] });

    expect([refund?.rows, refund?.returnedMinor]).toStrictEqual([[], 150]);
  });

  it('gives duties and fees back as amounts of their rows', () => {
    const [refund] = read({
      duties: [{ duty_id: 71, amount_set: setOf('4.00') }],
      total_duties_set: setOf('4.00'),
      total_additional_fees_set: setOf('5.00'),
    });

    expect(refund?.rows).toStrictEqual([
      { rowId: '71', quantity: '0', netMinor: 400, taxMinor: 0 },
      { rowId: 'fees', quantity: '0', netMinor: 500, taxMinor: 0 },
    ]);
  });

  it('gives duties back in one where the refund names none', () => {
    const [refund] = read({ total_duties_set: setOf('4.00') });

    expect(refund?.rows).toStrictEqual([{ rowId: 'duties', quantity: '0', netMinor: 400, taxMinor: 0 }]);
  });

  it('takes the line’s own exact id before the number beside it', () => {
    const line_item = { admin_graphql_api_id: 'gid://shopify/LineItem/487817672276298554' };

    const [refund] = read({ refund_line_items: [{ ...GOODS, line_item_id: 487817672276298500, line_item }] });

    expect(refund?.rows[0]?.rowId).toBe('487817672276298554');
  });

  it.each([
    [
      'a line of nothing',
      { refund_line_items: [{ ...GOODS, line_item_id: null }] },
      'refund_line_items.0.line_item_id is missing',
    ],
    ['no subtotal', { refund_line_items: [{ ...GOODS, subtotal: null }] }, 'refund_line_items.0.subtotal is missing'],
    [
      'no quantity',
      { refund_line_items: [{ ...GOODS, quantity: null }] },
      'refund_line_items.0.quantity is no number of pieces',
    ],
  ])('names the place of %s', (_case, refund, expected) => {
    const detail = problemOf('orders-create.net-two-taxes', { fields: { refunds: [refund] } });

    expect(detail).toBe(`refunds.0.${expected}`);
  });
});

const GOODS = { line_item_id: 9002, quantity: 1, subtotal: 100, total_tax: 21.26 };

const setOf = (amount: string) => ({ shop_money: { amount, currency_code: 'EUR' } });

const read = (refund: object, fields: object = {}, ...others: readonly object[]) =>
  snapshotOf('orders-create.net-two-taxes', {
    fields: { ...fields, refunds: [refund, ...others].map((each, index) => ({ id: index + 1, ...each })) },
  }).refunds;
