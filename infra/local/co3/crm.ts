import type { Account, Contact, Fields, User } from './account.ts';
import type { Call, Methods, Outcome } from './call.ts';
import { firstRefusal, type Refusal, refuse, refuseIf } from './codes.ts';
import { checkFields, fieldsOf, idOf } from './fields.ts';
import { isTaxNumber } from './tax-number.ts';
import { CONTACT_TAGS } from './vocabulary.ts';
import type { Node } from './write-answer.ts';

/** A contact that this user may see. */
export const contactOf = (call: Call, id: number): Contact | undefined => {
  const contact = call.account.contacts.get(id, call.asOf);
  return contact !== undefined && maySee(call.user, contact) ? contact : undefined;
};

export const contactName = ({ fields }: Contact): string => {
  const person = [fields['contact_lastname'], fields['contact_firstname']].filter((part) => part).join(' ');
  const firm = fields['contact_firm'] ?? '';
  return firm === '' ? person : person === '' ? firm : `${firm} (${person})`;
};

const getContact = (call: Call): Outcome => {
  const refusal = checkFields(call.params, [['contact_id', 'required', 'integer']]);
  if (refusal !== undefined) return refusal;
  const contact = contactOf(call, idOf(call.params, 'contact_id'));
  if (contact === undefined) return refuse(201);
  const fields = CONTACT_TAGS.map((tag): Node => [tag, contact.fields[tag] ?? '']);
  return { kind: 'data', content: [['contact', [['contact_id', String(contact.id)], ...fields]]] };
};

const getContacts = (call: Call): Outcome => {
  const visible = call.account.contacts.all(call.asOf).filter((contact) => maySee(call.user, contact));
  const nodes = visible.map(
    (contact): Node => [
      'contact',
      [
        ['contact_id', String(contact.id)],
        ['contact_name', contactName(contact)],
      ],
    ],
  );
  return { kind: 'data', content: [['contacts', nodes]] };
};

const getHistoryTypes = ({ account }: Call): Outcome => ({
  kind: 'data',
  content: [['history_types', account.options.historyTypes.map(toNamed('history_type'))]],
});

const getContactCategories = ({ account }: Call): Outcome => ({
  kind: 'data',
  content: [['contact_categories', account.options.categories.map(toNamed('contact_category'))]],
});

/** An entry of a list that an administrator keeps. */
const toNamed =
  (tag: string) =>
  (name: string, index: number): Node => [
    tag,
    [
      [`${tag}_id`, String(index + 1)],
      [`${tag}_name`, name],
    ],
  ];

const setContact = (call: Call): Outcome => {
  const { account, params, now } = call;
  const shape = checkFields(params, [['contact_id', 'integer', 'notNegative']]);
  if (shape !== undefined) return shape;
  const given = idOf(params, 'contact_id');
  const known = contactOf(call, given);
  const sent = fieldsOf(params, CONTACT_TAGS);
  const owner = { contact_owner: call.user.username };
  const fields: Fields = { ...(known?.fields ?? owner), ...sent };
  const refusal = firstRefusal(
    () => refuseIf(given !== 0 && known === undefined, 201),
    () => refuseIf(given === 0 && !hasName(sent), 206),
    () => checkContactFields(sent, fields, account),
    () => refuseIf(given === 0 && account.contacts.all().length >= account.options.plan.contacts, 205),
  );
  if (refusal !== undefined) return refusal;
  const id = known?.id ?? account.contacts.nextId();
  return { kind: 'saved', idTag: 'contact_id', id, commit: () => account.contacts.put(id, { id, fields }, now) };
};

export const CRM_METHODS: Methods = {
  getContact: { resource: 'crm', right: 'crm:read', run: getContact },
  getContacts: { resource: 'crm', right: 'crm:read', run: getContacts },
  getHistoryTypes: { resource: 'crm', right: 'crm:read', run: getHistoryTypes },
  getContactCategories: { resource: 'crm', right: 'crm:read', run: getContactCategories },
  setContact: { resource: 'crm', right: 'crm:write', run: setContact },
};

const maySee = (user: User, contact: Contact): boolean =>
  user.ownContactsOnly !== true || contact.fields['contact_owner'] === user.username;

const hasName = (sent: Fields): boolean =>
  ['contact_lastname', 'contact_firstname', 'contact_firm'].some((tag) => (sent[tag] ?? '') !== '');

const checkContactFields = (sent: Fields, whole: Fields, { options }: Account): Refusal | undefined => {
  const { contact_owner: owner = '', contact_email: email = '', contact_vat_number: taxNumber = '' } = sent;
  const categories = (sent['contact_categories'] ?? '').split(',').filter((category) => category.trim() !== '');
  const zip = sent['contact_zip'] ?? '';
  const isHungarian = ['', 'HU'].includes(whole['contact_country'] ?? '');
  return firstRefusal(
    () => refuseIf(owner !== '' && !options.users.some(({ username }) => username === owner), 203, owner),
    () =>
      refuseIf(
        categories.some((category) => !options.categories.includes(category.trim())),
        204,
        options.categories.join(', '),
      ),
    () => refuseIf(email !== '' && !/^[^\s@,;]+@[^\s@,;]+\.[^\s@,;.]{2,}$/.test(email), 22),
    () => refuseIf(isHungarian && zip !== '' && !/^\d+$/.test(zip), 19, 'contact_zip'),
    () => refuseIf(taxNumber !== '' && !isTaxNumber(taxNumber), 20),
  );
};
