import { expect, it } from 'vitest';
import { type PriceAim, unitNetFor } from '../../../lib/translate/unit-price.ts';

it.each([
  ['needs no more than two decimals', { netMinor: 400_000, grossMinor: 508_000, quantity: '2' }, '2000.00'],
  ['takes the net that leads back to a round gross', { netMinor: 78_740, grossMinor: 100_000 }, '787.40'],
  ['grows to three decimals for a third', { netMinor: 1000, grossMinor: 1270, quantity: '3' }, '3.333'],
  ['grows to five decimals for many pieces', { netMinor: 100_000, grossMinor: 127_000, quantity: '300' }, '3.33333'],
  ['grows to six decimals and no further', { netMinor: 100_000, grossMinor: 127_000, quantity: '3000' }, '0.333333'],
  ['divides by a fraction of a piece', { netMinor: 1000, grossMinor: 1270, quantity: '1.5' }, '6.667'],
  ['reckons without VAT', { netMinor: 1000, grossMinor: 1000, percent: '0', quantity: '3' }, '3.333'],
  ['keeps two decimals for a currency without any', { netMinor: 787, grossMinor: 1000, minorDigits: 0 }, '787.40'],
  ['finds prices of a currency with three', { netMinor: 1000, grossMinor: 1270, minorDigits: 3 }, '1.00'],
  ['is nothing for a free row', { netMinor: 0, grossMinor: 0 }, '0.00'],
])('%s', (_title, aim, price) => {
  expect(unitNetFor({ ...AIM, ...aim })).toBe(price);
});

it('keeps the shop’s own net price where prices are without tax', () => {
  const prices = [false, true].map((taxesIncluded) =>
    unitNetFor({ ...AIM, netMinor: 787, grossMinor: 999, minorDigits: 0, taxesIncluded }),
  );

  expect(prices).toStrictEqual(['787.00', '786.61']);
});

it('bends the price to the gross where the shop has rounded its tax otherwise', () => {
  const price = unitNetFor({ ...AIM, netMinor: 333, grossMinor: 424, taxesIncluded: false });

  expect(price).toBe('3.34');
});

it('gives up where six decimals are too coarse for so many pieces', () => {
  const price = unitNetFor({ ...AIM, netMinor: 10_000_000, grossMinor: 12_700_001, quantity: '3000000' });

  expect(price).toBeUndefined();
});

const AIM: PriceAim = {
  quantity: '1',
  netMinor: 0,
  grossMinor: 0,
  percent: '27',
  minorDigits: 2,
  taxesIncluded: true,
};
