import type { Party } from '../../event/snapshot.ts';
import { type Fields, fieldsOf, firstText, textOf } from '../fields.ts';

/** Who is billed: the billing address, else the shipping address. Null where neither names anybody. */
export const readBuyer = (order: Fields): Party | null => {
  const billing = fieldsOf(order['billing']);
  const shipping = fieldsOf(order['shipping']);
  const isBilling = isFilled(billing) || !isFilled(shipping);
  const address = toParty(isBilling ? billing : shipping);
  const party = {
    ...address,
    // Goods may go to a company that is not the one to be billed.
    company: isBilling ? address.company : '',
    email: firstText(billing['email'], shipping['email']),
    phone: firstText(address.phone, billing['phone']),
    country: firstText(address.country, countryOf(billing)),
  };
  return party.name.first === '' && party.name.last === '' && party.company === '' ? null : party;
};

/** Null where nothing is sent (downloads, pick-up) or the shop has no address of its own for it. */
export const readShipTo = (order: Fields): Party | null => {
  const shipping = fieldsOf(order['shipping']);
  // The country alone decides the VAT.
  return isFilled(shipping) || countryOf(shipping) !== '' ? toParty(shipping) : null;
};

const FILLING = ['first_name', 'last_name', 'company', 'address_1', 'city', 'postcode'] as const;

const isFilled = (address: Fields): boolean => FILLING.some((key) => textOf(address[key]) !== '');

const toParty = (address: Fields): Party => ({
  name: { first: textOf(address['first_name']), last: textOf(address['last_name']) },
  company: textOf(address['company']),
  email: '',
  phone: textOf(address['phone']),
  address: {
    street: [textOf(address['address_1']), textOf(address['address_2'])].filter((line) => line !== '').join(', '),
    city: textOf(address['city']),
    zip: textOf(address['postcode']),
  },
  country: countryOf(address),
});

const countryOf = (address: Fields): string => {
  const code = textOf(address['country']).toUpperCase();
  return /^[A-Z]{2}$/.test(code) ? code : '';
};
