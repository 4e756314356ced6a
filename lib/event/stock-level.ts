import * as z from 'zod/mini';
import { compiledObject } from './compiled-object.ts';
import { decimal, instant, ownId, platform, tenant } from './snapshot-parts.ts';
import { whenAsked } from './when-asked.ts';

/** How many of an item there were at a place of the shop's, at `changedAt`. */
export const stockLevelSchema = whenAsked(() =>
  compiledObject({
    kind: z.literal('stock'),
    platform,
    tenant,
    /** As products call it (`variants.itemId`). */
    itemId: ownId,
    /** The shop's id of the place; `shop` where it has but one. */
    locationId: ownId,
    changedAt: instant,
    quantity: decimal,
  }),
);

export type StockLevel = Readonly<z.output<ReturnType<typeof stockLevelSchema>>>;

/** The place of a shop that has but one. */
export const ONLY_LOCATION = 'shop';
