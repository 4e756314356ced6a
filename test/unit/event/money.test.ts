import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatMinor, minorDigits, parseMinor } from '../../../lib/event/money.ts';
import { ok } from '../../../lib/event/result.ts';

const CURRENCIES = ['HUF', 'EUR', 'JPY', 'KWD', 'XTS'] as const;

it('reads back every amount that it writes', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.constantFrom(...CURRENCIES), (minor, currency) => {
      const text = formatMinor(minor, currency);

      expect(parseMinor(text, currency)).toStrictEqual(ok(minor));
    }),
  );
});

it('reads an amount of money the same as a number and as a text', () => {
  fc.assert(
    fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), (cents) => {
      const number = cents / 100;

      expect(parseMinor(number, 'EUR')).toStrictEqual(parseMinor(formatMinor(cents, 'EUR'), 'EUR'));
    }),
  );
});

it.each([
  ['HUF', 2],
  ['EUR', 2],
  ['JPY', 0],
  ['KWD', 3],
])('counts the decimals of %s as %i', (currency, digits) => {
  expect(minorDigits(currency)).toBe(digits);
});

it.each([
  ['875.00', 'EUR', 87_500],
  ['1990', 'HUF', 199_000],
  ['1990.000000', 'HUF', 199_000],
  ['1990.', 'HUF', 199_000],
  [' 12.5 ', 'EUR', 1_250],
  [-3.5, 'EUR', -350],
  [195.66, 'EUR', 19_566],
  ['-0.00', 'EUR', 0],
  ['1200', 'JPY', 1_200],
  ['1200.0', 'JPY', 1_200],
  ['1.234', 'KWD', 1_234],
  ['0007', 'EUR', 700],
])('reads %j %s as %i minor units', (amount, currency, minor) => {
  const parsed = parseMinor(amount, currency);

  expect(parsed).toStrictEqual(ok(minor));
});

it.each([
  ['', 'EUR', 'not an amount: ""'],
  ['12,50', 'EUR', 'not an amount: "12,50"'],
  ['1 990', 'HUF', 'not an amount: "1 990"'],
  ['+1', 'EUR', 'not an amount: "+1"'],
  ['.5', 'EUR', 'not an amount: ".5"'],
  ['1e3', 'EUR', 'not an amount: "1e3"'],
  ['٣', 'EUR', 'not an amount: "٣"'],
  [Number.NaN, 'EUR', 'not an amount: null'],
  [1e21, 'EUR', 'not an amount: 1e+21'],
  ['1.005', 'EUR', 'more than 2 decimals for EUR: 1.005'],
  ['0.5', 'JPY', 'more than 0 decimals for JPY: 0.5'],
  ['1.2345', 'KWD', 'more than 3 decimals for KWD: 1.2345'],
  ['90071992547409.92', 'EUR', 'too large an amount: 90071992547409.92'],
])('refuses %j %s', (amount, currency, problem) => {
  const parsed = parseMinor(amount, currency);

  expect(parsed).toStrictEqual({ ok: false, problem });
});

it('quotes no more than forty characters of what it refuses', () => {
  const parsed = parseMinor('x'.repeat(1_000), 'EUR');

  expect(parsed).toStrictEqual({ ok: false, problem: `not an amount: "${'x'.repeat(39)}` });
});

it.each([
  [195_566, 'HUF', '1955.66'],
  [5, 'EUR', '0.05'],
  [-5, 'EUR', '-0.05'],
  [0, 'EUR', '0.00'],
  [0, 'JPY', '0'],
  [-12, 'JPY', '-12'],
  [12, 'KWD', '0.012'],
])('writes %i minor units of %s as %s', (minor, currency, text) => {
  expect(formatMinor(minor, currency)).toBe(text);
});
