import { contactsNamedLike, isSameContact, listContacts, oneContact } from '../co3/contact-reads.ts';
import { waitUntil } from './conclude.ts';
import { contactPauseMs, giveContactUp, tryContactLater } from './contact-tries.ts';
import type { DocumentPlan } from './plan-types.ts';
import { readCo3 } from './read-co3.ts';
import type { ContactRecord, OrderRecord } from './records.ts';
import { amendRecord } from './update-record.ts';
import { type Ended, logFields, type Work } from './work.ts';

/** Contacts of one name that are looked at, newest first. */
const MAX_CANDIDATES = 5;

/**
 * Looks in CO3 for a contact whose making gave no answer; one that the last read of the window did not find is made again: the harm is a
 * double entry. Answers its record, free to be written again, or ends the work for a while.
 */
export const findContact = async (
  work: Work,
  order: OrderRecord,
  contact: ContactRecord,
  plan: DocumentPlan,
): Promise<{ readonly kind: 'contact'; readonly contact: ContactRecord } | Ended> => {
  const { deps } = work;
  const { sent } = contact;
  const { reads: enough } = work.account.readBack;
  const everyMs = contactPauseMs(work.account.readBack);
  if (sent === null) return { kind: 'contact', contact };
  if (sent.readAt > deps.clock.now()) return waitUntil(work, order, sent.readAt, 'idle');
  // Writing a known contact again does no harm, so there is nothing to look for.
  if (contact.contactId !== null)
    return { kind: 'contact', contact: await amendRecord(deps, contact, (known) => ({ ...known, sent: null })) };
  const search = await searchContact(work, plan);
  if (search.kind === 'failed')
    return tryContactLater(
      work,
      order,
      plan,
      'CO3 could not be searched for the buyer’s contact.',
      deps.clock.now() + everyMs,
    );
  if (search.id !== null) {
    deps.log.info('contact found', logFields(order));
    const { id } = search;
    // Its data are not known to be ours, so they are sent once more with the id.
    return {
      kind: 'contact',
      contact: await amendRecord(deps, contact, (known) => ({ ...known, contactId: id, billing: null, sent: null })),
    };
  }
  const reads = sent.reads + 1;
  if (reads >= enough && sent.acknowledged)
    return giveContactUp(
      work,
      order,
      plan,
      'CO3 took the buyer’s contact without saying its id, and it cannot be found.',
    );
  if (reads >= enough)
    return { kind: 'contact', contact: await amendRecord(deps, contact, (known) => ({ ...known, sent: null })) };
  const readAt = deps.clock.now() + everyMs;
  await amendRecord(deps, contact, (known) => ({ ...known, sent: { ...sent, reads, readAt } }));
  return waitUntil(work, order, readAt, 'idle');
};

type Search = { readonly kind: 'searched'; readonly id: string | null } | { readonly kind: 'failed' };

const searchContact = async (work: Work, { drafts: { contact } }: DocumentPlan): Promise<Search> => {
  const list = await readCo3(work, 'crm', listContacts());
  if (list.kind !== 'data') return { kind: 'failed' };
  const candidates = contactsNamedLike(list.root, contact, work.contract).slice(-MAX_CANDIDATES).reverse();
  for (const id of candidates) {
    const one = await readCo3(work, 'crm', oneContact(id));
    if (one.kind === 'failed') return one;
    if (one.kind === 'data' && isSameContact(one.root, contact, work.contract)) return { kind: 'searched', id };
  }
  return { kind: 'searched', id: null };
};
