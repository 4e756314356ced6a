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
  ['ATU12345678', 'AT'],
  ['BE0123456789', 'BE'],
  ['BG123456789', 'BG'],
  ['BG1234567890', 'BG'],
  ['CY12345678X', 'CY'],
  ['CZ12345678', 'CZ'],
  ['CZ1234567890', 'CZ'],
  ['DE123456789', 'DE'],
  ['DK12345678', 'DK'],
  ['EE123456789', 'EE'],
  ['EL123456789', 'GR'],
  ['ESX1234567Y', 'ES'],
  ['FI12345678', 'FI'],
  ['FRX1123456789', 'FR'],
  ['HR12345678901', 'HR'],
  ['HU12345678', 'HU'],
  ['IE1234567W', 'IE'],
  ['IE1234567WA', 'IE'],
  ['IE1A23456W', 'IE'],
  ['IT12345678901', 'IT'],
  ['LT123456789', 'LT'],
  ['LT123456789012', 'LT'],
  ['LU12345678', 'LU'],
  ['LV12345678901', 'LV'],
  ['MT12345678', 'MT'],
  ['NL123456789B01', 'NL'],
  ['PL1234567890', 'PL'],
  ['PT123456789', 'PT'],
  ['RO12', 'RO'],
  ['RO1234567890', 'RO'],
  ['SE123456789012', 'SE'],
  ['SI12345678', 'SI'],
  ['SK1234567890', 'SK'],
  ['AT12345678', undefined],
  ['BE2123456789', undefined],
  ['CY123456789', undefined],
  ['FRI1123456789', undefined],
  ['IE1A23456', undefined],
  ['LT1234567890', undefined],
  ['NLB12345678901', 'NL'],
  ['NL12345678901B', undefined],
  ['RO1', undefined],
  ['GB123456789', undefined],
  ['DE', undefined],
  ['', undefined],
])('sees whose VAT number %s has the form of: %s', (number, country) => {
  expect(countryOfVatNumber(number)).toBe(country);
});

// The longest form of each, so that one digit more fits no other form of the same state.
it.each([
  ...['ATU12345678', 'BE0123456789', 'BG1234567890', 'CY12345678X', 'CZ1234567890', 'DE123456789', 'DK12345678'],
  ...['EE123456789', 'EL123456789', 'ESX1234567Y', 'FI12345678', 'FRX1123456789', 'HR12345678901', 'HU12345678'],
  ...['IE1234567WA', 'IT12345678901', 'LT123456789012', 'LU12345678', 'LV12345678901', 'MT12345678'],
  ...['NL123456789B01', 'PL1234567890', 'PT123456789', 'RO1234567890', 'SE123456789012', 'SI12345678', 'SK1234567890'],
])('takes %s for no VAT number with a character more at either end', (number) => {
  const [state, digits] = [number.slice(0, 2), number.slice(2)];

  expect([`${state}1${digits}`, `${state}${digits}1`].map(countryOfVatNumber)).toStrictEqual([undefined, undefined]);
});
