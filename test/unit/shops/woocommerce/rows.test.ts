import { describe, expect, it } from 'vitest';
import { woocommerceOrder, woocommerceProblem } from '../../../support/woocommerce-webhooks.ts';

const TAX_LINES = [{ rate_id: 4, rate_percent: 27 }];
const LINE = { id: 1, name: 'Tea', quantity: 1, total: '10.00', total_tax: '2.70', taxes: [{ id: 4, total: '2.7' }] };

const rowsOf = (fields: object) => woocommerceOrder('order-created.minimal', { tax_lines: TAX_LINES, ...fields }).rows;

const rowOf = (line: object) => rowsOf({ line_items: [{ ...LINE, ...line }] })[0];

describe('readRows', () => {
  it.each([
    ['a fraction', 1.5, '1.5'],
    ['a text', '3', '3'],
    ['a text of a fraction', '0.250', '0.25'],
    ['nothing left of it', 0, '0'],
  ])('reads a quantity that is %s', (_case, quantity, expected) => {
    const row = rowOf({ quantity });

    expect([row?.quantity, row?.currentQuantity]).toStrictEqual([expected, expected]);
  });

  it.each([
    ['texts', { total: '17.65', total_tax: '0.35' }],
    ['numbers', { total: 17.65, total_tax: 0.35 }],
    ['numbers with the tail of a double', { total: 17.650000000000002, total_tax: 0.35000000000000003 }],
  ])('reads amounts that are %s', (_case, line) => {
    const row = rowOf(line);

    expect([row?.netMinor, row?.taxMinor, row?.grossMinor]).toStrictEqual([1_765, 35, 1_800]);
  });

  it('keeps its amounts net where prices hold their tax', () => {
    const { rows, taxesIncluded } = woocommerceOrder('order-created.minimal', {
      ...{ prices_include_tax: true, tax_lines: TAX_LINES, line_items: [LINE] },
    });

    expect([taxesIncluded, rows[0]?.netMinor, rows[0]?.grossMinor]).toStrictEqual([true, 1_000, 1_270]);
  });

  it.each([
    ['a text', 'A-1', 'A-1'],
    ['a number', 123, '123'],
    ['null', null, ''],
  ])('reads a SKU that is %s', (_case, sku, expected) => {
    expect(rowOf({ sku })?.sku).toBe(expected);
  });

  it('reads shipping and fees as rows of their own, also a fee that takes off', () => {
    const rows = rowsOf({
      shipping_lines: [
        {
          id: 2,
          method_title: 'Futár &amp; csomagpont',
          total: '5.00',
          total_tax: '1.35',
          taxes: [{ id: '4', total: '1.35' }],
        },
      ],
      fee_lines: [{ id: 3, name: 'Engedmény', total: '-1.00', total_tax: '-0.27', taxes: [{ id: 4, total: '-0.27' }] }],
    });

    expect(rows).toStrictEqual([
      {
        ...{ id: '2', kind: 'shipping', sku: '', name: 'Futár & csomagpont', quantity: '1', currentQuantity: '1' },
        ...{ netMinor: 500, taxMinor: 135, grossMinor: 635, rates: ['27'] },
      },
      {
        ...{ id: '3', kind: 'fee', sku: '', name: 'Engedmény', quantity: '1', currentQuantity: '1' },
        ...{ netMinor: -100, taxMinor: -27, grossMinor: -127, rates: ['27'] },
      },
    ]);
  });

  it('drops free shipping and free fees, and keeps free goods with their rate', () => {
    const free = { total: '0.00', total_tax: '0.00', taxes: [{ id: 4, total: '0' }] };

    const rows = rowsOf({
      line_items: [{ ...LINE, ...free }],
      shipping_lines: [{ id: 2, ...free }],
      fee_lines: [{ id: 3, ...free }],
    });

    expect(rows.map(({ kind, grossMinor, rates }) => [kind, grossMinor, rates])).toStrictEqual([['item', 0, ['27']]]);
  });

  it('takes the parts of a bundle as they come', () => {
    const rows = rowsOf({
      line_items: [
        { ...LINE, bundled_items: [8, 9] },
        { ...LINE, id: 8, total: '0.00', total_tax: '', taxes: [], bundled_by: 1 },
        { ...LINE, id: 9, total: '16.20', total_tax: null, taxes: [], bundled_by: '1' },
      ],
    });

    expect(rows.map(({ id, grossMinor, rates }) => [id, grossMinor, rates])).toStrictEqual([
      ['1', 1_270, ['27']],
      ['8', 0, []],
      ['9', 1_620, []],
    ]);
  });

  it('does not count a coupon, which the lines have taken off already', () => {
    const rows = rowsOf({
      line_items: [LINE],
      coupon_lines: [{ id: 5, code: 'tel', discount: '3.00', discount_tax: '0.81' }],
    });

    expect(rows.map((row) => row.grossMinor)).toStrictEqual([1_270]);
  });

  it.each(['wc_gc_giftcard_amount', 'pw_gift_card_amount'])('knows a gift card that is sold by %s', (key) => {
    expect(rowOf({ meta_data: [{ key, value: '50' }] })?.kind).toBe('giftcard');
  });

  it('numbers the rows that have no id', () => {
    const rows = rowsOf({ line_items: [{ ...LINE, id: null }, LINE], fee_lines: [{ name: 'x', total: 1 }] });

    expect(rows.map((row) => row.id)).toStrictEqual(['line-1', '1', 'fee-1']);
  });

  it.each([
    ['no total', { total: null }, 'line_items.0.total is no amount in EUR'],
    ['a tax that is none', { total_tax: 'x' }, 'line_items.0.total_tax is no amount in EUR'],
    ['more decimals than the currency has', { total: '10.005' }, 'line_items.0.total is no amount in EUR'],
    ['no quantity', { quantity: null }, 'line_items.0.quantity is no number of pieces'],
    ['less than nothing', { quantity: -1 }, 'line_items.0.quantity is no number of pieces'],
    [
      'a rate that the order does not name',
      { taxes: [{ id: 9, total: 1 }] },
      'line_items.0.taxes.0.id names no rate of tax_lines',
    ],
    ['no rate', { taxes: null }, "line_items.0.taxes names no rate for the row's tax"],
  ])('names the place of %s', (_case, line, expected) => {
    const fields = { tax_lines: TAX_LINES, line_items: [{ ...LINE, ...line }] };

    expect(woocommerceProblem('order-created.minimal', fields)).toBe(expected);
  });
});
