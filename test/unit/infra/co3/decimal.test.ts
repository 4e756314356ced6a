import fc from 'fast-check';
import { expect, it } from 'vitest';
import { add, compare, isDecimal, isZero, multiply, round } from '../../../../infra/local/co3/decimal.ts';

it.each([
  ['1955.655', 2, '1955.66'],
  ['-1955.655', 2, '-1955.66'],
  ['0.004', 2, '0.00'],
  ['-0.004', 2, '0.00'],
  ['1955.5', 0, '1956'],
  ['7', 2, '7.00'],
])('rounds %s to %i decimals as %s, half away from zero', (text, decimals, rounded) => {
  expect(round(text, decimals)).toBe(rounded);
});

it('adds and multiplies integers as integers do', () => {
  const integer = fc.integer({ min: -1_000_000, max: 1_000_000 });
  fc.assert(
    fc.property(integer, integer, (a, b) => {
      expect([add(String(a), String(b)), multiply(String(a), String(b))].map(Number)).toStrictEqual([a + b, a * b + 0]);
    }),
  );
});

it('adds what floats cannot', () => {
  expect([add('0.1', '0.2'), multiply('1.005', '1000')]).toStrictEqual(['0.3', '1005.000']);
});

it('compares by value, however many zeros there are', () => {
  expect([compare('1.50', '1.5'), compare('-2', '1'), compare('10', '9')]).toStrictEqual([0, -1, 1]);
  expect(isZero('-0.00')).toBe(true);
});

it.each(['1,5', '', '.5', '5.', '1e3', '+1', '--1', ' 1'])('takes «%s» for no decimal', (text) => {
  expect(isDecimal(text)).toBe(false);
});
