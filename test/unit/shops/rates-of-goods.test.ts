import { describe, expect, it } from 'vitest';
import type { OrderRow } from '../../../lib/event/snapshot.ts';
import { dearestRate, overRates } from '../../../lib/shops/rates-of-goods.ts';
import { aRow } from '../../support/orders.ts';

const goods = (...rows: readonly (readonly [number, string | null])[]): readonly OrderRow[] =>
  rows.map(([grossMinor, percent]) => aRow({ grossMinor, rates: percent === null ? [] : [percent] }));

describe('an amount over the rates of the goods', () => {
  it.each([
    ['all to the only rate', goods([3_000, '27'], [1_000, '27']), { 27: -1_000 }],
    ['in the proportion of what is bought at each', goods([3_000, '27'], [1_000, '5']), { 27: -750, 5: -250 }],
    ['to the fillér', goods([1_000, '27'], [1_000, '5'], [1_000, '18']), { 27: -333, 5: -334, 18: -333 }],
    ['nothing to goods that are taken back', goods([3_000, '27'], [-1_000, '5']), { 27: -1_000, 5: 0 }],
    ['to goods without tax as to 0 %', goods([3_000, '27'], [1_000, null]), { 27: -750, 0: -250 }],
    ['all to the first where nothing costs anything', goods([0, '5'], [0, '27']), { 5: -1_000, 27: 0 }],
  ])('goes %s', (_, rows, expected) => {
    const parts = overRates(-1_000, rows);

    expect(Object.fromEntries(parts.map(({ percent, grossMinor }) => [percent, grossMinor + 0]))).toStrictEqual(
      expected,
    );
    expect(parts.reduce((sum, { grossMinor }) => sum + grossMinor, 0)).toBe(-1_000);
  });
});

describe('the rate of the dearest goods', () => {
  it.each([
    [goods([1_000, '27'], [3_000, '5']), '5'],
    [goods([3_000, '27'], [3_000, '5']), '27'],
    [goods([3_000, null]), '0'],
    [goods(), '0'],
  ])('is found', (rows, expected) => {
    expect(dearestRate(rows)).toBe(expected);
  });
});
