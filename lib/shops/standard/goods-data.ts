import * as z from 'zod/mini';
import { ONLY_LOCATION } from '../../event/stock-level.ts';
import { whenAsked } from '../../event/when-asked.ts';
import { changedAt, described, id, quantity, text, textOrNone } from './parts.ts';

const toPrice = () =>
  described(
    z._default(z.nullable(quantity), null),
    'Of one piece, a decimal as text, such as "3990" or "12.50"; null where there is none',
  );

const toSigned = () => z.string().check(z.regex(/^-?\d+(\.\d+)?$/, 'is no decimal text such as "12" or "-1.5"'));

const toVariant = () =>
  z.strictObject({
    itemId: described(id, 'The permanent id of what is counted in stock; stock levels name it'),
    sku: described(text, 'Under which it is kept in CO3; empty where it has none'),
    name: described(text.check(z.minLength(1)), 'Of product and variant, as it is to stand in CO3'),
    ean: described(
      z._default(z.string().check(z.regex(/^(\d{8}|\d{12,14})?$/, 'is no EAN of 8, 12, 13 or 14 digits')), ''),
      'Digits of the bar code',
    ),
    price: toPrice(),
    taxClass: described(textOrNone, 'The sender’s word for its VAT, which the setting `products.vatByTaxClass` maps'),
    stock: described(
      z._default(z.nullable(toSigned()), null),
      'How many there are, a decimal as text; null where it is told elsewhere',
    ),
  });

/** A product as a sender tells it. */
export const productData = whenAsked(() =>
  z.strictObject({
    kind: z.literal('product'),
    productId: described(id, 'The product’s permanent id at the sender'),
    changedAt,
    isDeleted: described(z._default(z.boolean(), false), 'Deleted at the sender; CO3 keeps it'),
    isPartial: described(z._default(z.boolean(), false), 'Not all variants are told; the others are as they were'),
    manufacturer: textOrNone,
    group: textOrNone,
    description: described(textOrNone, 'Plain text'),
    variants: described(z.array(toVariant()), 'A product without variants is one with a single variant'),
  }),
);

/** A stock level as a sender tells it. */
export const stockData = whenAsked(() =>
  z.strictObject({
    kind: z.literal('stock'),
    itemId: described(id, 'As the variant of its product calls it'),
    locationId: described(
      z._default(id, ONLY_LOCATION),
      'The sender’s id of the place, which the setting `stock.warehouses` maps',
    ),
    changedAt,
    quantity: described(toSigned(), 'How many there are, a decimal as text; never the difference to before'),
  }),
);

export type ProductData = z.output<ReturnType<typeof productData>>;
export type StockData = z.output<ReturnType<typeof stockData>>;
