import type { Party } from '../../event/snapshot.ts';
import { type Fields, fieldsOf, firstText, textOf } from './fields.ts';

/** Who is billed: the billing address, else the shipping address, else the customer's own. Null where none names anybody. */
export const readBuyer = (order: Fields): Party | null => {
  const customer = fieldsOf(order['customer']);
  const billing = fieldsOf(order['billing_address']);
  const shipping = fieldsOf(order['shipping_address']);
  const address = [billing, shipping, fieldsOf(customer['default_address'])].find(isFilled) ?? {};
  const name = nameOf(address);
  const party = {
    ...toParty(address),
    name: name.first === '' && name.last === '' ? nameOf(customer) : name,
    // Goods may go to a company that is not the one to be billed.
    company: address === shipping ? '' : textOf(address['company']),
    email: firstText(order['email'], order['contact_email'], customer['email']),
    phone: firstText(address['phone'], order['phone'], customer['phone']),
  };
  return party.name.first === '' && party.name.last === '' && party.company === '' ? null : party;
};

export const readShipTo = (order: Fields): Party | null => {
  const address = fieldsOf(order['shipping_address']);
  // The country alone decides the VAT.
  return isFilled(address) || countryOf(address) !== '' ? toParty(address) : null;
};

const FILLING = ['first_name', 'last_name', 'name', 'company', 'address1', 'city', 'zip'] as const;

/** Without the right to customer data an address comes with nothing but its country. */
const isFilled = (address: Fields): boolean => FILLING.some((key) => textOf(address[key]) !== '');

const toParty = (address: Fields): Party => ({
  name: nameOf(address),
  company: textOf(address['company']),
  email: '',
  phone: textOf(address['phone']),
  address: {
    street: [textOf(address['address1']), textOf(address['address2'])].filter((line) => line !== '').join(', '),
    city: textOf(address['city']),
    zip: textOf(address['zip']),
  },
  country: countryOf(address),
});

const nameOf = (person: Fields): Party['name'] => {
  const first = textOf(person['first_name']);
  const last = textOf(person['last_name']);
  if (first !== '' || last !== '') return { first, last };
  const whole = textOf(person['name']);
  const cut = whole.lastIndexOf(' ');
  return { first: whole.slice(0, Math.max(cut, 0)).trim(), last: whole.slice(cut + 1) };
};

const countryOf = (address: Fields): string => {
  const code = textOf(address['country_code']).toUpperCase();
  return /^[A-Z]{2}$/.test(code) ? code : '';
};
