import * as z from 'zod';
import { ONLY_LOCATION } from '../../event/stock-level.ts';
import { changedAt, id, quantity, text, textOrNone } from './parts.ts';

const price = quantity
  .nullable()
  .default(null)
  .describe('Of one piece, a decimal as text, such as "3990" or "12.50"; null where there is none');

const signed = z.string().regex(/^-?\d+(\.\d+)?$/, 'is no decimal text such as "12" or "-1.5"');

const variant = z.strictObject({
  itemId: id.describe('The permanent id of what is counted in stock; stock levels name it'),
  sku: text.describe('Under which it is kept in CO3; empty where it has none'),
  name: text.min(1).describe('Of product and variant, as it is to stand in CO3'),
  ean: z
    .string()
    .regex(/^(\d{8}|\d{12,14})?$/, 'is no EAN of 8, 12, 13 or 14 digits')
    .default('')
    .describe('Digits of the bar code'),
  price,
  taxClass: textOrNone.describe('The sender’s word for its VAT, which the setting `products.vatByTaxClass` maps'),
  stock: signed
    .nullable()
    .default(null)
    .describe('How many there are, a decimal as text; null where it is told elsewhere'),
});

/** A product as a sender tells it. */
export const productData = z.strictObject({
  kind: z.literal('product'),
  productId: id.describe('The product’s permanent id at the sender'),
  changedAt,
  isDeleted: z.boolean().default(false).describe('Deleted at the sender; CO3 keeps it'),
  isPartial: z.boolean().default(false).describe('Not all variants are told; the others are as they were'),
  manufacturer: textOrNone,
  group: textOrNone,
  description: textOrNone.describe('Plain text'),
  variants: z.array(variant).describe('A product without variants is one with a single variant'),
});

/** A stock level as a sender tells it. */
export const stockData = z.strictObject({
  kind: z.literal('stock'),
  itemId: id.describe('As the variant of its product calls it'),
  locationId: id
    .default(ONLY_LOCATION)
    .describe('The sender’s id of the place, which the setting `stock.warehouses` maps'),
  changedAt,
  quantity: signed.describe('How many there are, a decimal as text; never the difference to before'),
});

export type ProductData = z.output<typeof productData>;
export type StockData = z.output<typeof stockData>;
