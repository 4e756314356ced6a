import { describe, expect, it } from 'vitest';
import type { OrderSnapshot } from '../../../lib/event/snapshot.ts';
import type { Instant } from '../../../lib/event/time.ts';
import { type Allowance, owedOf } from '../../../lib/translate/owed.ts';
import { anOrder, aRefund, aRow, aShippingRow } from '../../support/orders.ts';

const CANCELLED = { cancelledAt: '2026-12-03T10:00:00.000Z' as Instant };
const ALL_BACK = aRefund({
  rows: [{ rowId: 'row-1', quantity: '2', netMinor: 400_000, taxMinor: 108_000 }],
  shippingMinor: 127_000,
  returnedMinor: 635_000,
});

const EXACT: Allowance = { perRowMinor: 0, refundDifference: false };
const WITHIN_ONE: Allowance = { perRowMinor: 1, refundDifference: false };
const WITH_DIFFERENCE: Allowance = { perRowMinor: 0, refundDifference: true };
const CHEAP_SHIPPING = aShippingRow({ netMinor: 50_000, taxMinor: 13_500, grossMinor: 63_500 });

it('owes every row of an order that nobody has touched', () => {
  const owed = owedOf(anOrder());

  expect(owed).toStrictEqual({
    ok: true,
    value: {
      rows: [
        { index: 0, row: aRow(), quantity: '2', netMinor: 400_000, taxMinor: 108_000, grossMinor: 508_000 },
        { index: 1, row: aShippingRow(), quantity: '1', netMinor: 100_000, taxMinor: 27_000, grossMinor: 127_000 },
      ],
      differenceMinor: 0,
      totalMinor: 635_000,
    },
  });
});

describe('totals', () => {
  it('shows both sums where the rows miss the total', () => {
    const owed = owedOf(anOrder({ totalMinor: 615_000 }));

    expect(owed).toStrictEqual({
      ok: false,
      problem: {
        name: 'TotalsMismatch',
        text: 'The rows add up to 6350.00 HUF, the order says 6150.00 HUF.',
        fields: [{ path: 'totalMinor', value: '6150.00', allowed: ['6350.00'] }],
      },
    });
  });

  it('takes the order’s total where it is missed by no more than told', () => {
    const orders = [634_998, 635_002, 634_997, 635_003].map((totalMinor) =>
      owedOf(anOrder({ totalMinor }), WITHIN_ONE),
    );

    expect(orders.map((owed) => (owed.ok ? owed.value.totalMinor : owed.problem.name))).toStrictEqual([
      634_998,
      635_002,
      'TotalsMismatch',
      'TotalsMismatch',
    ]);
  });

  it('refuses an order of less than nothing', () => {
    const back = { netMinor: -1000, taxMinor: -270, grossMinor: -1270 };

    expect(owedOf(anOrder({ rows: [aRow(back)], totalMinor: -1270 }))).toStrictEqual({
      ok: false,
      problem: {
        name: 'TotalsMismatch',
        text: 'The order comes to -12.70 HUF, which is less than nothing.',
        fields: [{ path: 'totalMinor', value: '-12.70', allowed: [] }],
      },
    });
  });
});

describe('refunds', () => {
  it('takes off what went back', () => {
    const rows = [aRow({ currentQuantity: '1' }), aShippingRow()];

    expect(outcome({ rows, refunds: [aRefund()], currentTotalMinor: 381_000 })).toStrictEqual([
      ['1', 254_000],
      ['1', 127_000],
    ]);
  });

  it('takes shipping off', () => {
    const refunds = [aRefund({ rows: [], shippingMinor: 127_000, returnedMinor: 127_000 })];

    expect(outcome({ refunds })).toStrictEqual([
      ['2', 508_000],
      ['1', 0],
    ]);
  });

  it('takes off what was taken from an order that is not paid, though no money went back', () => {
    const rows = [aRow({ currentQuantity: '1' }), aShippingRow()];
    const refunds = [aRefund({ returnedMinor: 0 })];

    expect(outcome({ paid: false, rows, refunds, currentTotalMinor: 381_000 })).toStrictEqual([
      ['1', 254_000],
      ['1', 127_000],
    ]);
  });

  it('leaves nothing where all went back', () => {
    const owed = owedOf(
      anOrder({ rows: [aRow({ currentQuantity: '0' }), aShippingRow()], refunds: [ALL_BACK], totalMinor: 635_001 }),
      WITHIN_ONE,
    );

    expect(owed.ok && owed.value.totalMinor).toBe(0);
  });
});

