import {
  type InvoiceHeader,
  listInvoices,
  markerLineOf,
  oneInvoice,
  readInvoice,
  readInvoices,
  type ShownInvoice,
} from '../co3/invoice-reads.ts';
import { addDays, toBudapestDay } from '../event/time.ts';
import { type Reading, readCo3 } from './read-co3.ts';
import type { SeenInvoice } from './records.ts';
import type { Work } from './work.ts';

export type Searching = Reading & Pick<Work, 'contract'>;

/** Invoices of one buyer that are looked at in one search, newest first. */
const MAX_CANDIDATES = 20;
const MAX_SEEN = 5;

export type Search =
  | {
      readonly kind: 'searched';
      /** Those that bear the marker, in the order of their ids. */
      readonly found: readonly ShownInvoice[];
      /** The same buyer's others, newest first. */
      readonly seen: readonly SeenInvoice[];
    }
  | { readonly kind: 'failed' };

export interface Sought {
  readonly marker: string;
  readonly contactId: string;
  readonly currency: string;
  readonly totalMinor: number;
  /** CO3's id of the invoice that it corrects; null for an invoice. */
  readonly corrects: string | null;
  /** When it was sent, in ms. */
  readonly sentAt: number;
}

/** Reads CO3's invoices from the day before the sending to tomorrow, and those of the buyer in whole. `known` are ids that it cannot be. */
export const searchByMarker = async (work: Searching, sought: Sought, known: readonly string[]): Promise<Search> => {
  const headers = await outgoingSince(work, sought.sentAt);
  if (headers === undefined) return { kind: 'failed' };
  const candidates = headers
    .filter(({ id, contactId }) => !known.includes(id) && (contactId === '' || contactId === sought.contactId))
    .slice(0, MAX_CANDIDATES);
  const found: ShownInvoice[] = [];
  const seen: SeenInvoice[] = [];
  for (const { id } of candidates) {
    const shown = await readOne(work, id);
    if (shown === 'failed') return { kind: 'failed' };
    if (shown === undefined) continue;
    if (isSought(shown, sought)) found.unshift(shown);
    else seen.push(toSeen(shown));
  }
  return { kind: 'searched', found, seen: seen.slice(0, MAX_SEEN) };
};

// A storno by hand may bear its invoice's comment, and with it the marker: it is another document all the same.
const isSought = (shown: ShownInvoice, { marker, currency, totalMinor, corrects }: Sought): boolean =>
  markerLineOf(shown.comment) === marker &&
  shown.currency === currency &&
  (shown.stornoId === null || shown.stornoId === corrects) &&
  (shown.grossMinor === null || Math.sign(shown.grossMinor) === Math.sign(totalMinor));

/** The invoice of this number or id that was issued since the sending. */
export const searchByNumber = async (
  work: Searching,
  as: string,
  sentAt: number,
): Promise<ShownInvoice | 'absent' | 'failed'> => {
  const headers = await outgoingSince(work, sentAt);
  if (headers === undefined) return 'failed';
  const header = headers.find(({ number }) => number === as) ?? headers.find(({ id }) => id === as);
  if (header === undefined) return 'absent';
  return (await readOne(work, header.id)) ?? 'absent';
};

/** Outgoing invoices, newest first; undefined where CO3 did not answer with them. */
const outgoingSince = async (work: Searching, sentAt: number): Promise<readonly InvoiceHeader[] | undefined> => {
  const from = addDays(toBudapestDay(sentAt), -1);
  const to = addDays(toBudapestDay(work.deps.clock.now()), 1);
  const list = await readCo3(work, 'finance', listInvoices(from, to));
  if (list.kind !== 'data') return undefined;
  const { headers, unreadable } = readInvoices(list.root, work.contract);
  // What cannot be read may be the very one.
  if (unreadable > 0) return undefined;
  return headers
    .filter(({ direction }) => direction === '' || direction === 'outgoing')
    .toSorted((a, b) => Number(b.id) - Number(a.id));
};

const readOne = async (work: Searching, id: string): Promise<ShownInvoice | undefined | 'failed'> => {
  const one = await readCo3(work, 'finance', oneInvoice(id));
  if (one.kind === 'failed') return 'failed';
  return one.kind === 'data' ? readInvoice(one.root, work.contract) : undefined;
};

const toSeen = ({ id, number, grossMinor, issueDay }: ShownInvoice): SeenInvoice => ({
  id,
  number,
  totalMinor: grossMinor ?? 0,
  day: issueDay,
});
