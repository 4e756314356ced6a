import { describe, expect, it } from 'vitest';
import { formatDecimal } from '../../../lib/event/decimal.ts';
import { grossOf, isPercent, taxError, toFactor } from '../../../lib/translate/vat-factor.ts';

it.each([
  ['27', '1.27'],
  ['8.5', '1.085'],
  ['0', '1'],
])('multiplies by its factor: %s percent is %s', (percent, factor) => {
  expect(formatDecimal(toFactor(percent), 0)).toBe(factor);
});

describe('the gross of a row', () => {
  it.each([
    ['2', '2000.00', '27', 2, 508_000],
    ['3', '3.333', '27', 2, 1270],
    ['1.5', '10', '27', 2, 1905],
    ['1', '0.005', '0', 2, 1],
    ['-1', '0.005', '0', 2, -1],
    ['1', '787.4', '27', 0, 1000],
    ['1', '1.2345', '0', 3, 1235],
  ])(
    'of %s pieces at %s net and %s percent is rounded once with %i decimals',
    (quantity, price, percent, digits, gross) => {
      expect(grossOf(quantity, price, percent, digits)).toBe(gross);
    },
  );
});

it.each([
  ['27', true],
  ['8.25', true],
  ['0', true],
  ['', false],
  ['EUT', false],
  ['27 %', false],
  ['A27', false],
  ['27.', false],
])('takes %j for a percent: %j', (vat, expected) => {
  expect(isPercent(vat)).toBe(expected);
});

it('says how far a tax is from its rate', () => {
  expect(formatDecimal(taxError(19_900, 398, '6'), 0)).toBe('796');
});