describe('a refund of other money than its rows', () => {
  const oneLeft = [aRow({ currentQuantity: '1' }), aShippingRow()];
  const goodwill = aRefund({ rows: [], returnedMinor: 100_000 });

  it.each<[string, Partial<OrderSnapshot>, unknown]>([
    ['more', { refunds: [goodwill] }, [635_000, -100_000, 535_000]],
    ['less', { rows: oneLeft, refunds: [aRefund({ returnedMinor: 209_00 })] }, [381_000, 233_100, 614_100]],
    [
      'more, which the total of today tells',
      { refunds: [goodwill], currentTotalMinor: 535_000 },
      [635_000, -100_000, 535_000],
    ],
    [
      'less, though all goods are back',
      { rows: [aRow({ currentQuantity: '0' }), aShippingRow()], refunds: [{ ...ALL_BACK, returnedMinor: 600_000 }] },
      [0, 35_000, 35_000],
    ],
  ])('owes the difference where it is %s', (_title, order, expected) => {
    const owed = owedOf(anOrder(order), WITH_DIFFERENCE);

    const rowsMinor = owed.ok && owed.value.rows.reduce((sum, row) => sum + row.grossMinor, 0);
    expect(owed.ok ? [rowsMinor, owed.value.differenceMinor, owed.value.totalMinor] : owed.problem).toStrictEqual(
      expected,
    );
  });

  it('is a letter where nothing is said of an allowance', () => {
    const owed = owedOf(anOrder({ refunds: [aRefund({ rows: [], returnedMinor: 105_000 })] }));

    expect(!owed.ok && owed.problem.name).toBe('RefundDiffers');
  });

  it('owes nothing where all the money is back without its rows', () => {
    expect(owedOf(anOrder({ refunds: [{ ...goodwill, returnedMinor: 635_000 }] }), WITH_DIFFERENCE)).toStrictEqual({
      ok: true,
      value: { rows: [], differenceMinor: 0, totalMinor: 0 },
    });
  });

  it.each<[string, Partial<OrderSnapshot>, Allowance, string]>([
    ['is not allowed', { refunds: [goodwill] }, WITHIN_ONE, 'RefundDiffers'],
    [
      'is of an edited order',
      { rows: oneLeft, refunds: [goodwill], currentTotalMinor: 381_000 },
      WITH_DIFFERENCE,
      'RefundDiffers',
    ],
    ['is of an order that is not paid', { paid: false, refunds: [goodwill] }, WITH_DIFFERENCE, 'RefundDiffers'],
    [
      'is no money at all',
      { rows: oneLeft, refunds: [aRefund({ returnedMinor: 0 })] },
      WITH_DIFFERENCE,
      'RefundDiffers',
    ],
    [
      'is of a row that the order does not have',
      {
        refunds: [
          aRefund({ rows: [{ rowId: 'money in EUR', quantity: '0', netMinor: 0, taxMinor: 0 }], returnedMinor: 0 }),
        ],
      },
      WITH_DIFFERENCE,
      'RefundDiffers',
    ],
    [
      'is more than there was',
      { refunds: [{ ...goodwill, returnedMinor: 635_001 }] },
      WITH_DIFFERENCE,
      'TotalsMismatch',
    ],
    ['is of a cancelled order', { ...CANCELLED, refunds: [goodwill] }, WITH_DIFFERENCE, 'CancelledNotRefunded'],
    [
      'is a fee that was kept of a cancelled order',
      {
        ...CANCELLED,
        rows: [aRow({ currentQuantity: '0' }), aShippingRow()],
        refunds: [{ ...ALL_BACK, returnedMinor: 600_000 }],
      },
      WITH_DIFFERENCE,
      'CancelledNotRefunded',
    ],
  ])('is a letter where it %s', (_title, order, allowance, name) => {
    const owed = owedOf(anOrder(order), allowance);

    expect(owed.ok ? owed.value : owed.problem.name).toBe(name);
  });
});

