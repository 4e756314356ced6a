import type { OrderSnapshot, Party } from '../../event/snapshot.ts';
import { firstText } from '../fields.ts';
import { wholeName } from '../whole-name.ts';
import { childOf, childrenOf, textAt, type XmlNode } from '../xml.ts';
import { isFilled, looksLikeTaxNumber, note, QUESTIONS } from './notes.ts';

/** The name of the address is billed; who ordered may be somebody else. */
export const readParty = (order: XmlNode, which: 'Invoice' | 'Shipping'): Party | null => {
  const customer = childOf(order, 'Customer');
  const address = childOf(childOf(customer, 'Addresses'), which);
  const name = textAt(address, 'Name');
  if (name === '') return null;
  const country = textAt(address, 'CountryCode').toUpperCase();
  const isCompany = isNoPrivatePerson(address);
  return {
    name: wholeName(isCompany ? textAt(customer, 'Contact', 'Name') : name, country),
    company: isCompany ? name : '',
    email: textAt(customer, 'Email'),
    phone: firstText(textAt(customer, 'Contact', 'Mobile'), textAt(customer, 'Contact', 'Phone')),
    address: { street: textAt(address, 'Street'), city: textAt(address, 'City'), zip: textAt(address, 'ZIP') },
    country: /^[A-Z]{2}$/.test(country) ? country : '',
  };
};

/** Where the buyer was not asked, as in old orders and for deliveries, the tax number says it. What a private person left over there does not. */
const isNoPrivatePerson = (address: XmlNode | undefined): boolean => {
  const type = textAt(address, 'CustomerType');
  return type === '' ? looksLikeTaxNumber(textAt(address, 'TaxNumber')) : NO_PRIVATE_PERSONS.has(type);
};

/** A foundation or a condominium has no tax number and is no private person either. */
const NO_PRIVATE_PERSONS: ReadonlySet<string> = new Set(['company', 'other_customer_without_tax_number']);

export const readNotes = (order: XmlNode): OrderSnapshot['notes'] => {
  const customer = childOf(order, 'Customer');
  const invoice = childOf(childOf(customer, 'Addresses'), 'Invoice');
  const params = [order, customer].flatMap((node) => childrenOf(childOf(node, 'Params'), 'Param'));
  const comment = childrenOf(childOf(order, 'Comments'), 'Comment').find((one) => textAt(one, 'Type') === 'customer');
  return [
    note('invoice.taxNumber', textAt(invoice, 'TaxNumber')),
    note('invoice.euTaxNumber', textAt(invoice, 'EUTaxNumber')),
    ...params.map((param) => note(`${QUESTIONS}${textAt(param, 'Name')}`, textAt(param, 'Value'))),
    note('comment', textAt(comment, 'Text')),
  ].filter(isFilled);
};
