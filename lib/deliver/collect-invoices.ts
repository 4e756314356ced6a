import type { Contract } from '../co3/contract.ts';
import {
  type InvoiceHeader,
  listInvoices,
  oneInvoice,
  readInvoice,
  readInvoices,
  type ShownInvoice,
} from '../co3/invoice-reads.ts';
import { fail, ok, type Result } from '../event/result.ts';
import { addDays, type Day } from '../event/time.ts';
import type { BorrowedLane, BorrowedRead } from './borrow-lane.ts';

export interface Window {
  /** Days in Budapest, both included. */
  readonly from: Day;
  readonly to: Day;
}

export interface Collected {
  readonly invoices: readonly ShownInvoice[];
  /** Invoices that CO3 lists and does not show: their ids, or what else is known of them. */
  readonly unread: readonly string[];
}

/** Reads every outgoing invoice of the window in whole, the oldest id first. The problem is why CO3 could not be read through. */
export const collectInvoices = async (
  lane: Pick<BorrowedLane, 'read'>,
  contract: Contract,
  window: Window,
  progress: (done: number, of: number) => void,
): Promise<Result<Collected, string>> => {
  const listed = new Map<string, InvoiceHeader>();
  const unread: string[] = [];
  for (const { from, to } of toMonths(window)) {
    const list = await lane.read(listInvoices(from, to));
    if (list.kind !== 'data') return fail(toWhy(list));
    const { headers, unreadable } = readInvoices(list.root, contract);
    for (const header of headers) if (isOutgoing(header)) listed.set(header.id, header);
    if (unreadable > 0) unread.push(`${unreadable} without an id, ${from} to ${to}`);
  }
  const ids = [...listed.keys()].toSorted((a, b) => Number(a) - Number(b));
  const invoices: ShownInvoice[] = [];
  for (const [index, id] of ids.entries()) {
    progress(index, ids.length);
    const one = await lane.read(oneInvoice(id));
    if (one.kind === 'failed') return fail(one.why);
    const invoice = one.kind === 'data' ? readInvoice(one.root, contract) : undefined;
    if (invoice === undefined) unread.push(id);
    else invoices.push(invoice);
  }
  progress(ids.length, ids.length);
  return ok({ invoices, unread });
};

/** Whether the account issued it. CO3 may not say, and then it is taken for one. */
export const isOutgoing = ({ direction }: Pick<InvoiceHeader, 'direction'>): boolean =>
  direction === '' || direction === 'outgoing';

const DAYS_AT_ONCE = 31;

/** The window in pieces: a list of years would be more than an answer holds. */
const toMonths = ({ from, to }: Window): readonly Window[] => {
  if (from > to) return [];
  const last = addDays(from, DAYS_AT_ONCE - 1);
  return last >= to ? [{ from, to }] : [{ from, to: last }, ...toMonths({ from: addDays(last, 1), to })];
};

const toWhy = (list: Exclude<BorrowedRead, { kind: 'data' }>): string =>
  list.kind === 'failed'
    ? list.why
    : list.error === null
      ? 'CO3 answers the list of invoices without one.'
      : `CO3 refuses to list invoices: ${list.error.code ?? ''} ${list.error.name} (${list.error.text}).`;
