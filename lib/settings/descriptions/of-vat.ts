import type { MappedVatCase } from '../vat-words.ts';
import type { Descriptions } from './description.ts';

const VAT_CASES: Readonly<Record<MappedVatCase, string>> = {
  euBusiness:
    'goods go to another EU country at 0 %, and the buyer is a company with an EU VAT number of another country',
  euConsumer: 'goods go to another EU country with VAT; also a sale at home with a percent other than 27, 18 or 5',
  export: 'goods go outside the EU',
  exempt:
    'the shop marks the order or its customer as tax exempt: at home, or at 0 % to another EU country without an EU VAT number',
  zero: '0 % or no tax anywhere else: at home, or to another EU country without an EU VAT number',
};

export const OF_VAT: Descriptions = {
  'shops.*.vatCases': {
    says: 'what rows of the cases that no program may decide bear, by the case',
    allowed: '`vat`, `phrase` and `customerVatType`, by the case',
    without: 'the letter VatCaseNotMapped for all but domestic rows',
    letter: 'VatCaseNotMapped',
    words: VAT_CASES,
  },
  'shops.*.vatCases.*.vat': {
    says: 'what the row bears in CO3',
    allowed:
      'a percent from 0 to 100 in quotes, a code of your CO3 such as `EUT` (capitals, digits and `_`), or `rate` for the order’s own percent',
  },
  'shops.*.vatCases.*.phrase': {
    says: 'the legal phrase in the invoice’s comment',
    allowed: 'any text, also an empty one (`""`)',
  },
  'shops.*.vatCases.*.customerVatType': {
    says: 'the buyer’s VAT type, where no row of the invoice is domestic',
    allowed: '`DOMESTIC`, `PRIVATE_PERSON`, `OTHER`',
  },
  'shops.*.giftCardsSold': {
    says: '`vat` (as above, but not `rate`) and `phrase` of a gift card that is sold',
    allowed: 'both',
    without: 'the letter {GiftCardSold}',
    letter: 'GiftCardSold',
  },
  'shops.*.giftCardsSold.vat': {
    says: 'what the row of a sold gift card bears in CO3',
    allowed: 'a percent from 0 to 100 in quotes, or a code of your CO3 such as `TAM`',
  },
  'shops.*.giftCardsSold.phrase': {
    says: 'the legal phrase in the invoice’s comment',
    allowed: 'any text, also an empty one (`""`)',
  },
  'shops.*.costVat': {
    says: 'a percent in quotes: the VAT of costs whose VAT the shop does not say (UNAS: shipping and payment)',
    allowed: 'a percent in quotes, such as `"27"`',
    without: 'that of the dearest row',
  },
  'shops.*.roundingRow': {
    says: '`name` and `vat` (a percent in quotes) of a row that takes up what an order’s rows miss of its total, at most one minor unit (fillér, cent) per row',
    allowed: 'both',
    without: 'the letter {TotalsMismatch} for any difference',
    letter: 'TotalsMismatch',
  },
  'shops.*.roundingRow.name': { says: 'what the row is called', allowed: 'any text but an empty one' },
  'shops.*.roundingRow.vat': { says: 'the VAT of the row', allowed: 'a percent in quotes, such as `"27"`' },
};
