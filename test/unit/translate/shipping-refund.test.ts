import { expect, it } from 'vitest';
import type { OrderRow } from '../../../lib/event/snapshot.ts';
import { lessShipping } from '../../../lib/translate/shipping-refund.ts';
import { anOrder, aRow, aShippingRow } from '../../support/orders.ts';

const books = aShippingRow({ id: 'shipping-2', netMinor: 100_000, taxMinor: 5000, grossMinor: 105_000, rates: ['5'] });

const DEAR_BOOKS = { ...books, netMinor: 120_952, taxMinor: 6048, grossMinor: 127_000 };

it('takes the whole shipping off', () => {
  expect(after([aRow(), aShippingRow()], 127_000)).toStrictEqual([
    [400_000, 508_000],
    [0, 0],
  ]);
});

it('takes a part off with its share of the tax', () => {
  expect(after([aShippingRow()], 63_500)).toStrictEqual([[50_000, 63_500]]);
});

it('leaves everything where nothing went back', () => {
  expect(after([aShippingRow(), books], 0)).toStrictEqual([
    [100_000, 127_000],
    [100_000, 105_000],
  ]);
});

it('finds the one row of several that is worth what went back', () => {
  expect(after([aShippingRow(), books], 105_000)).toStrictEqual([
    [100_000, 127_000],
    [0, 0],
  ]);
});

it('empties all of several', () => {
  expect(after([aShippingRow(), books], 232_000)).toStrictEqual([
    [0, 0],
    [0, 0],
  ]);
});

it('goes from one row to the next where one percent stands on both', () => {
  expect(after([aShippingRow(), aShippingRow({ id: 'shipping-2' })], 190_500)).toStrictEqual([
    [0, 0],
    [50_000, 63_500],
  ]);
});

it('takes either of two that are worth what went back where one percent stands on both', () => {
  expect(after([aShippingRow(), aShippingRow({ id: 'shipping-2' }), books], 127_000)).toStrictEqual([
    [0, 0],
    [100_000, 127_000],
    [100_000, 105_000],
  ]);
});

it.each([
  ['what two rows of two percents are worth', [aShippingRow(), DEAR_BOOKS], 127_000],
  ['a part of two percents', [aShippingRow(), books], 50_000],
  ['more than there was', [aShippingRow()], 127_001],
  ['less than nothing', [aShippingRow()], -1],
  ['shipping where there was none', [aRow()], 100],
])('refuses %s', (_title, rows, minor) => {
  expect(after(rows, minor)).toBe('RefundDiffers');
});

it('shows what went back, of what, and with which percents', () => {
  const owed = [aShippingRow(), books].map((row, index) => ({ ...row, index, row }));

  expect(lessShipping(anOrder(), owed, 50_000)).toStrictEqual({
    ok: false,
    problem: {
      name: 'RefundDiffers',
      text: '500.00 HUF of shipping went back, of 2320.00 HUF with 27 % and 5 % VAT.',
      fields: [{ path: 'refunds', value: '500.00', allowed: [] }],
    },
  });
});

it('takes nothing off the goods, nor off free shipping', () => {
  const free = aShippingRow({ id: 'shipping-2', netMinor: 0, taxMinor: 0, grossMinor: 0, rates: ['5'] });

  expect(after([aRow(), free, aShippingRow()], 63_500)).toStrictEqual([
    [400_000, 508_000],
    [0, 0],
    [50_000, 63_500],
  ]);
});

const after = (rows: readonly OrderRow[], minor: number) => {
  const owed = rows.map((row, index) => ({ ...row, index, row }));
  const left = lessShipping(anOrder(), owed, minor);
  return left.ok ? left.value.map((row) => [row.netMinor, row.grossMinor]) : left.problem.name;
};
