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
import { parseMarker } from './marker.ts';
import { isIssued } from './read-all-invoices.ts';
import { type Reading, readCo3 } from './read-co3.ts';
import type { SeenInvoice } from './step-records.ts';
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
  | SearchFailed;

/** A search that says nothing. `isAnswered`: CO3 did answer, so that other work need not wait. */
export interface SearchFailed {
  readonly kind: 'failed';
  readonly isAnswered: boolean;
}

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
export const searchByMarker = async (
  work: Searching,
  sought: Sought,
  known: readonly (string | null)[],
): Promise<Search> => {
  const headers = await outgoingSince(work, sought.sentAt);
  if ('kind' in headers) return headers;
  const candidates = headers.filter(
    ({ id, contactId }) => !known.includes(id) && (contactId === '' || contactId === sought.contactId),
  );
  const found: ShownInvoice[] = [];
  const seen: SeenInvoice[] = [];
  for (const { id } of candidates.slice(0, MAX_CANDIDATES)) {
    const shown = await readOne(work, id);
    if (shown.kind === 'failed') return shown;
    const { invoice } = shown;
    if (isSought(invoice, sought)) found.unshift(invoice);
    // What bears a marker of another order is no candidate for a person either.
    else if (parseMarker(markerLineOf(invoice.comment)) === undefined) seen.push(toSeen(invoice));
  }
  // It may stand among those that were not looked at.
  if (found.length === 0 && candidates.length > MAX_CANDIDATES) return { kind: 'failed', isAnswered: true };
  return { kind: 'searched', found, seen: seen.slice(0, MAX_SEEN) };
};

// A storno by hand may bear its invoice's comment, and with it the marker: it is another document all the same.
const isSought = (shown: ShownInvoice, { marker, currency, totalMinor, corrects }: Sought): boolean =>
  markerLineOf(shown.comment) === marker &&
  shown.currency === currency &&
  (shown.stornoId === null || shown.stornoId === corrects) &&
  (shown.grossMinor === null || Math.sign(shown.grossMinor) === Math.sign(totalMinor));

/** The invoice of this number or id that was issued since the sending; undefined where there is none. */
export const searchByNumber = async (
  work: Searching,
  as: string,
  sentAt: number,
): Promise<{ readonly kind: 'searched'; readonly invoice: ShownInvoice | undefined } | SearchFailed> => {
  const headers = await outgoingSince(work, sentAt);
  if ('kind' in headers) return headers;
  const header = headers.find(({ number }) => number === as) ?? headers.find(({ id }) => id === as);
  if (header === undefined) return { kind: 'searched', invoice: undefined };
  const one = await readOne(work, header.id);
  return one.kind === 'failed' ? one : { kind: 'searched', invoice: one.invoice };
};

/** Outgoing invoices, newest first. */
const outgoingSince = async (work: Searching, sentAt: number): Promise<readonly InvoiceHeader[] | SearchFailed> => {
  const from = addDays(toBudapestDay(sentAt), -1);
  const to = addDays(toBudapestDay(work.deps.clock.now()), 1);
  const list = await readCo3(work, 'finance', listInvoices(from, to));
  if (list.kind !== 'data') return { kind: 'failed', isAnswered: list.kind === 'refused' };
  const { headers, unreadable } = readInvoices(list.root, work.contract);
  // What cannot be read may be the very one.
  if (unreadable > 0) return { kind: 'failed', isAnswered: true };
  return headers.filter(isIssued).toSorted((a, b) => Number(b.id) - Number(a.id));
};

/** A listed invoice; CO3 may list what it does not show yet. */
const readOne = async (
  work: Searching,
  id: string,
): Promise<{ readonly kind: 'read'; readonly invoice: ShownInvoice } | SearchFailed> => {
  const one = await readCo3(work, 'finance', oneInvoice(id));
  if (one.kind === 'failed') return { kind: 'failed', isAnswered: false };
  const invoice = one.kind === 'data' ? readInvoice(one.root, work.contract) : undefined;
  return invoice === undefined ? { kind: 'failed', isAnswered: true } : { kind: 'read', invoice };
};

const toSeen = ({ id, number, grossMinor, issueDay }: ShownInvoice): SeenInvoice => ({
  id,
  number,
  totalMinor: grossMinor ?? 0,
  day: issueDay,
});
