import * as z from 'zod';
import type { Instant } from './time.ts';

/** The web shops that can be read. */
export const PLATFORMS = ['shopify'] as const;
export type Platform = (typeof PLATFORMS)[number];

const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
  .transform((text) => text as Instant);
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);
const minor = z.number().int();

const party = z.strictObject({
  name: z.strictObject({ first: z.string(), last: z.string() }),
  company: z.string(),
  email: z.string(),
  phone: z.string(),
  address: z.strictObject({ street: z.string(), city: z.string(), zip: z.string() }),
  /** ISO 3166-1 alpha-2 in upper case, or empty where the shop names none. */
  country: z.string(),
});

const row = z.strictObject({
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

const refund = z.strictObject({
  id: z.string(),
  rows: z.array(z.strictObject({ rowId: z.string(), quantity: decimal, netMinor: minor, taxMinor: minor })),
  /** Shipping given back, gross. */
  shippingMinor: minor,
  /** Money that really went back. */
  returnedMinor: minor,
});

/** An order as it was at `changedAt`, in the words of no particular shop. Amounts are minor units of `currency`. */
export const orderSnapshotSchema = z.strictObject({
  kind: z.literal('order'),
  platform: z.enum(PLATFORMS),
  tenant: z.string().min(1),
  orderId: z.string().min(1),
  number: z.string(),
  createdAt: instant,
  changedAt: instant,
  test: z.boolean(),
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** The currency the shop keeps its books in, and how many of its units one unit of `currency` is worth; null where the shop does not say. */
  shopCurrency: z.string().regex(/^[A-Z]{3}$/),
  shopRate: decimal.nullable(),
  taxesIncluded: z.boolean(),
  taxExempt: z.boolean(),
  paid: z.boolean(),
  fulfilledAt: instant.nullable(),
  cancelledAt: instant.nullable(),
  totalMinor: minor,
  currentTotalMinor: minor,
  rows: z.array(row),
  refunds: z.array(refund),
  gateways: z.array(z.string()),
  /** Who is billed; null where the shop names nobody. */
  buyer: party.nullable(),
  shipTo: party.nullable(),
  /** Free texts by their place (`note_attributes.adoszam`, `customer.note`), where tax numbers are looked for. */
  notes: z.array(z.strictObject({ name: z.string(), value: z.string() })),
});

export type OrderSnapshot = Readonly<z.infer<typeof orderSnapshotSchema>>;
export type OrderRow = OrderSnapshot['rows'][number];
export type OrderRefund = OrderSnapshot['refunds'][number];
export type Party = NonNullable<OrderSnapshot['buyer']>;

/** `platform:tenant#orderId`, of the shop's own ids: renaming a shop in the settings changes no key. */
export type OrderKey = string & { readonly __brand: 'OrderKey' };

export const orderKeyOf = (order: Pick<OrderSnapshot, 'platform' | 'tenant' | 'orderId'>): OrderKey =>
  `${order.platform}:${order.tenant}#${order.orderId}` as OrderKey;