describe('edits', () => {
  it('owes the quantities of today, checked against the total of today', () => {
    const rows = [aRow({ currentQuantity: '1' }), aShippingRow()];

    expect(outcome({ rows, currentTotalMinor: 381_000, totalMinor: 1 })).toStrictEqual([
      ['1', 254_000],
      ['1', 127_000],
    ]);
    const missed = owedOf(anOrder({ rows, currentTotalMinor: 380_999 }));
    expect(!missed.ok && missed.problem.fields).toStrictEqual([
      { path: 'currentTotalMinor', value: '3809.99', allowed: ['3810.00'] },
    ]);
  });

  it('drops a row of which nothing is left', () => {
    const rows = [aRow({ currentQuantity: '0' }), aShippingRow()];

    expect(outcome({ rows, currentTotalMinor: 127_000 })).toStrictEqual([['1', 127_000]]);
  });

  it.each<[string, Partial<OrderSnapshot>, unknown]>([
    ['owes no shipping that was taken off', { rows: [aRow()], currentTotalMinor: 508_000 }, [['2', 508_000]]],
    [
      'owes lowered shipping',
      { rows: [aRow(), CHEAP_SHIPPING], currentTotalMinor: 571_500 },
      [
        ['2', 508_000],
        ['1', 63_500],
      ],
    ],
    [
      'owes a row that was added',
      { rows: [aRow(), aRow({ id: 'row-2' }), aShippingRow()], currentTotalMinor: 1_143_000 },
      [
        ['2', 508_000],
        ['2', 508_000],
        ['1', 127_000],
      ],
    ],
    ['bills no shipping that is gone from the total alone', { currentTotalMinor: 508_000 }, 'TotalsMismatch'],
    ['bills no lowered total that no row explains', { currentTotalMinor: 634_999 }, 'TotalsMismatch'],
    [
      'bills no lowered total beside a refund',
      {
        rows: [aRow({ currentQuantity: '1' }), aShippingRow()],
        refunds: [aRefund()],
        currentTotalMinor: 380_999,
      },
      'TotalsMismatch',
    ],
  ])('%s, though every quantity is as it was', (_title, order, expected) => {
    expect(outcome(order)).toStrictEqual(expected);
  });

  it.each([
    ['takes it off', 254_000],
    ['does not', 381_000],
    ['takes nothing off', 635_000],
  ])('is none where goods and shipping went back and the total of today %s', (_title, currentTotalMinor) => {
    const refunds = [aRefund({ shippingMinor: 127_000, returnedMinor: 381_000 })];
    const rows = [aRow({ currentQuantity: '1' }), aShippingRow()];

    expect(outcome({ rows, refunds, currentTotalMinor })).toStrictEqual([
      ['1', 254_000],
      ['1', 0],
    ]);
  });

  it('takes the refunds of an edited order into account', () => {
    const rows = [aRow({ id: 'row-0', currentQuantity: '1' }), aRow({ currentQuantity: '1' })];

    expect(outcome({ rows, refunds: [aRefund()], currentTotalMinor: 508_000 })).toStrictEqual([
      ['1', 254_000],
      ['1', 254_000],
    ]);
  });
});

