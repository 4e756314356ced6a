import { expect, it } from 'vitest';
import { countryOfVatNumber, isEuCountry } from '../../../lib/translate/eu.ts';

it.each([
  ['HU', true],
  ['GR', true],
  ['EL', false],
  ['GB', false],
  ['CH', false],
  ['', false],
])('knows whether %s is in the EU: %s', (country, isMember) => {
  expect(isEuCountry(country)).toBe(isMember);
});

it.each([
  ['EL123456789', 'GR'],
  ['SE123456789012', 'SE'],
  ['LT123456789', 'LT'],
  ['LT1234567890', undefined],
  ['GB123456789', undefined],
  ['DE', undefined],
  ['', undefined],
])('sees whose VAT number %s has the form of: %s', (number, country) => {
  expect(countryOfVatNumber(number)).toBe(country);
});
