import type { OrderSnapshot, Party } from '../../event/snapshot.ts';
import { countryByName } from '../country-by-name.ts';
import { type Fields, fieldsOf, textOf } from '../fields.ts';

/** Where an order's free texts stand. */
export const NOTE_PLACES = ['taxNumber', 'comment'] as const;

/** Who is billed, or who is sent to. Null where nobody is named. */
export const readParty = (order: Fields, which: 'payment' | 'shipping'): Party | null => {
  const of = (name: string): string => textOf(order[`${which}${name}`]);
  const code = textOf(fieldsOf(order[`${which}Country`])['isoCode2']).toUpperCase();
  const party: Party = {
    name: { first: of('Firstname'), last: of('Lastname') },
    company: of('Company'),
    email: textOf(order['email']),
    phone: textOf(order['phone']),
    address: {
      street: [of('Address1'), of('Address2')].filter((line) => line !== '').join(', '),
      city: of('City'),
      zip: of('Postcode'),
    },
    country: /^[A-Z]{2}$/.test(code) ? code : countryByName(of('CountryName')),
  };
  return party.name.first === '' && party.name.last === '' && party.company === '' ? null : party;
};

export const readNotes = (order: Fields): OrderSnapshot['notes'] =>
  [
    { name: 'taxNumber', value: textOf(order['taxNumber'] ?? order['paymentTaxnumber']) },
    { name: 'comment', value: textOf(order['comment']) },
  ].filter(({ value }) => value !== '');
