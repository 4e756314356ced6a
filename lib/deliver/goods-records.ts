import type { ProductSnapshot, Variant } from '../event/product-snapshot.ts';
import type { StockLevel } from '../event/stock-level.ts';
import type { Instant } from '../event/time.ts';
import type { Versioned, Worked } from './records.ts';

/** A product of a shop with its variants, as the shop has it; `platform:tenant#productId`. */
export interface ListingRecord extends Worked {
  readonly kind: 'listing';
  readonly snapshot: ProductSnapshot;
  /** Items of variants that have been told of: those that are told no more give their SKU back. */
  readonly items: readonly string[];
  /** Digest of what its variants say, and of the settings, when they were last written down; null before the first time. */
  readonly spread: string | null;
  /** Items that are being given another SKU, empty where none: whether they had it given, or the one before taken, they may not say yet. */
  readonly changing: readonly { readonly item: string; readonly sku: string }[];
}

/** What a shop counts, and under which SKU; `platform:tenant#itemId`. */
export interface ItemRecord extends Versioned {
  readonly kind: 'item';
  readonly shop: string;
  readonly account: string;
  /** Empty where the shop gives it none. */
  readonly sku: string;
  readonly name: string;
  /** The product that tells of it; null where none does any more. */
  readonly listing: string | null;
  readonly changedAt: Instant;
  /** Digests of all that was written down for it, and of the settings then: the same is not written again. */
  readonly told: string;
  readonly settings: string;
}

/** A variant that bears a SKU. */
export interface Claim {
  /** The key of its item. */
  readonly item: string;
  readonly variant: Omit<Variant, 'stock'>;
  readonly manufacturer: string;
  readonly group: string;
  readonly description: string;
}

/** A product as CO3 knows it, by account and SKU; `account|sku`. */
export interface ProductRecord extends Worked {
  readonly kind: 'product';
  readonly sku: string;
  /** More than one: nobody can say which of them the SKU means. */
  readonly claims: readonly Claim[];
  /** CO3's id; null while it is not known. */
  readonly productId: string | null;
  /** Digest of what CO3 was given; null where that is not known. */
  readonly held: string | null;
  /** A write whose outcome is not known; `reads` times it was looked for in vain, and next at `readAt`. */
  readonly sent: {
    readonly digest: string;
    readonly at: number;
    readonly reads: number;
    readonly readAt: number;
    /** CO3 said OK without an id: the product is there, so it is never made again. */
    readonly acknowledged: boolean;
  } | null;
  /** When CO3 was searched and had no product of this SKU, in ms; null where it was not, or has one. */
  readonly absentAt: number | null;
  /** CO3 did not know the product any more, and it was looked up once again. */
  readonly relooked: boolean;
  /** Digests of what was refused last and of the settings then: the same is not sent again by itself. */
  readonly refused: { readonly digest: string; readonly settingsDigest: string } | null;
}

/** How many of an item there are at a place of the shop's; `platform:tenant#itemId@locationId`. */
export interface StockRecord extends Worked {
  readonly kind: 'stock';
  readonly level: StockLevel;
  /** When the level came, in ms. */
  readonly cameAt: number;
  /** Digest of the level that CO3 was seen, or brought, to hold; null where that is not known. */
  readonly agreed: string | null;
  /** A booking whose outcome is not known: what CO3 had before it, and what it was to lead to. */
  readonly sent: {
    readonly before: string;
    readonly after: string;
    readonly at: number;
    readonly reads: number;
    readonly readAt: number;
  } | null;
  /** Until then, in ms, CO3 may still show what it had before our last booking; null where there was none. */
  readonly settlesAt: number | null;
  /** CO3 did not show its product, which was looked up once again for it. */
  readonly relooked: boolean;
  /** After a booking that was never found, CO3's stock is looked at again: it may still be made. Both in ms. */
  readonly watch: { readonly at: number; readonly until: number } | null;
  readonly refused: { readonly digest: string; readonly settingsDigest: string } | null;
}