describe('a cancelled order', () => {
  const nothing: readonly unknown[] = [];

  it.each<[string, Partial<OrderSnapshot>]>([
    ['was never paid', { paid: false }],
    ['was never paid and does not even add up', { paid: false, totalMinor: 1 }],
    ['has all its money back', { refunds: [{ ...ALL_BACK, rows: [], shippingMinor: 0 }] }],
    [
      'was edited, paid and then refunded in full',
      {
        rows: [aRow({ currentQuantity: '0' })],
        refunds: [aRefund()],
        totalMinor: 508_000,
        currentTotalMinor: 0,
      },
    ],
  ])('owes nothing where it %s', (_title, order) => {
    expect(outcome({ ...CANCELLED, ...order })).toStrictEqual(nothing);
  });

  it('shows what was paid and what went back where money was kept', () => {
    const owed = owedOf(anOrder({ ...CANCELLED, refunds: [aRefund()] }));

    expect(owed).toStrictEqual({
      ok: false,
      problem: {
        name: 'CancelledNotRefunded',
        text: 'The order is cancelled and was paid, but of 6350.00 HUF only 2540.00 HUF went back.',
        fields: [{ path: 'refunds', value: '2540.00', allowed: ['6350.00'] }],
      },
    });
  });

  it('has not its money back only because its quantities are gone', () => {
    const rows = [aRow({ currentQuantity: '0' })];

    expect(outcome({ ...CANCELLED, rows, totalMinor: 508_000, currentTotalMinor: 0 })).toBe('CancelledNotRefunded');
  });
});

describe('a refund whose rows nobody has told', () => {
  const told = (returnedMinor: number, more: Partial<OrderSnapshot> = {}): OrderSnapshot =>
    anOrder({
      coverage: 'without-refund-rows',
      refunds: [{ id: 'refund-1', rows: [], shippingMinor: 0, returnedMinor }],
      ...more,
    });

  it.each([
    ['at once', EXACT],
    ['also where other differences have a row of their own', WITH_DIFFERENCE],
  ])('is a letter with both sums %s', (_title, allowance) => {
    expect(owedOf(told(162_000), allowance)).toStrictEqual({
      ok: false,
      problem: {
        name: 'RefundRowsUnknown',
        text: '1620.00 HUF of 6350.00 HUF went back, and the shop’s message does not say for which rows.',
        fields: [{ path: 'refunds', value: '1620.00', allowed: ['6350.00'] }],
      },
    });
  });

  it.each<[string, OrderSnapshot, string]>([
    ['is of an order that is not paid', told(162_000, { paid: false }), 'RefundRowsUnknown'],
    ['gives back no money', told(0), 'RefundRowsUnknown'],
    ['is more than there was', told(635_001), 'RefundRowsUnknown'],
    ['is of a cancelled order whose money was kept', told(162_000, CANCELLED), 'CancelledNotRefunded'],
    ['is of an order that does not add up', told(162_000, { totalMinor: 1 }), 'TotalsMismatch'],
  ])('is a letter where it %s', (_title, order, name) => {
    const owed = owedOf(order);

    expect(owed.ok ? owed.value : owed.problem.name).toBe(name);
  });

  it.each<[string, OrderSnapshot]>([
    ['all of the money is back', told(635_000)],
    ['the order is cancelled and all of the money is back', told(635_000, CANCELLED)],
    ['the order is cancelled and was never paid', told(162_000, { ...CANCELLED, paid: false })],
  ])('leaves nothing owed where %s', (_title, order) => {
    expect(owedOf(order)).toStrictEqual({ ok: true, value: { rows: [], differenceMinor: 0, totalMinor: 0 } });
  });

  it('stops no order without a refund', () => {
    expect(owedOf(told(0, { refunds: [] })).ok).toBe(true);
  });
});

it('says what is wrong with the totals before the VAT, and with the VAT before the refunds', () => {
  const rows = [aRow({ rates: ['5'] })];
  const refunds = [aRefund({ returnedMinor: 1 })];

  expect(outcome({ rows, refunds, totalMinor: 1 })).toBe('TotalsMismatch');
  expect(outcome({ rows, refunds, totalMinor: 508_000 })).toBe('VatMismatch');
  expect(outcome({ rows: [aRow()], refunds, totalMinor: 508_000 })).toBe('RefundDiffers');
});

const outcome = (overrides: Partial<OrderSnapshot>) => {
  const owed = owedOf(anOrder(overrides));
  return owed.ok ? owed.value.rows.map((row) => [row.quantity, row.grossMinor]) : owed.problem.name;
};
