import { describe, expect, it } from 'vitest';
import { problemOf, snapshotOf } from '../../../support/shopify-orders.ts';

describe('readRows', () => {
  it('takes allocated discounts off and the tax out of a gross price', () => {
    const { rows } = snapshotOf('orders-paid.huf');

    expect(rows.map(figuresOf)).toStrictEqual([
      ['item', 578_740, 156_260, 735_000, ['27']],
      ['item', 325_714, 16_286, 342_000, ['5']],
      ['shipping', 101_575, 27_425, 129_000, ['27']],
    ]);
  });

  it('adds the tax of every tax line to a net price, and drops shipping that costs nothing or was removed', () => {
    const { rows } = snapshotOf('orders-create.net-two-taxes');

    expect(rows.map(figuresOf)).toStrictEqual([
      ['item', 10_000, 850, 10_850, ['6', '2.5']],
      ['shipping', 1_000, 35, 1_035, ['3.5']],
    ]);
  });

  it('gives tips, duties and fees rows of their own and none to cash rounding', () => {
    const snapshot = snapshotOf('orders-fulfilled.tip-duty-giftcard');

    expect(snapshot.rows.map((row) => [row.id, ...figuresOf(row)])).toStrictEqual([
      ['9005', 'giftcard', 5_000, 0, 5_000, []],
      ['9006', 'item', 7_874, 2_126, 10_000, ['27']],
      ['4003', 'shipping', 787, 213, 1_000, ['27']],
      ['tip', 'tip', 350, 0, 350, []],
      ['duties', 'duty', 1_250, 0, 1_250, []],
      ['fees', 'fee', 500, 0, 500, []],
    ]);
    expect(snapshot.rows.reduce((sum, row) => sum + row.grossMinor, 0)).toBe(snapshot.totalMinor);
  });

  it('counts a tip that has a line once', () => {
    const { rows } = withLine({ name: 'Borravaló', price: '3.50', tip_payment_gateway: null });

    expect(rows.filter((row) => row.kind === 'tip').map((row) => row.name)).toStrictEqual(['Borravaló']);
  });

  it('takes duties from their lines, with their tax, before the order’s total of them', () => {
    const duty = {
      id: 71,
      shop_money: { amount: '4.00', currency_code: 'EUR' },
      tax_lines: [{ price: '0.85', rate: 0.27 }],
    };

    const { rows } = withLine({ price: '10.00', duties: [duty] });

    expect(rows.filter((row) => row.kind === 'duty').map((row) => [row.id, ...figuresOf(row)])).toStrictEqual([
      ['71', 'duty', 315, 85, 400, ['27']],
    ]);
  });

  it('leaves duties out where the prices include them', () => {
    const { rows } = snapshotOf('orders-fulfilled.tip-duty-giftcard', { fields: { duties_included: true } });

    expect(rows.filter((row) => row.kind === 'duty')).toStrictEqual([]);
  });

  it.each([
    ['the shop’s own figure', { quantity: 3, current_quantity: 1 }, '1'],
    ['the quantity, without a figure or a refund', { quantity: 3 }, '3'],
    ['what refunds have left, without a figure', { id: 9002, quantity: 3 }, '2'],
    ['nothing less than none', { id: 9002, quantity: 0 }, '0'],
  ])('reads as the current quantity %s', (_case, line, expected) => {
    const { rows } = snapshotOf('orders-updated.refunded', { fields: { line_items: [{ price: '1.00', ...line }] } });

    expect(rows[0]?.currentQuantity).toBe(expected);
  });

  it.each([
    ['0.27', ['27']],
    ['0.025', ['2.5']],
    ['0.08875', ['8.875']],
    ['0', ['0']],
    ['0.20999999999999996', ['21']],
    ['0.07000000000000001', ['7']],
    ['0.00000001', ['0.000001']],
    ['"0.18"', ['18']],
  ])('reads the rate %s as the percents %j', (rate, expected) => {
    const { rows } = withLine({ price: '10.00', tax_lines: [{ price: '1.00', rate: JSON.parse(rate) }] });

    expect(rows[0]?.rates).toStrictEqual(expected);
  });

  it('names a line without ids by its place', () => {
    const { rows } = withLine({ id: null, price: '10.00' });

    expect(rows[0]?.id).toBe('line-1');
  });

  it('reads an amount that is a JSON number without a double’s tail', () => {
    const { rows } = withLine({ price: 17.990000000000002 });

    expect(rows[0]?.grossMinor).toBe(1_799);
  });

  it.each([
    ['no price', { price: null }, 'line_items.0.price is missing'],
    ['a price of too many decimals', { price: '1.005' }, 'line_items.0.price is no amount in EUR'],
    ['a price that is a list', { price: ['1'] }, 'line_items.0.price is no amount in EUR'],
    ['no quantity', { quantity: null }, 'line_items.0.quantity is no number of pieces'],
    ['a broken quantity', { quantity: 1.5 }, 'line_items.0.quantity is no number of pieces'],
    ['a negative quantity', { quantity: -1 }, 'line_items.0.quantity is no number of pieces'],
    [
      'too much of all',
      { price: '90000000000.00', quantity: 99_999 },
      'line_items.0.price times the quantity is too large',
    ],
    ['a tax without amount', { tax_lines: [{ rate: 0.27 }] }, 'line_items.0.tax_lines.0.price is missing'],
    ['a tax without rate', { tax_lines: [{ price: '1.00' }] }, 'line_items.0.tax_lines.0.rate is no rate'],
    ['a negative rate', { tax_lines: [{ price: '1.00', rate: -0.1 }] }, 'line_items.0.tax_lines.0.rate is no rate'],
    [
      'a discount without amount',
      { discount_allocations: [{}] },
      'line_items.0.discount_allocations.0.amount is missing',
    ],
    [
      'a discount that is no amount',
      { discount_allocations: [{ amount: '-' }] },
      'line_items.0.discount_allocations.0.amount is no amount in EUR',
    ],
  ])('names the place of %s', (_case, line, expected) => {
    const fields = { line_items: [{ id: 1, quantity: 1, price: '1.00', ...line }] };

    const detail = problemOf('orders-fulfilled.tip-duty-giftcard', { fields });

    expect(detail).toBe(expected);
  });
});

const withLine = (line: Readonly<Record<string, unknown>>) =>
  snapshotOf('orders-fulfilled.tip-duty-giftcard', { fields: { line_items: [{ id: 1, quantity: 1, ...line }] } });

const figuresOf = (row: ReturnType<typeof snapshotOf>['rows'][number]) => [
  row.kind,
  row.netMinor,
  row.taxMinor,
  row.grossMinor,
  row.rates,
];
