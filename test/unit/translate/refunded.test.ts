import { expect, it } from 'vitest';
import { formatDecimal } from '../../../lib/translate/decimal.ts';
import { refundedOf } from '../../../lib/translate/refunded.ts';
import { anOrder, aRefund } from '../../support/orders.ts';

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

  expect(refundedOf(anOrder({ refunds })).ok).toBe(true);
});

it('shows both sums where other money went back than rows', () => {
  const refunded = refundedOf(anOrder({ refunds: [aRefund({ returnedMinor: 209_00 })] }));

  expect(refunded).toStrictEqual({
    ok: false,
    problem: {
      name: 'RefundDiffers',
      text: '209.00 HUF went back, but the refunded rows and shipping are worth 2540.00 HUF.',
      fields: [{ path: 'refunds', value: '209.00', allowed: ['2540.00'] }],
    },
  });
});

it.each([
  ['asks for no money of an order that was not paid', false, 0, true],
  ['asks for it once the order is paid', true, 0, false],
  ['asks for all of it where some went back', false, 100, false],
])('%s', (_title, paid, returnedMinor, expected) => {
  const refunded = refundedOf(anOrder({ paid, refunds: [aRefund({ shippingMinor: 127_000, returnedMinor })] }));

  expect(refunded.ok).toBe(expected);
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

  expect(!refunded.ok && refunded.problem.name).toBe('RefundDiffers');
});
