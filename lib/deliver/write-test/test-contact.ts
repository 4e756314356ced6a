import { compareSent } from '../../co3/compare-sent.ts';
import { toContactCommand } from '../../co3/contact-command.ts';
import { contactsNamedLike, listContacts, oneContact, readContacts } from '../../co3/contact-reads.ts';
import type { Contract } from '../../co3/contract.ts';
import type { ContactDraft } from '../../translate/drafts.ts';
import type { BorrowedLane } from '../borrow-lane.ts';
import { fact, type Stopped, stopped, type Tested, whyNotRead, whyNotWritten } from './report.ts';

export interface TestedContact extends Tested {
  readonly kind: 'contact';
  readonly id: string;
}

/** Makes the contact as the worker makes a buyer's, and reads it back. */
export const testContact = async (
  lane: BorrowedLane,
  contract: Contract,
  draft: ContactDraft,
): Promise<TestedContact | Stopped> => {
  const name = `${draft.lastName} ${draft.firstName}`;
  const call = toContactCommand(draft, null);
  const written = await lane.write(call);
  if (written.kind === 'unknown')
    return stopped(whyNotWritten(written), `Look in CO3 for the contact ${name}, and take it away.`);
  if (written.kind !== 'done') return stopped(`No contact was made. ${whyNotWritten(written)}`, '');

  const left = `The contact ${name} stands in CO3: take it away there.`;
  const list = await lane.read(listContacts());
  if (list.kind !== 'data') return stopped(`The contact was made and not read back. ${whyNotRead(list)}`, left);
  const id = written.id ?? contactsNamedLike(list.root, draft, contract).at(-1);
  const facts = [
    TAKEN,
    fact(
      'the answer to setContact bears the contact’s id',
      written.id !== null,
      'it bears none: contacts are looked for by their names',
    ),
    fact(
      'getContacts lists the contact',
      readContacts(list.root, contract).some((contact) => contact.id === id && contact.name !== ''),
      'it does not, or not with an id and a name',
    ),
  ];
  if (id === undefined)
    return stopped('CO3 took the contact, says no id of it and does not list it.', left, { names: [], facts });

  const read = await lane.read(oneContact(id));
  if (read.kind !== 'data')
    return stopped(`The contact was made and not read back. ${whyNotRead(read)}`, left, { names: [], facts });
  return { kind: 'contact', id, names: compareSent(call, read.root, 'getContact', contract), facts };
};

const TAKEN = fact('setContact on /crm makes a contact', true, '');
