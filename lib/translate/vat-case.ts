import { compare, sumOf, toDecimal } from '../event/decimal.ts';
import type { MappedVatCase } from '../settings/vat-words.ts';
import { isEuCountry } from './eu.ts';
import type { TaxNumber } from './tax-number.ts';

interface Place {
  /** ISO 3166-1 alpha-2, or empty where it is not known. */
  readonly country: string;
}

/** The VAT rates of a country where not any rate will do. */
const DOMESTIC_RATES: ReadonlyMap<string, readonly string[]> = new Map([['HU', ['27', '18', '5']]]);

/** Which VAT case a row is: by where the goods go, who gets them and the rates of the row (docs/decisions/0007). */
export const vatCase = (
  seller: Place,
  buyer: Place | null,
  shipTo: Place | null,
  taxNumber: TaxNumber | null,
  rates: readonly string[],
  taxExempt: boolean,
): 'domestic' | MappedVatCase => {
  const rate = sumOf(rates.map(toDecimal));
  const hasTax = compare(rate, toDecimal('0')) > 0;
  const destination = [shipTo?.country, buyer?.country].find((country) => country !== undefined && country !== '');
  if (destination === undefined || destination === seller.country) {
    if (taxExempt) return 'exempt';
    if (!hasTax) return 'zero';
    const domestic = DOMESTIC_RATES.get(seller.country);
    const isDomestic = domestic === undefined || domestic.some((one) => compare(rate, toDecimal(one)) === 0);
    return isDomestic ? 'domestic' : 'euConsumer';
  }
  if (!isEuCountry(destination)) return 'export';
  if (hasTax) return 'euConsumer';
  if (taxNumber?.form === 'eu' && taxNumber.country !== seller.country) return 'euBusiness';
  return taxExempt ? 'exempt' : 'zero';
};

/** What a free row bears that has no rate of its own: the country's full rate. */
export const fullRate = (seller: Place): string => DOMESTIC_RATES.get(seller.country)?.[0] ?? '0';
