import type { ImportReport } from '../../deliver/known-contacts/import-contacts.ts';
import { type Block, facts, good, table, text, title } from '../view/block.ts';

/** Names that stand twice are shown up to so many; --json has them all. */
const MAX_SHOWN = 10;

/** What an import has found, by CO3's ids: names of people stay in CO3. */
export const importedBlocks = ({ account, contacts, leftOut, namesakes }: ImportReport): readonly Block[] => [
  title(`${account}: the contacts that CO3 has already`),
  facts(
    ['known by name', counted(contacts, 'contact')],
    ['left out', leftOut === 0 ? 'none' : `${counted(leftOut, 'contact')} without a name or an id that can be read`],
    ['names that stand twice', namesakes.length === 0 ? 'none' : String(namesakes.length)],
  ),
  ...(namesakes.length === 0
    ? []
    : [table(['ids of one name'], namesakes.slice(0, MAX_SHOWN).map(toRow)), text(TWICE)]),
  good('A buyer whom the bridge meets for the first time is looked for among them before CO3 gets a new contact.'),
];

const toRow = (ids: readonly string[]): readonly string[] => [ids.join(', ')];

const TWICE =
  'They may be different people. Of two that have the tax number, or the e-mail and the names, of one buyer the lowest id is taken.';

const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;
