import { digestOf } from '../event/digest.ts';
import type { ContactDraft } from '../translate/drafts.ts';
import { type Co3Command, command, type Leaf } from './command.ts';
import type { SentTag } from './contract.ts';
import { type FieldTable, toLeaves } from './field-table.ts';

type Tag = SentTag<'setContact'>;

const BILLING: FieldTable<ContactDraft, Tag> = [
  ['contact_lastname', 'text', (draft) => draft.lastName],
  ['contact_firstname', 'text', (draft) => draft.firstName],
  ['contact_firm', 'text', (draft) => draft.firm],
  ['contact_email', 'text', (draft) => draft.email],
  ['contact_phone', 'text', (draft) => draft.phone],
  ['contact_country', 'text', (draft) => draft.country],
  ['contact_zip', 'text', (draft) => draft.zip],
  ['contact_city', 'text', (draft) => draft.city],
  ['contact_address', 'text', (draft) => draft.street],
  ['contact_vat_number', 'text', (draft) => draft.taxNumber],
];

const CONTACT: FieldTable<ContactDraft, Tag> = [
  ...BILLING,
  ['contact_owner', 'text', (draft) => draft.owner],
  ['contact_categories', 'text', (draft) => (draft.categories.length === 0 ? null : draft.categories.join(','))],
];

/**
 * Makes the contact (`contactId` null) or brings it to what the draft says. What the buyer no longer has is sent empty for a
 * contact that is there; a new one is made without it.
 */
export const toContactCommand = (draft: ContactDraft, contactId: string | null): Co3Command<'setContact'> => {
  const leaves = toLeaves(CONTACT, draft);
  return command('setContact', [
    { tag: 'contact_id', form: 'bare', value: contactId ?? '0' },
    ...(contactId === null ? leaves.filter(({ value }) => value !== '') : leaves),
  ]);
};

/** Brings a contact that was there before us to the buyer's billing data. Whatever else stands there is its owner's. */
export const toAdoptedContactCommand = (draft: ContactDraft, contactId: string): Co3Command<'setContact'> =>
  command('setContact', [{ tag: 'contact_id', form: 'bare', value: contactId }, ...toBillingLeaves(draft)]);

/** What an adopted contact has to hold: what the buyer says, and of an address all parts, because half of another one is none. */
export const toBillingLeaves = (draft: ContactDraft): readonly Leaf<Tag>[] => {
  const hasAddress = [draft.zip, draft.city, draft.street].some((part) => part !== '');
  return toLeaves(BILLING, draft).filter(({ tag, value }) => value !== '' || (hasAddress && ADDRESS.has(tag)));
};

const ADDRESS: ReadonlySet<Tag> = new Set<Tag>(['contact_zip', 'contact_city', 'contact_address']);

/** Of the data that a document is billed with. Owner and categories are the settings' matter and change no invoice. */
export const contactDigest = (draft: ContactDraft): string => {
  const { owner: _owner, categories: _categories, ...billing } = draft;
  return digestOf(billing);
};
