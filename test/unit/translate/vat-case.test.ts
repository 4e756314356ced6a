import { expect, it } from 'vitest';
import { parseTaxNumber, type TaxNumber } from '../../../lib/translate/tax-number.ts';
import { fullRate, vatCase } from '../../../lib/translate/vat-case.ts';

const number = (text: string, country: string): TaxNumber | null => parseTaxNumber(text, country) ?? null;
const DE = number('DE123456789', 'DE');
const HU = number('12345676-1-42', 'HU');
const GB = number('GB123456789', 'GB');

it.each([
  ['HU', 'HU', null, ['27'], 'domestic'],
  ['HU', 'HU', null, ['18'], 'domestic'],
  ['HU', 'HU', null, ['5.00'], 'domestic'],
  ['HU', 'HU', HU, ['27'], 'domestic'],
  ['', '', null, ['27'], 'domestic'],
  ['HU', '', null, ['27'], 'domestic'],
  ['DE', 'HU', DE, ['27'], 'domestic'],
  ['HU', 'HU', null, ['20'], 'euConsumer'],
  ['', '', null, ['23'], 'euConsumer'],
  ['HU', 'HU', null, [], 'zero'],
  ['HU', 'HU', null, ['0'], 'zero'],
  ['', '', null, [], 'zero'],
  ['DE', 'DE', DE, [], 'euBusiness'],
  ['DE', 'DE', DE, ['0'], 'euBusiness'],
  ['DE', '', DE, [], 'euBusiness'],
  ['DE', 'DE', HU, [], 'zero'],
  ['DE', 'DE', null, [], 'zero'],
  ['GB', 'DE', GB, [], 'zero'],
  ['DE', 'DE', null, ['19'], 'euConsumer'],
  ['DE', 'DE', null, ['27'], 'euConsumer'],
  ['HU', 'DE', null, ['27'], 'euConsumer'],
  ['DE', 'DE', DE, ['19'], 'euConsumer'],
  ['US', 'US', null, [], 'export'],
  ['US', 'US', null, ['27'], 'export'],
  ['HU', 'GB', HU, [], 'export'],
  ['US', 'HU', null, ['27'], 'domestic'],
])(
  'a Hungarian seller’s row to buyer %s, goods to %s, number %j, rates %j, is %s',
  (buyer, shipTo, taxNumber, rates, found) => {
    const result = vatCase({ country: 'HU' }, { country: buyer }, { country: shipTo }, taxNumber, rates, false);

    expect(result).toBe(found);
  },
);

it('takes any rate of a seller elsewhere for domestic', () => {
  expect(vatCase({ country: 'PL' }, { country: 'PL' }, null, null, ['23'], false)).toBe('domestic');
  expect(vatCase({ country: 'US' }, null, null, null, ['6', '2.5'], false)).toBe('domestic');
});

it('knows an EU business only by a number of another country than the seller’s', () => {
  expect(vatCase({ country: 'DE' }, { country: 'AT' }, null, DE, [], false)).toBe('zero');
  expect(vatCase({ country: 'AT' }, { country: 'DE' }, null, DE, [], false)).toBe('euBusiness');
});

it.each([
  ['HU', null, [], 'exempt'],
  ['HU', HU, ['27'], 'exempt'],
  ['', null, [], 'exempt'],
  ['DE', null, [], 'exempt'],
  ['DE', HU, ['0'], 'exempt'],
  ['DE', DE, [], 'euBusiness'],
  ['DE', null, ['19'], 'euConsumer'],
  ['US', null, [], 'export'],
  ['US', null, ['27'], 'export'],
])('an exempt order with goods to %s, number %j, rates %j, is %s', (country, taxNumber, rates, found) => {
  expect(vatCase({ country: 'HU' }, { country }, null, taxNumber, rates, true)).toBe(found);
});

it.each([
  ['HU', '27'],
  ['PL', '0'],
])('fills in the full rate of %s, as far as it is known: %s', (country, rate) => {
  expect(fullRate({ country })).toBe(rate);
});
