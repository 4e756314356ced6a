import fc from 'fast-check';
import { expect, it } from 'vitest';
import { spread, taxOn, taxWithin, timesOf } from '../../../lib/shops/exact.ts';

it.each([
  [3990, 2, 798_000],
  ['970.0714', '1', 97_007],
  ['3141.7323', 3, 942_520],
  [333, '1.5', 49_950],
  ['-0.005', 1, -1],
  ['sok', 1, undefined],
  [1, null, undefined],
  ['999999999', '999999999', undefined],
])('multiplies %j by %j to %j fillér', (amount, quantity, minor) => {
  expect(timesOf(amount, quantity, 'HUF')).toBe(minor);
});

it.each([
  [13_335_000, '27', 2_835_000],
  [100_000, '0', 0],
  [-100_000, '27', -21_260],
  [149_000, '5.00', 7_095],
])('finds the tax within %i at %s %%: %i', (gross, percent, tax) => {
  expect(taxWithin(gross, percent)).toBe(tax);
});

it.each([
  [94_500, '27', 25_515],
  [97_007, '3.7', 3_589],
  [-100, '27', -27],
])('finds the tax on %i at %s %%: %i', (net, percent, tax) => {
  expect(taxOn(net, percent)).toBe(tax);
});

it('loses nothing when it spreads an amount', () => {
  const weights = fc.array(fc.nat({ max: 10_000_000 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(fc.integer({ min: -100_000_000, max: 100_000_000 }), weights, (whole, by) => {
      const parts = spread(whole, by);

      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(whole);
      expect(parts.every((part, index) => by[index] !== 0 || part === 0 || by.every((weight) => weight === 0))).toBe(
        true,
      );
    }),
  );
});
