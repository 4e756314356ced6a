import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compare,
  divide,
  formatDecimal,
  minus,
  plus,
  round,
  sumOf,
  times,
  toDecimal,
} from '../../../lib/event/decimal.ts';

describe('reading and writing', () => {
  it.each([
    ['1.50', 0, '1.5'],
    ['1.5', 2, '1.50'],
    ['27.0000', 0, '27'],
    ['0.05', 0, '0.05'],
    ['-0.5', 0, '-0.5'],
    ['-0', 0, '0'],
    ['100', 0, '100'],
    ['0', 2, '0.00'],
    ['0012.10', 2, '12.10'],
  ])('writes %s with at least %i decimals as %s', (text, decimals, written) => {
    expect(formatDecimal(toDecimal(text), decimals)).toBe(written);
  });

  it('reads back every number it writes', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.nat({ max: 12 }), (units, scale) => {
        const text = formatDecimal({ units, scale }, 0);

        expect(compare(toDecimal(text), { units, scale })).toBe(0);
      }),
    );
  });
});

describe('reckoning', () => {
  it('adds, subtracts and multiplies exactly where a float would not', () => {
    const results = [
      plus(toDecimal('0.1'), toDecimal('0.2')),
      minus(toDecimal('0.3'), toDecimal('0.1')),
      times(toDecimal('1.1'), toDecimal('1.1')),
      sumOf(['6', '2.5', '0.125'].map(toDecimal)),
    ];

    expect(results.map((result) => formatDecimal(result, 0))).toStrictEqual(['0.3', '0.2', '1.21', '8.625']);
  });

  it.each([
    ['1', '3', 2, '0.33'],
    ['2', '3', 2, '0.67'],
    ['1', '8', 2, '0.13'],
    ['-1', '8', 2, '-0.13'],
    ['1', '-8', 2, '-0.13'],
    ['0.001', '0.3', 4, '0.0033'],
    ['1000', '0.5', 0, '2000'],
  ])('divides %s by %s with %i decimals, half away from zero, to %s', (a, b, decimals, quotient) => {
    expect(formatDecimal(divide(toDecimal(a), toDecimal(b), decimals), 0)).toBe(quotient);
  });

  it.each([
    ['0.5', '1'],
    ['-0.5', '-1'],
    ['0.4999', '0'],
    ['2.5', '3'],
  ])('rounds %s to %s', (text, rounded) => {
    expect(formatDecimal(round(toDecimal(text), 0), 0)).toBe(rounded);
  });
});
