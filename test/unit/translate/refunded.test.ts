import { expect, it } from 'vitest';
import { formatDecimal } from '../../../lib/event/decimal.ts';
import type { OrderSnapshot } from '../../../lib/event/snapshot.ts';
import { isSurplusPlain, refundDiffers, refundedOf } from '../../../lib/translate/refunded.ts';
import { anOrder, aRefund } from '../../support/orders.ts';

/** Goods that were a present: a discount has taken all of it. */
const OF_NO_WORTH = { rowId: 'row-1', quantity: '1', netMinor: 100, taxMinor: -100 };

it('adds up what all refunds gave back of a row and of shipping', () => {
  const refunds = [aRefund(), aRefund({ id: 'refund-2', shippingMinor: 127_000, returnedMinor: 381_000 })];

  const refunded = refundedOf(anOrder({ refunds }));

  const row = refunded.ok ? refunded.value.byRow.get('row-1') : undefined;
  expect(refunded.ok && refunded.value.shippingMinor).toBe(127_000);
  expect(row && { ...row, quantity: formatDecimal(row.quantity, 0) }).toStrictEqual({
    quantity: '2',
    netMinor: 400_000,
    taxMinor: 108_000,
    times: 2,
  });
});

it('takes goods back in one refund and their money in the next for settled', () => {
  const refunds = [aRefund({ returnedMinor: 0 }), aRefund({ id: 'refund-2', rows: [], returnedMinor: 254_000 })];

  expect(surplusOf({ refunds })).toBe(0);
});

it.each([
  ['more than the rows and shipping', 400_000, 19_000],
  ['less than them', 209_00, -360_100],
])('reckons what went back as %s', (_title, returnedMinor, surplus) => {
  expect(surplusOf({ refunds: [aRefund({ shippingMinor: 127_000, returnedMinor })] })).toBe(surplus);
});

it.each([
  ['asks for no money of an order that was not paid', false, 0, 0],
  ['asks for it once the order is paid', true, 0, -381_000],
  ['asks for all of it where some went back', false, 100, -380_900],
])('%s', (_title, paid, returnedMinor, surplus) => {
  expect(surplusOf({ paid, refunds: [aRefund({ shippingMinor: 127_000, returnedMinor })] })).toBe(surplus);
});

it('shows both sums where other money went back than rows', () => {
  const order = anOrder({ refunds: [aRefund({ shippingMinor: 1000, returnedMinor: 209_00 })] });
  const refunded = refundedOf(order);
  if (!refunded.ok) throw new Error(refunded.problem.text);

  expect(refundDiffers(order, refunded.value)).toStrictEqual({
    ok: false,
    problem: {
      name: 'RefundDiffers',
      text: '209.00 HUF went back, but the refunded rows and shipping are worth 2550.00 HUF.',
      fields: [{ path: 'refunds', value: '209.00', allowed: ['2550.00'] }],
    },
  });
});

it.each([
  ['of a refund with money', true, [aRefund({ returnedMinor: 1 })], true],
  ['of money alone', true, [aRefund({ rows: [] })], true],
  ['beside a refund of nothing', true, [aRefund(), aRefund({ rows: [], returnedMinor: 0 })], true],
  ['of an order that is not paid', false, [aRefund({ returnedMinor: 1 })], false],
  ['beside rows that went back without money', true, [aRefund(), aRefund({ returnedMinor: 0 })], false],
  [
    'beside shipping that went back without money',
    true,
    [aRefund({ rows: [], shippingMinor: 1, returnedMinor: 0 })],
    false,
  ],
])('takes a surplus %s (paid: %s) for what it is or not', (_title, paid, refunds, expected) => {
  expect(isSurplusPlain({ paid, refunds })).toBe(expected);
});

it('names a row that the order does not have', () => {
  const rows = [{ rowId: 'row-9', quantity: '1', netMinor: 200_000, taxMinor: 54_000 }];

  const refunded = refundedOf(anOrder({ refunds: [aRefund({ rows })] }));

  expect(!refunded.ok && refunded.problem).toStrictEqual({
    name: 'RefundDiffers',
    text: 'A refund gives back the row row-9, which the order does not have.',
    fields: [{ path: 'refunds.0.rows.0.rowId', value: 'row-9', allowed: ['row-1', 'shipping-1'] }],
  });
});

it('refuses to take back less than nothing', () => {
  const rows = [{ rowId: 'row-1', quantity: '-1', netMinor: 200_000, taxMinor: 54_000 }];

  const refunded = refundedOf(anOrder({ refunds: [aRefund({ rows })] }));

  expect(!refunded.ok && refunded.problem).toStrictEqual({
    name: 'RefundDiffers',
    text: 'A refund gives back less than nothing of a row.',
    fields: [{ path: 'refunds.0.rows.0.quantity', value: '-1', allowed: [] }],
  });
});

it.each<[string, Partial<OrderSnapshot>, boolean]>([
  ['money went back', {}, true],
  ['nothing of worth went back', { refunds: [aRefund({ rows: [OF_NO_WORTH], returnedMinor: 0 })] }, true],
  ['goods went back without their money', { refunds: [aRefund({ returnedMinor: 0 })] }, false],
  [
    'shipping went back without its money',
    { refunds: [aRefund({ rows: [], shippingMinor: 1, returnedMinor: 0 })] },
    false,
  ],
  ['nothing was paid', { paid: false }, false],
])('a surplus is plain where %s: %#', (_title, order, isPlain) => {
  expect(isSurplusPlain(anOrder({ refunds: [aRefund()], ...order }))).toBe(isPlain);
});

const surplusOf = (overrides: Partial<OrderSnapshot>): number | string => {
  const refunded = refundedOf(anOrder(overrides));
  return refunded.ok ? refunded.value.surplusMinor : refunded.problem.name;
};
