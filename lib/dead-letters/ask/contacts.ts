import type { Bilingual } from '../../co3/codes.ts';
import {
  listCategories,
  listContacts,
  oneContact,
  readCategories,
  readContacts,
  readShownContact,
  type ShownContact,
} from '../../co3/contact-reads.ts';
import { fail, ok, type Result } from '../../event/result.ts';
import { type AskedFact, type Asking, allowedFact, fact, NONE, openNewest, type Question, readData } from './asked.ts';

/** Which contact categories there are, and which of those that were sent are none of them. */
export const askCategories =
  (sent: readonly string[]): Question =>
  async (asking) => {
    const read = await readData(asking.lane, listCategories());
    if (read.ok) return ok(categoryFacts(CATEGORIES, readCategories(read.value, asking.contract), sent));
    // Nobody has documented the list. What stands on contacts is documented to be told.
    if (read.problem.error?.code !== UNKNOWN_METHOD) return fail(read.problem.text);
    const contacts = await readSome(asking);
    if (!contacts.ok) return contacts;
    return ok([
      ...categoryFacts(
        CATEGORIES_SEEN,
        contacts.value.flatMap(({ categories }) => categories),
        sent,
      ),
      NO_LIST,
    ]);
  };

/** Who owns contacts in CO3, as far as some of them show it. */
export const askOwners: Question = async (asking) => {
  const contacts = await readSome(asking);
  if (!contacts.ok) return contacts;
  const owners = contacts.value.map(({ owner }) => owner);
  return ok([allowedFact(OWNERS, 'settings.contactOwner', owners)]);
};

/** How many contacts there are, for a plan that takes no more. */
export const askContactCount: Question = async ({ lane, contract }) => {
  const read = await readData(lane, listContacts());
  return read.ok ? ok([fact(COUNT, String(readContacts(read.value, contract).length))]) : fail(read.problem.text);
};

/** Whether CO3 shows a contact by now. */
export const askContact =
  (contactId: string): Question =>
  async ({ lane, contract }) => {
    const read = await readData(lane, oneContact(contactId));
    if (read.ok) return ok([fact(contactOf(contactId), readShownContact(read.value, contract).name)]);
    const { error, text } = read.problem;
    return error?.code === NOT_ACCESSIBLE ? ok([fact(contactOf(contactId), NOT_SHOWN)]) : fail(text);
  };

const UNKNOWN_METHOD = 3;
const NOT_ACCESSIBLE = 201;

const readSome = async ({ lane, contract }: Asking): Promise<Result<readonly ShownContact[], Bilingual>> => {
  const list = await readData(lane, listContacts());
  if (!list.ok) return fail(list.problem.text);
  const ids = readContacts(list.value, contract)
    .map(({ id }) => id)
    .filter((id) => id !== '');
  return openNewest(lane, ids, oneContact, (root) => readShownContact(root, contract));
};

const categoryFacts = (
  label: Bilingual,
  categories: readonly string[],
  sent: readonly string[],
): readonly AskedFact[] => {
  const strange = sent.filter((one) => !categories.includes(one));
  return [
    allowedFact(label, 'settings.contactCategories', categories),
    fact(STRANGE, strange.length === 0 ? NONE : strange.join(', ')),
  ];
};

const CATEGORIES = { en: 'contact categories in CO3', hu: 'partnerkategóriák a CO3-ban' };
const CATEGORIES_SEEN = { en: 'categories of the newest contacts', hu: 'a legújabb partnerek kategóriái' };
const STRANGE = { en: 'sent, and not among them', hu: 'elküldött, de nem szerepel köztük' };
const OWNERS = { en: 'owners of the newest contacts', hu: 'a legújabb partnerek felelősei' };
const COUNT = {
  en: 'contacts that the bridge’s user sees',
  hu: 'a bridge felhasználója által látott partnerek száma',
};
const NOT_SHOWN = {
  en: 'CO3 does not show it to the bridge’s user',
  hu: 'a CO3 nem mutatja a bridge felhasználójának',
};

const contactOf = (id: string): Bilingual => ({ en: `the contact ${id}`, hu: `a(z) ${id} azonosítójú partner` });

const NO_LIST = fact(
  { en: 'there may be more', hu: 'lehet több is' },
  {
    en: 'this CO3 does not know the method that would list them all; if it has one, name it under `contract.getContactCategories.method` of the account',
    hu: 'ez a CO3 nem ismeri azt a metódust, amely mindet felsorolná; ha van ilyen, adja meg a nevét a fiók `contract.getContactCategories.method` beállításában',
  },
);
