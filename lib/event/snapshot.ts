import * as z from 'zod/mini';
import { compiledObject } from './compiled-object.ts';
import { type ProductSnapshot, productSnapshotSchema } from './product-snapshot.ts';
import { decimal, instant, minor, ownId, platform, tenant } from './snapshot-parts.ts';
import { type StockLevel, stockLevelSchema } from './stock-level.ts';
import { whenAsked } from './when-asked.ts';

const toParty = () =>
  compiledObject({
    name: compiledObject({ first: z.string(), last: z.string() }),
    company: z.string(),
    email: z.string(),
    phone: z.string(),
    address: compiledObject({ street: z.string(), city: z.string(), zip: z.string() }),
    /** ISO 3166-1 alpha-2 in upper case, or empty where the shop names none. */
    country: z.string(),
  });

const toRow = () =>
  compiledObject({
    id: z.string(),
    kind: z.enum(['item', 'shipping', 'tip', 'duty', 'fee', 'giftcard']),
    sku: z.string(),
    name: z.string(),
    quantity: decimal,
    /** The quantity that is left after edits and refunds. */
    currentQuantity: decimal,
    /** Of the whole row at `quantity`, discounts taken off. */
    netMinor: minor,
    taxMinor: minor,
    grossMinor: minor,
    /** Percents (`"27"`), one per tax line; they add up. */
    rates: z.array(decimal),
  });

const toRefund = () =>
  compiledObject({
    id: z.string(),
    rows: z.array(compiledObject({ rowId: z.string(), quantity: decimal, netMinor: minor, taxMinor: minor })),
    /** Shipping given back, gross. */
    shippingMinor: minor,
    /** Money that really went back. */
    returnedMinor: minor,
  });

/** An order as it was at `changedAt`, in the words of no particular shop. Amounts are minor units of `currency`. */
export const orderSnapshotSchema = whenAsked(() =>
  compiledObject({
    kind: z.literal('order'),
    /** What its webhook leaves to the shop's own API: nothing, the rows of its refunds, or that the whole is better read there. A `hint` is vouched for by nobody. */
    coverage: z.enum(['whole', 'without-refund-rows', 'outline', 'hint']),
    platform,
    tenant,
    orderId: ownId,
    /** For people, who find the order by it. */
    number: z.string().check(z.maxLength(200)),
    createdAt: instant,
    changedAt: instant,
    test: z.boolean(),
    currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
    /** The currency the shop keeps its books in, and how many of its units one unit of `currency` is worth; null where the shop does not say. */
    shopCurrency: z.string().check(z.regex(/^[A-Z]{3}$/)),
    shopRate: z.nullable(decimal),
    taxesIncluded: z.boolean(),
    taxExempt: z.boolean(),
    paid: z.boolean(),
    fulfilledAt: z.nullable(instant),
    cancelledAt: z.nullable(instant),
    totalMinor: minor,
    currentTotalMinor: minor,
    rows: z.array(toRow()),
    refunds: z.array(toRefund()),
    gateways: z.array(z.string()),
    /** Who is billed; null where the shop names nobody. */
    buyer: z.nullable(toParty()),
    shipTo: z.nullable(toParty()),
    /** Free texts by their place (`note_attributes.adoszam`, `customer.note`), where tax numbers are looked for. */
    notes: z.array(compiledObject({ name: z.string(), value: z.string() })),
  }),
);

export type OrderSnapshot = Readonly<z.infer<ReturnType<typeof orderSnapshotSchema>>>;
export type OrderRow = OrderSnapshot['rows'][number];
export type OrderRefund = OrderSnapshot['refunds'][number];
export type Party = NonNullable<OrderSnapshot['buyer']>;

export const snapshotSchema = whenAsked(() =>
  z.discriminatedUnion('kind', [orderSnapshotSchema(), productSnapshotSchema(), stockLevelSchema()]),
);

/** What a webhook says of one thing as it was at a time. */
export type Snapshot = OrderSnapshot | ProductSnapshot | StockLevel;

/** `platform:tenant#orderId`, of the shop's own ids: renaming a shop in the settings changes no key. */
export type OrderKey = string & { readonly __brand: 'OrderKey' };

export const orderKeyOf = (order: Pick<OrderSnapshot, 'platform' | 'tenant' | 'orderId'>): OrderKey =>
  `${order.platform}:${order.tenant}#${order.orderId}` as OrderKey;

/** What a snapshot is of, for people: kind and the shop's own ids. */
export const subjectOf = (snapshot: Snapshot): string => {
  switch (snapshot.kind) {
    case 'order':
      return orderKeyOf(snapshot);
    case 'product':
      return `product ${snapshot.platform}:${snapshot.tenant}#${snapshot.productId}`;
    case 'stock':
      return `stock ${snapshot.platform}:${snapshot.tenant}#${snapshot.itemId} at ${snapshot.locationId}`;
    default:
      return snapshot satisfies never;
  }
};
