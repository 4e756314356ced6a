import { digestOf } from '../event/digest.ts';
import { ok, type Result } from '../event/result.ts';
import { type OrderSnapshot, orderKeyOf, type Party } from '../event/snapshot.ts';
import type { ShopSettings } from '../settings/settings.ts';
import type { ContactDraft, TranslateProblem } from './drafts.ts';
import { orEmpty } from './fold.ts';
import { field, problem } from './problem.ts';
import { findTaxNumberText, parseTaxNumber, type TaxNumber } from './tax-number.ts';

/** The company's tax number, or null. What a private buyer has written there is of no account. */
export const taxNumberOf = (order: OrderSnapshot, shop: ShopSettings): Result<TaxNumber | null, TranslateProblem> => {
  const company = order.buyer?.company.trim() ?? '';
  const text = findTaxNumberText(order.notes, shop.taxNumberPlaces);
  if (company === '' || text === '') return ok(null);
  const number = parseTaxNumber(text, order.buyer?.country ?? '');
  if (number !== undefined) return ok(number);
  return problem(
    'InvalidTaxNumber',
    'The buyer is a company, and what stands as its tax number cannot be one.',
    field('buyer.taxNumber', text, ['12345676-1-42', 'HU12345676', 'DE123456789']),
  );
};

/** The buyer as a contact. Names may be empty: CO3 says itself what it needs. */
export const contactOf = (
  order: OrderSnapshot,
  taxNumber: TaxNumber | null,
  shop: ShopSettings,
): Result<ContactDraft, TranslateProblem> =>
  order.buyer === null
    ? problem('NoBuyer', 'The order names nobody to bill.', field('buyer', ''))
    : ok(toContact(order.buyer, taxNumber, shop));

/** A contact of nobody, for an order of which nothing is owed. */
export const toEmptyContact = (shop: ShopSettings): ContactDraft => toContact(NOBODY, null, shop);

/** Whom the contact is remembered by. Digests: a key holds nothing that can be read of a person. */
export const contactKeyOf = (order: OrderSnapshot, contact: ContactDraft): string => {
  if (contact.taxNumber !== '') return `tax:${digestOf(contact.taxNumber)}`;
  return mailKeyOf(contact) ?? `order:${orderKeyOf(order)}`;
};

/** Whom a contact without a tax number is remembered by; null where it has no e-mail, because names alone tell nobody apart. */
export const mailKeyOf = (contact: Pick<ContactDraft, 'email' | 'lastName' | 'firstName' | 'firm'>): string | null => {
  const email = contact.email.trim().toLowerCase();
  const name = [contact.lastName, contact.firstName, contact.firm].map((part) => part.trim().toLowerCase()).join(' ');
  return email === '' ? null : `mail:${digestOf(`${email}|${name}`)}`;
};

const toContact = (buyer: Party, taxNumber: TaxNumber | null, shop: ShopSettings): ContactDraft => ({
  lastName: orEmpty(buyer.name.last),
  firstName: orEmpty(buyer.name.first),
  firm: orEmpty(buyer.company),
  email: orEmpty(buyer.email),
  phone: orEmpty(buyer.phone),
  country: buyer.country,
  zip: orEmpty(buyer.address.zip),
  city: orEmpty(buyer.address.city),
  street: orEmpty(buyer.address.street),
  taxNumber: taxNumber?.text ?? '',
  owner: shop.contactOwner ?? null,
  categories: shop.contactCategories,
});

const NOBODY: Party = {
  name: { first: '', last: '' },
  company: '',
  email: '',
  phone: '',
  address: { street: '', city: '', zip: '' },
  country: '',
};
