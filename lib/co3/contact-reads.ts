import type { ContactDraft } from '../translate/drafts.ts';
import { type Co3Command, command } from './command.ts';
import { type Contract, tagOf } from './contract.ts';
import type { XmlElement } from './xml.ts';
import { childText, findAll } from './xml-find.ts';

/** Ids and names of all contacts. */
export const listContacts = (): Co3Command => command('getContacts', []);

export const oneContact = (contactId: string): Co3Command =>
  command('getContact', [{ tag: 'contact_id', form: 'bare', value: contactId }]);

/** The names of all contact categories. */
export const listCategories = (): Co3Command => command('getContactCategories', []);

export const readCategories = (root: XmlElement, contract: Contract): readonly string[] =>
  findAll(root, tagOf(contract.methods.getContactCategories, 'contact_category_name'))
    .map(({ text }) => text.trim())
    .filter((name) => name !== '');

/** What an account keeps of a contact for itself; texts are empty where CO3 says nothing. */
export interface ShownContact {
  readonly name: string;
  readonly owner: string;
  readonly categories: readonly string[];
}

/** The contact of an answer of `getContact`. */
export const readShownContact = (root: XmlElement, contract: Contract): ShownContact => {
  const said = (name: string) => (findAll(root, tagOf(contract.methods.getContact, name))[0]?.text ?? '').trim();
  const names = [said('contact_lastname'), said('contact_firstname'), said('contact_firm')];
  return {
    name: names.filter((name) => name !== '').join(' '),
    owner: said('contact_owner'),
    categories: said('contact_categories')
      .split(',')
      .map((category) => category.trim())
      .filter((category) => category !== ''),
  };
};

/** A contact as `getContacts` lists it; texts are empty where CO3 says nothing that can be used. */
export interface ListedContact {
  readonly id: string;
  readonly name: string;
}

export const readContacts = (root: XmlElement, contract: Contract): readonly ListedContact[] => {
  const tag = (name: string) => tagOf(contract.methods.getContacts, name);
  return findAll(root, tag('contact')).map((element) => {
    const id = childText(element, tag('contact_id')) ?? '';
    return { id: /^\d+$/.test(id) ? id : '', name: childText(element, tag('contact_name')) ?? '' };
  });
};

/** Ids of the contacts whose listed name holds all the names of the draft, lowest id first. */
export const contactsNamedLike = (root: XmlElement, draft: ContactDraft, contract: Contract): readonly string[] => {
  const names = [draft.lastName, draft.firstName, draft.firm].map(folded).filter((name) => name !== '');
  return readContacts(root, contract)
    .map(({ id, name }) => ({ id, name: folded(name) }))
    .filter(({ id, name }) => id !== '' && names.length > 0 && names.every((part) => name.includes(part)))
    .map(({ id }) => id)
    .sort((a, b) => Number(a) - Number(b));
};

/** Whether an answer of `getContact` is the buyer of the draft: the same names and the same e-mail. */
export const isSameContact = (root: XmlElement, draft: ContactDraft, contract: Contract): boolean => {
  const said = (name: string) => folded(findAll(root, tagOf(contract.methods.getContact, name))[0]?.text ?? '');
  return (
    said('contact_lastname') === folded(draft.lastName) &&
    said('contact_firstname') === folded(draft.firstName) &&
    said('contact_firm') === folded(draft.firm) &&
    said('contact_email') === folded(draft.email)
  );
};

const folded = (text: string): string => text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
