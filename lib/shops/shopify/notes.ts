import type { OrderSnapshot } from '../../event/snapshot.ts';
import { type Fields, fieldsOf, listOf, textOf } from './fields.ts';

type Note = OrderSnapshot['notes'][number];

/** Where an order's free texts stand; besides them each field of a cart. */
export const NOTE_PLACES = [
  'note',
  'customer.note',
  'billing_address.company',
  'billing_address.address2',
  'po_number',
] as const;
export const CART_FIELDS = 'note_attributes.';

/** The free texts in which shops keep tax numbers, by their place; empty ones are left out. */
export const readNotes = (order: Fields): Note[] => {
  const billing = fieldsOf(order['billing_address']);
  const attributes = listOf(order['note_attributes']).map((attribute) => ({
    name: `${CART_FIELDS}${textOf(attribute['name'])}`,
    value: textOf(attribute['value']),
  }));
  const texts: Readonly<Record<(typeof NOTE_PLACES)[number], unknown>> = {
    note: order['note'],
    'customer.note': fieldsOf(order['customer'])['note'],
    'billing_address.company': billing['company'],
    'billing_address.address2': billing['address2'],
    po_number: order['po_number'],
  };
  const others = NOTE_PLACES.map((name) => ({ name, value: textOf(texts[name]) }));
  return [...attributes, ...others].filter((note) => note.value !== '');
};
