import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalTextOf, lessDecimal } from '../../../lib/shops/decimal-text.ts';

describe('decimalTextOf', () => {
  it.each([
    [1, '1'],
    [1.5, '1.5'],
    [-2, '-2'],
    [0.1 + 0.2, '0.3'],
    [1e-7, '0'],
    [-0, '0'],
    ['16.50', '16.5'],
    [' 007 ', '7'],
    ['-0.0', '0'],
    ['12.', '12'],
    ['0.1234567', '0.1234567'],
  ])('takes %j as %s', (value, expected) => {
    expect(decimalTextOf(value)).toBe(expected);
  });

  it.each([['1,5'], ['1e3'], [''], ['.5'], ['two'], [null], [true], [Number.NaN], [Infinity], [1e9], [[1]]])(
    'takes %j for no number of things',
    (value) => {
      expect(decimalTextOf(value)).toBeNull();
    },
  );
});

describe('lessDecimal', () => {
  it.each([
    ['2', '1', '1'],
    ['1.5', '0.25', '1.25'],
    ['1.5', '0.5', '1'],
    ['1', '1.5', '-0.5'],
    ['0', '-2', '2'],
    ['0', '0', '0'],
  ])('takes from %s %s and leaves %s', (a, b, expected) => {
    expect(lessDecimal(a, b)).toBe(expected);
  });

  it('gives back what it has taken, exactly', () => {
    const thousandths = fc
      .integer({ min: -1_000_000, max: 1_000_000 })
      .map((each) => decimalTextOf(each / 1_000) ?? '');

    fc.assert(
      fc.property(thousandths, thousandths, (a, b) => {
        expect(lessDecimal(lessDecimal(a, b), lessDecimal('0', b))).toBe(a);
      }),
    );
  });
});
