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

type Reader = Pick<BorrowedLane, 'read'>;

/** Hears how far the reading has come. */
export type OnRead = (what: 'months' | 'documents', done: number, total: number) => void;

/** An invoice that CO3 has and does not show. */
export type UnreadInvoice = Pick<InvoiceHeader, 'id' | 'number' | 'issueDay'>;

export interface AllInvoices {
  readonly invoices: readonly ShownInvoice[];
  readonly unread: readonly UnreadInvoice[];
  /** How many CO3 lists without an id that can be read. */
  readonly unreadable: number;
}

/** What the account issued on these days, both included, in whole: listed month by month, then one after another. The problem says why CO3 could not be read. */
export const readAllInvoices = async (
  lane: Reader,
  contract: Contract,
  { from, to }: { readonly from: Day; readonly to: Day },
  onRead: OnRead,
): Promise<Result<AllInvoices, string>> => {
  const months = toMonths(from, to);
  const listed = new Map<string, InvoiceHeader>();
  let unreadable = 0;
  for (const [index, month] of months.entries()) {
    onRead('months', index, months.length);
    const list = await lane.read(listInvoices(month.from, month.to));
    if (list.kind !== 'data') return fail(whyNot(list));
    const page = readInvoices(list.root, contract);
    unreadable += page.unreadable;
    for (const header of page.headers.filter(isIssued)) listed.set(header.id, header);
  }
  const read = await readEach(lane, contract, [...listed.values()], onRead);
  return read.ok ? ok({ ...read.value, unreadable }) : read;
};

/** The invoices of these ids; what CO3 does not know (any more) is left out. */
export const readInvoicesById = async (
  lane: Reader,
  contract: Contract,
  ids: readonly string[],
  onRead: OnRead,
): Promise<Result<Omit<AllInvoices, 'unreadable'>, string>> => {
  const read = await readEach(
    lane,
    contract,
    ids.map((id) => ({ id, number: '', issueDay: '' })),
    onRead,
  );
  return read.ok
    ? ok({ ...read.value, unread: read.value.unread.filter(({ id }) => !read.value.absent.has(id)) })
    : read;
};

interface ReadEach {
  readonly invoices: readonly ShownInvoice[];
  readonly unread: readonly UnreadInvoice[];
  /** Ids of those among the unread that CO3 says it does not have. */
  readonly absent: ReadonlySet<string>;
}

const NOT_THERE = 301;

const readEach = async (
  lane: Reader,
  contract: Contract,
  named: readonly UnreadInvoice[],
  onRead: OnRead,
): Promise<Result<ReadEach, string>> => {
  const invoices: ShownInvoice[] = [];
  const unread: UnreadInvoice[] = [];
  const absent = new Set<string>();
  for (const [index, { id, number, issueDay }] of named.entries()) {
    onRead('documents', index, named.length);
    const one = await lane.read(oneInvoice(id));
    if (one.kind === 'failed') return fail(one.why);
    const invoice = one.kind === 'data' ? readInvoice(one.root, contract) : undefined;
    if (invoice?.id === id) invoices.push(invoice);
    else unread.push({ id, number, issueDay });
    if (one.kind === 'refused' && one.error?.code === NOT_THERE) absent.add(id);
  }
  onRead('documents', named.length, named.length);
  return ok({ invoices, unread, absent });
};

/** Whether the account issued it, as far as can be told: a word that we do not know may stand for a document of ours. */
export const isIssued = ({ direction }: Pick<InvoiceHeader, 'direction'>): boolean => !CAME_IN.has(direction);

const CAME_IN: ReadonlySet<string> = new Set(['received', 'advance in']);

const toMonths = (from: Day, to: Day): readonly { readonly from: Day; readonly to: Day }[] => {
  const next = addDays(`${from.slice(0, 7)}-01` as Day, 31);
  const last = addDays(`${next.slice(0, 7)}-01` as Day, -1);
  return last >= to ? [{ from, to }] : [{ from, to: last }, ...toMonths(addDays(last, 1), to)];
};

const whyNot = (read: Exclude<BorrowedRead, { kind: 'data' }>): string => {
  if (read.kind === 'failed') return read.why;
  return read.error === null
    ? 'CO3 does not list its invoices.'
    : `CO3 does not list its invoices: ${read.error.name} (${read.error.text}).`;
};
