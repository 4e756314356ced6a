import * as z from 'zod';

/** Where an order's free texts stand, as snapshots name the places; besides them each field of a cart, `note_attributes.NAME`. */
export const NOTE_PLACES = [
  'note',
  'customer.note',
  'billing_address.company',
  'billing_address.address2',
  'po_number',
] as const;
export const CART_FIELDS = 'note_attributes.';

const isPlace = (text: string): boolean =>
  NOTE_PLACES.some((place) => place === text) || (text.startsWith(CART_FIELDS) && text.length > CART_FIELDS.length);

/** A place that no order has would be looked at in vain, and every company invoiced without its tax number. */
export const taxNumberPlace = z
  .string()
  .refine(isPlace, `no place of an order; there are: ${CART_FIELDS}NAME, ${NOTE_PLACES.join(', ')}`);
