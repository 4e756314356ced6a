import * as z from 'zod';
import { currencyCode, secretName } from './account-settings.ts';
import { productsSettings, stockSettings } from './goods-settings.ts';
import { PAYMENTS } from './payments.ts';
import { anyText, mapOf, matching, namedOf, oneOf, settingsOf, someText, wholeNumber } from './settings-of.ts';
import { giftCardMapping, ownRow, percentText, vatMapping } from './vat-settings.ts';
import { MAPPED_VAT_CASES } from './vat-words.ts';

const ISSUE_ON = ['paid', 'placed', 'fulfilled'] as const;

/** A shop, as far as its platform does not matter. */
export const shopSettings = settingsOf({
  platform: someText('the kind of the shop'),
  tenant: someText('the shop’s permanent name, in quotes where it is a number'),
  shopId: matching(/^\d+$/, 'the numeric id of the shop, in quotes').optional(),
  account: someText('the name of an account'),
  secret: secretName,
  invoiceFrom: z.iso
    .datetime({ offset: true, error: 'a moment with an offset such as 2026-12-01T00:00:00+01:00' })
    .transform((text) => Date.parse(text)),
  mode: oneOf(['shadow', 'supervised', 'on']).default('shadow'),
  /** One for all orders, or by payment with `default`. */
  issueOn: z
    .union(
      [
        oneOf(ISSUE_ON),
        mapOf([...PAYMENTS, 'default'], oneOf(ISSUE_ON))
          .refine((map) => map.default !== undefined, 'names no `default`')
          .meta({ required: ['default'] }),
      ],
      { error: () => `one of ${ISSUE_ON.join(', ')}, or one of these by way of paying, with a \`default\`` },
    )
    .default('paid'),
  currency: oneOf(['shop', 'presentment']).default('shop'),
  paymentDays: wholeNumber(0, 365).default(8),
  fulfilmentDate: oneOf(['issue', 'fulfilled', 'created']).default('issue'),
  payments: namedOf('CO3’s methods by the shop’s names of ways to pay', oneOf(PAYMENTS)).default({}),
  vatCases: mapOf(MAPPED_VAT_CASES, vatMapping).default({}),
  /** Where a company's tax number stands; without it, where the platform's orders have one. */
  taxNumberPlaces: z.array(anyText(), 'a list of places in an order').optional(),
  /** What one unit of a foreign currency is worth in the account's own. */
  fxRate: z
    .union([oneOf(['letter', 'shop']), z.record(currencyCode, z.number('a rate above 0').positive('a rate above 0'))], {
      error: () => '`letter`, `shop`, or rates by currency such as { EUR: 400 }',
    })
    .default('letter'),
  /** How a sold gift card stands on the invoice; without it, a letter. */
  giftCardsSold: giftCardMapping.optional(),
  /** A row that takes up a difference of at most one minor unit per row; without it, a letter. */
  roundingRow: ownRow.optional(),
  /** A row that takes up money which went back beyond or short of the refunded rows; without it, a letter. */
  refundDifference: ownRow.optional(),
  /** The VAT of costs whose VAT the shop does not say (UNAS: shipping and payment); without it, that of the dearest row. */
  costVat: percentText.optional(),
  /** What follows when an order is edited after its invoice. */
  edits: oneOf(['correctDifference', 'letter', 'storno-and-new']).default('correctDifference'),
  /** By CO3's payment method: whether the bridge books what was paid, and also what was paid back. */
  bookPayments: mapOf(PAYMENTS, oneOf(['paid', 'paid-and-refunded'])).default({}),
  freeOrders: oneOf(['skip', 'invoice']).default('skip'),
  unit: someText().default('db'),
  /** By the buyer's country, with `default`. */
  languages: namedOf('languages by country, with a `default`', anyText()).default({ default: 'hu_HU' }),
  contactOwner: anyText().optional(),
  contactCategories: z.array(anyText(), 'a list of CO3’s categories').default([]),
  bankAccount: anyText().optional(),
  products: productsSettings.optional(),
  stock: stockSettings.optional(),
});
