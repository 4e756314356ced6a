import { holdsBilling, isBuyer } from '../../co3/contact-match.ts';
import { oneContact } from '../../co3/contact-reads.ts';
import { AGAIN_PAUSE_MS, waitUntil } from '../conclude.ts';
import { emptyContact } from '../contact-record.ts';
import { contactPauseMs, tryContactLater } from '../contact-tries.ts';
import type { DocumentPlan } from '../plan-types.ts';
import { readCo3 } from '../read-co3.ts';
import type { ContactRecord, OrderRecord } from '../records.ts';
import { updateRecord } from '../update-record.ts';
import { type Ended, logFields, type Work } from '../work.ts';
import { knownIds } from './known-ids.ts';

/** Contacts of a buyer's name that are looked at, newest first. */
const MAX_CANDIDATES = 5;

/**
 * Looks for a buyer who is not in the ledger among the contacts that CO3 had before us. Answers the record of the one that was taken
 * over, undefined where there is none, or ends the work for a while.
 */
export const adoptContact = async (
  work: Work,
  order: OrderRecord,
  plan: DocumentPlan,
  key: string,
): Promise<{ readonly kind: 'contact'; readonly contact: ContactRecord | undefined } | Ended> => {
  const { deps, account } = work;
  const candidates = await knownIds(deps.ledger, account.id, plan.drafts.contact);
  if (candidates.length === 0) return { kind: 'contact', contact: undefined };
  if (candidates.length > MAX_CANDIDATES)
    deps.log.warn('contact has many namesakes', { ...logFields(order), count: candidates.length });
  const search = await readMatches(work, order, plan, candidates.slice(0, MAX_CANDIDATES));
  if (search.kind === 'failed') return waitForCo3(work, order, plan);
  // A person may have shut the lane during these calls.
  if (work.lane.state().hold?.reason === 'by-hand') return waitUntil(work, order, deps.clock.now(), 'stop');
  // Oldest first: where CO3 has the buyer twice, the first entry is the one that others refer to.
  const [found] = search.matches.toSorted((a, b) => Number(a.id) - Number(b.id));
  if (found === undefined) return { kind: 'contact', contact: undefined };
  if (search.matches.length > 1)
    deps.log.warn('contact is in CO3 more than once', { ...logFields(order), count: search.matches.length });
  deps.log.info('contact adopted', logFields(order));
  const billing = found.isUpToDate ? plan.billing : null;
  const contact = await updateRecord(
    deps,
    'contact',
    key,
    (current) => current ?? { ...emptyContact(account.id), contactId: found.id, billing, adopted: true },
  );
  return { kind: 'contact', contact };
};

interface Match {
  readonly id: string;
  /** CO3 holds all that would be sent. */
  readonly isUpToDate: boolean;
}

type Search = { readonly kind: 'searched'; readonly matches: readonly Match[] } | { readonly kind: 'failed' };

/** A code that says: later. Whatever else is refused says that this contact is not to be had. */
const DATABASE_FAILED = 202;
const NOT_THERE = 201;

const readMatches = async (
  work: Work,
  order: OrderRecord,
  { drafts: { contact } }: DocumentPlan,
  candidates: readonly string[],
): Promise<Search> => {
  const matches: Match[] = [];
  for (const id of candidates) {
    const one = await readCo3(work, 'crm', oneContact(id));
    if (one.kind === 'failed') return one;
    if (one.kind === 'data') {
      if (isBuyer(one.root, contact, work.contract))
        matches.push({ id, isUpToDate: holdsBilling(one.root, contact, work.contract) });
      continue;
    }
    if (one.error?.code === DATABASE_FAILED) return { kind: 'failed' };
    if (one.error?.code !== NOT_THERE)
      work.deps.log.warn('contact not shown', { ...logFields(order), method: 'getContact', ...codeOf(one.error) });
  }
  return { kind: 'searched', matches };
};

const codeOf = (error: { readonly code: number | null; readonly name: string } | null) => ({
  ...(error === null ? {} : { name: error.name }),
  ...(error?.code == null ? {} : { code: error.code }),
});

// Whoever ran out of time, or whose call never left, has met nothing that is wrong with this contact.
const waitForCo3 = (work: Work, order: OrderRecord, plan: DocumentPlan): Promise<Ended> => {
  const { lane, deps, account } = work;
  const pauseMs = lane.state().hold === null ? AGAIN_PAUSE_MS : contactPauseMs(account.readBack);
  const text = 'CO3 could not be asked whether it has the buyer’s contact already.';
  return tryContactLater(work, order, plan, text, deps.clock.now() + pauseMs);
};
