import * as z from 'zod';
import { currencyCode, secretName } from './account-settings.ts';
import { productsSettings, stockSettings } from './goods-settings.ts';
import { mapOf, settingsOf } from './settings-of.ts';
import { giftCardMapping, MAPPED_VAT_CASES, ownRow, percentText, vatMapping } from './vat-settings.ts';

/** How a buyer pays, in CO3's words. */
export const PAYMENTS = ['transfer', 'cash', 'bankcard', 'cheque', 'other', 'c.o.d.', 'direct debit'] as const;
export type Payment = (typeof PAYMENTS)[number];

const ISSUE_ON = ['paid', 'placed', 'fulfilled'] as const;

/** A shop, as far as its platform does not matter. */
export const shopSettings = settingsOf({
  platform: z.string(),
  tenant: z.string().min(1),
  shopId: z.string().regex(/^\d+$/, 'the numeric id of the shop, in quotes').optional(),
  account: z.string().min(1),
  secret: secretName,
  invoiceFrom: z.iso
    .datetime({ offset: true, error: 'a moment with an offset such as 2026-12-01T00:00:00+01:00' })
    .transform((text) => Date.parse(text)),
  mode: z.enum(['shadow', 'supervised', 'on']).default('shadow'),
  /** One for all orders, or by payment with `default`. */
  issueOn: z
    .union(
      [
        z.enum(ISSUE_ON),
        mapOf([...PAYMENTS, 'default'], z.enum(ISSUE_ON)).refine(
          (map) => map.default !== undefined,
          'names no `default`',
        ),
      ],
      { error: () => `one of ${ISSUE_ON.join(', ')}, or one of these by way of paying, with a \`default\`` },
    )
    .default('paid'),
  currency: z.enum(['shop', 'presentment']).default('shop'),
  paymentDays: z.int().min(0).max(365).default(8),
  fulfilmentDate: z.enum(['issue', 'fulfilled', 'created']).default('issue'),
  payments: z.record(z.string(), z.enum(PAYMENTS)).default({}),
  vatCases: mapOf(MAPPED_VAT_CASES, vatMapping).default({}),
  /** Where a company's tax number stands; without it, where the platform's orders have one. */
  taxNumberPlaces: z.array(z.string()).optional(),
  /** What one unit of a foreign currency is worth in the account's own. */
  fxRate: z
    .union([z.enum(['letter', 'shop']), z.record(currencyCode, z.number().positive())], {
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
  edits: z.enum(['correctDifference', 'letter', 'storno-and-new']).default('correctDifference'),
  /** By CO3's payment method: whether the bridge books what was paid, and also what was paid back. */
  bookPayments: mapOf(PAYMENTS, z.enum(['paid', 'paid-and-refunded'])).default({}),
  freeOrders: z.enum(['skip', 'invoice']).default('skip'),
  unit: z.string().min(1).default('db'),
  /** By the buyer's country, with `default`. */
  languages: z.record(z.string(), z.string()).default({ default: 'hu_HU' }),
  contactOwner: z.string().optional(),
  contactCategories: z.array(z.string()).default([]),
  bankAccount: z.string().optional(),
  products: productsSettings.optional(),
  stock: stockSettings.optional(),
});
