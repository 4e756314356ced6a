import { describe, expect, it } from 'vitest';
import type { OrderSnapshot } from '../../../lib/event/snapshot.ts';
import { isEdited, leftRows } from '../../../lib/translate/left-rows.ts';
import { refundedOf } from '../../../lib/translate/refunded.ts';
import { anOrder, aRefund, aRow, aShippingRow } from '../../support/orders.ts';

describe('a refunded row', () => {
  it('keeps to the minor unit what did not go back', () => {
    const row = aRow({ quantity: '3', currentQuantity: '2', netMinor: 787, taxMinor: 213, grossMinor: 1000 });
    const part = { rowId: 'row-1', quantity: '1', netMinor: 263, taxMinor: 71 };

    const left = leftOf({ rows: [row], refunds: [aRefund({ rows: [part], returnedMinor: 334 })] });

    expect(left).toStrictEqual([['2', 524, 142, 666]]);
  });

  it('may lose money without losing a piece', () => {
    const part = { rowId: 'row-1', quantity: '0', netMinor: 100_000, taxMinor: 27_000 };

    const left = leftOf({ rows: [aRow()], refunds: [aRefund({ rows: [part], returnedMinor: 127_000 })] });

    expect(left).toStrictEqual([['2', 300_000, 81_000, 381_000]]);
  });

  it.each([
    ['more money than it cost', '1', 500_000, 135_000, '1', 'RefundDiffers'],
    ['more pieces than it had money for', '2', 200_000, 54_000, '0', 'RefundDiffers'],
    ['less than nothing', '1', -100, -27, '1', 'RefundDiffers'],
    ['its net, but not its tax', '1', 200_000, 0, '1', 'VatMismatch'],
  ])('is refused where it gave back %s', (_title, quantity, netMinor, taxMinor, currentQuantity, name) => {
    const part = { rowId: 'row-1', quantity, netMinor, taxMinor };
    const refunds = [aRefund({ rows: [part], returnedMinor: netMinor + taxMinor })];

    const left = leftOf({ rows: [aRow({ currentQuantity })], refunds });

    expect(left).toBe(name);
  });

  it('is shown with what went back of it where that is too much', () => {
    const part = { rowId: 'row-1', quantity: '1', netMinor: 500_000, taxMinor: 135_000 };
    const order = anOrder({
      rows: [aShippingRow(), aRow({ currentQuantity: '1' })],
      refunds: [aRefund({ rows: [part], returnedMinor: 635_000 })],
    });

    expect(leftRows(order, refundedAs(order))).toStrictEqual({
      ok: false,
      problem: {
        name: 'RefundDiffers',
        text: 'Of row 2, 1 of 2 went back with 6350.00 HUF of 5080.00 HUF.',
        fields: [{ path: 'rows.1.grossMinor', value: '508000', allowed: [] }],
      },
    });
  });

  it.each([
    ['more of it than it took off', -1001, -270],
    ['money on top of it', 1, 0],
  ])('that takes a discount off is refused where the refund takes back %s', (_title, netMinor, taxMinor) => {
    const row = aRow({ quantity: '2', currentQuantity: '1', netMinor: -1000, taxMinor: -270, grossMinor: -1270 });
    const part = { rowId: 'row-1', quantity: '1', netMinor, taxMinor };

    const left = leftOf({ rows: [row], refunds: [aRefund({ rows: [part], returnedMinor: netMinor + taxMinor })] });

    expect(left).toBe('RefundDiffers');
  });

  it.each([
    ['minor unit', 'EUR', 54_002, 54_003],
    ['forint', 'HUF', 54_200, 54_201],
  ])('may have a tax that is one %s more off for its refund', (_title, currency, taken, refused) => {
    const left = [taken, refused].map((taxMinor) => {
      const part = { rowId: 'row-1', quantity: '1', netMinor: 200_000, taxMinor };
      const refunds = [aRefund({ rows: [part], returnedMinor: 200_000 + taxMinor })];
      return leftOf({ currency, rows: [aRow({ currentQuantity: '1' })], refunds });
    });

    expect(left).toStrictEqual([[['1', 200_000, 108_000 - taken, 308_000 - taken]], 'VatMismatch']);
  });

  it('takes a discount row back as well', () => {
    const row = aRow({ quantity: '1', currentQuantity: '0', netMinor: -1000, taxMinor: -270, grossMinor: -1270 });
    const part = { rowId: 'row-1', quantity: '1', netMinor: -1000, taxMinor: -270 };

    const left = leftOf({ rows: [row], refunds: [aRefund({ rows: [part], returnedMinor: -1270 })] });

    expect(left).toStrictEqual([['0', 0, 0, 0]]);
  });
});

describe('an edited row', () => {
  it.each([
    ['the gross rounded where prices hold the tax', true, ['1', 50, 14, 64]],
    ['net and tax rounded where they do not', false, ['1', 51, 14, 65]],
  ])('is worth its share of today, %s', (_title, taxesIncluded, left) => {
    const row = aRow({ quantity: '2', currentQuantity: '1', netMinor: 101, taxMinor: 27, grossMinor: 128 });

    expect(leftOf({ rows: [row], taxesIncluded })).toStrictEqual([left]);
  });

  it('may have grown', () => {
    expect(leftOf({ rows: [aRow({ currentQuantity: '4' })] })).toStrictEqual([['4', 800_000, 216_000, 1_016_000]]);
  });

  it('is told from a refunded one by its quantities', () => {
    const edited = anOrder({ rows: [aRow({ currentQuantity: '1' })] });
    const refunded = anOrder({ rows: [aRow({ currentQuantity: '1.0' })], refunds: [aRefund()] });

    expect([edited, refunded].map(isEditedOrder)).toStrictEqual([true, false]);
  });

  it('is enough for an order to be edited, whatever the others are', () => {
    const order = anOrder({ rows: [aRow({ currentQuantity: '1' }), aRow({ id: 'row-2' })] });

    expect(isEditedOrder(order)).toBe(true);
  });

  it('is told by a total of today that no refund explains', () => {
    const orders = [634_999, 635_000, 381_000].map((currentTotalMinor) => anOrder({ currentTotalMinor }));

    expect(orders.map(isEditedOrder)).toStrictEqual([true, false, true]);
  });
});

const isEditedOrder = (order: OrderSnapshot): boolean => {
  const refunded = refundedOf(order);
  return refunded.ok && isEdited(order, refunded.value);
};

const refundedAs = (order: OrderSnapshot) => {
  const refunded = refundedOf(order);
  if (!refunded.ok) throw new Error(refunded.problem.text);
  return refunded.value;
};

const leftOf = (overrides: Partial<OrderSnapshot>) => {
  const order = anOrder(overrides);
  const left = leftRows(order, refundedAs(order));
  if (!left.ok) return left.problem.name;
  return left.value.map((row) => [row.quantity, row.netMinor, row.taxMinor, row.grossMinor]);
};
