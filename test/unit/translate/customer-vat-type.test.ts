import { expect, it } from 'vitest';
import { customerVatType } from '../../../lib/translate/customer-vat-type.ts';
import type { RowVat } from '../../../lib/translate/row-vat.ts';
import { parseTaxNumber, type TaxNumber } from '../../../lib/translate/tax-number.ts';
import { aShop } from '../../support/orders.ts';

const number = (text: string): TaxNumber | null => parseTaxNumber(text, '') ?? null;
const SELLER = { country: 'HU' };
const SHOP = aShop({
  vatCases: {
    euBusiness: { vat: 'EUT', phrase: '', customerVatType: 'OTHER' },
    zero: { vat: 'AAM', phrase: '', customerVatType: 'PRIVATE_PERSON' },
  },
});

it.each([
  ['', null, 'PRIVATE_PERSON'],
  ['Minta Kft.', number('12345676-1-42'), 'DOMESTIC'],
  ['Minta Kft.', number('HU12345676'), 'DOMESTIC'],
  ['Minta Kft.', null, 'OTHER'],
  ['Muster GmbH', number('DE123456789'), 'OTHER'],
])('of the company %j with number %o at home is %s', (company, taxNumber, type) => {
  expect(customerVatType([vat('domestic')], company, taxNumber, SELLER, SHOP)).toBe(type);
});

it.each<[RowVat['vatCase'][], string]>([
  [['euBusiness'], 'OTHER'],
  [['zero'], 'PRIVATE_PERSON'],
  [['zero', 'euBusiness'], 'OTHER'],
  [['zero', 'domestic'], 'DOMESTIC'],
  [['giftcard'], 'DOMESTIC'],
  [[], 'DOMESTIC'],
])('of rows of %j is %s', (cases, type) => {
  const found = customerVatType(cases.map(vat), 'Minta Kft.', number('12345676-1-42'), SELLER, SHOP);

  expect(found).toBe(type);
});

function vat(vatCase: RowVat['vatCase']): RowVat {
  return { vatCase, vat: '', percent: '0', phrase: '' };
}
