import type { ShopSettings } from '../settings/settings.ts';
import { type CustomerVatType, MAPPED_VAT_CASES } from '../settings/vat-words.ts';
import type { RowVat } from './row-vat.ts';
import type { TaxNumber } from './tax-number.ts';

/** One document bears one type: the buyer's own where any row is domestic, else that of the mapping, `zero` last. */
export const customerVatType = (
  rows: readonly RowVat[],
  company: string,
  taxNumber: TaxNumber | null,
  seller: { readonly country: string },
  shop: ShopSettings,
): CustomerVatType => {
  const cases = new Set(rows.map((row) => row.vatCase));
  const mapped = MAPPED_VAT_CASES.find((one) => cases.has(one));
  if (mapped === undefined || cases.has('domestic')) return ofBuyer(company, taxNumber, seller.country);
  return shop.vatCases[mapped]?.customerVatType ?? ofBuyer(company, taxNumber, seller.country);
};

// DOMESTIC is a taxable person of the seller's own country; a foreign company is OTHER even if its purchase is domestic.
const ofBuyer = (company: string, taxNumber: TaxNumber | null, sellerCountry: string): CustomerVatType => {
  if (company === '') return 'PRIVATE_PERSON';
  return taxNumber?.country === sellerCountry ? 'DOMESTIC' : 'OTHER';
};
