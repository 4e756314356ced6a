import type { OrderSnapshot } from '../../event/snapshot.ts';
import { type Fields, fieldsOf, listOf, textOf } from './fields.ts';

type Note = OrderSnapshot['notes'][number];

/** The free texts in which shops keep tax numbers, by their place; empty ones are left out. */
export const readNotes = (order: Fields): Note[] => {
  const billing = fieldsOf(order['billing_address']);
  const attributes = listOf(order['note_attributes']).map((attribute) => ({
    name: `note_attributes.${textOf(attribute['name'])}`,
    value: textOf(attribute['value']),
  }));
  const others = [
    { name: 'note', value: textOf(order['note']) },
    { name: 'customer.note', value: textOf(fieldsOf(order['customer'])['note']) },
    { name: 'billing_address.company', value: textOf(billing['company']) },
    { name: 'billing_address.address2', value: textOf(billing['address2']) },
    { name: 'po_number', value: textOf(order['po_number']) },
  ];
  return [...attributes, ...others].filter((note) => note.value !== '');
};
