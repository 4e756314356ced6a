import * as z from 'zod/mini';
import { compiledObject } from './compiled-object.ts';
import { decimal, instant, ownId, platform, tenant } from './snapshot-parts.ts';
import { whenAsked } from './when-asked.ts';

const toVariant = () =>
  compiledObject({
    /** The shop's id of what is counted in stock: Shopify's inventory item, elsewhere the product or variation itself. */
    itemId: ownId,
    sku: z.string().check(z.maxLength(300)),
    /** Of product and variant, as it is to stand in CO3. */
    name: z.string(),
    /** Digits, or empty where the shop's barcode is no EAN. */
    ean: z.string(),
    /** Of one piece; null where the shop names none. Currency and VAT are the settings' matter: no shop says them here. */
    price: z.nullable(decimal),
    /** The shop's own word for the VAT of it, empty for the ordinary one. */
    taxClass: z.string(),
    /** How many there are, where the product itself says it; null where it does not or they are not counted. */
    stock: z.nullable(decimal),
  });

/** A product as it was at `changedAt`, with all its variants. */
export const productSnapshotSchema = whenAsked(() =>
  compiledObject({
    kind: z.literal('product'),
    platform,
    tenant,
    productId: ownId,
    changedAt: instant,
    /** Deleted in the shop. CO3 keeps it; only its SKUs are free again. */
    isDeleted: z.boolean(),
    /** Not all variants are told: the others are as they were. */
    isPartial: z.boolean(),
    manufacturer: z.string(),
    group: z.string(),
    /** Plain text. */
    description: z.string(),
    variants: z.array(toVariant()),
  }),
);

export type ProductSnapshot = Readonly<z.output<ReturnType<typeof productSnapshotSchema>>>;
export type Variant = ProductSnapshot['variants'][number];
