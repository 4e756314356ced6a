import * as z from 'zod';
import { currencyCode } from './account-settings.ts';
import { matching, namedOf, settingsOf } from './settings-of.ts';
import { percentText } from './vat-settings.ts';

/** How a shop's products are kept in CO3; without it, they are not. */
export const productsSettings = settingsOf({
  /** Of a product whose tax class has none of its own. */
  vat: percentText,
  /** By the shop's own word for the class. */
  vatByTaxClass: namedOf('VAT percents by the shop’s tax classes', percentText).default({}),
  /** Whether the shop's prices hold that VAT: no webhook of a product says it. */
  pricesIncludeVat: z.boolean('`true` or `false`: whether the shop’s prices hold their VAT'),
  /** Of the prices; without it the account's. */
  currency: currencyCode.optional(),
});

/** How a shop's stock levels are kept in CO3; without it, they are not. */
export const stockSettings = settingsOf({
  /** CO3's id of the warehouse by the shop's id of the place; `shop` where the shop has but one. Other places are left alone. */
  warehouses: namedOf(
    'CO3’s ids of warehouses by the shop’s ids of places',
    matching(/^[1-9]\d*$/, 'CO3’s id of a warehouse, in quotes'),
  )
    .refine((map) => Object.keys(map).length > 0, 'names no warehouse')
    .meta({ minProperties: 1 }),
});
