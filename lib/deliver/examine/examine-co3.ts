import type { Co3Error } from '../../co3/codes.ts';
import { type Co3Command, command } from '../../co3/command.ts';
import { type ComparedMethod, type Comparison, compareAnswer } from '../../co3/compare-answer.ts';
import { listContacts, oneContact, readContacts } from '../../co3/contact-reads.ts';
import type { Contract } from '../../co3/contract.ts';
import { listInvoices, oneInvoice, readInvoices } from '../../co3/invoice-reads.ts';
import { findProducts, readProducts, readStockOf } from '../../co3/product-reads.ts';
import type { XmlElement } from '../../co3/xml.ts';
import { addDays, type Day, toBudapestDay } from '../../event/time.ts';
import type { AccountSettings } from '../../settings/settings.ts';
import { type BorrowDeps, type BorrowedLane, borrowLane } from '../borrow-lane.ts';
import { isIssued } from '../read-all-invoices.ts';

/** What became of one reading method. */
export type Examined =
  | { readonly kind: 'compared'; readonly method: ComparedMethod; readonly comparison: Comparison }
  | { readonly kind: 'refused'; readonly method: ComparedMethod; readonly error: Co3Error | null }
  /** There was nothing to ask it for. */
  | { readonly kind: 'not-asked'; readonly method: ComparedMethod; readonly lacks: Lacking };

export type Lacking = 'contact' | 'invoice' | 'product';

export interface Examination {
  /** Why CO3 could not be asked, or not any more; empty where it could. */
  readonly failed: string;
  /** In the order of the asking; none where signing in failed. */
  readonly methods: readonly Examined[];
}

export interface ExaminedAccount {
  readonly account: AccountSettings;
  readonly contract: Contract;
}

/** Hears which method is asked next. */
export type OnAsking = (method: ComparedMethod, done: number, total: number) => void;

/** Asks an account's CO3 for what the bridge reads there, each method once, and holds the answers against the contract. Changes nothing. */
export const examineCo3 = (
  deps: BorrowDeps,
  { account, contract }: ExaminedAccount,
  onAsking: OnAsking,
): Promise<Examination> =>
  borrowLane(deps, account, (lane) => askAll(lane, contract, toBudapestDay(deps.clock.now()), onAsking));

const askAll = async (lane: BorrowedLane, contract: Contract, today: Day, onAsking: OnAsking): Promise<Examination> => {
  const methods: Examined[] = [];
  const answers = new Map<ComparedMethod, XmlElement>();
  for (const { method, toCall } of STEPS) {
    onAsking(method, methods.length, STEPS.length);
    const call = toCall({ answers, contract, today });
    if ('lacks' in call) {
      methods.push({ kind: 'not-asked', method, lacks: call.lacks });
      continue;
    }
    const read = await lane.read(call);
    if (read.kind === 'failed') return { failed: read.why, methods };
    if (read.kind === 'data') answers.set(method, read.root);
    methods.push(
      read.kind === 'data'
        ? { kind: 'compared', method, comparison: compareAnswer(read.root, method, contract) }
        : { kind: 'refused', method, error: read.error },
    );
  }
  return { failed: '', methods };
};

interface Known {
  readonly answers: ReadonlyMap<ComparedMethod, XmlElement>;
  readonly contract: Contract;
  readonly today: Day;
}

interface Step {
  readonly method: ComparedMethod;
  readonly toCall: (known: Known) => Co3Command | { readonly lacks: Lacking };
}

/** A quarter of a year is enough to see an invoice of a shop that sells. */
const DAYS_BACK = 92;
const ANYTHING = '%';

const STEPS: readonly Step[] = [
  { method: 'getHistoryTypes', toCall: () => command('getHistoryTypes', []) },
  { method: 'getContacts', toCall: listContacts },
  {
    method: 'getContact',
    toCall: ({ answers, contract }) => {
      const list = answers.get('getContacts');
      const last = list && readContacts(list, contract).findLast(({ id }) => id !== '');
      return last === undefined ? { lacks: 'contact' } : oneContact(last.id);
    },
  },
  { method: 'getInvoices', toCall: ({ today }) => listInvoices(addDays(today, -DAYS_BACK), today) },
  {
    method: 'getInvoice',
    toCall: ({ answers, contract }) => {
      const list = answers.get('getInvoices');
      const last = list && readInvoices(list, contract).headers.findLast(isIssued);
      return last === undefined ? { lacks: 'invoice' } : oneInvoice(last.id);
    },
  },
  { method: 'getProduct', toCall: () => findProducts(ANYTHING) },
  {
    method: 'getStock',
    toCall: ({ answers, contract }) => {
      const list = answers.get('getProduct');
      const [first] = list === undefined ? [] : readProducts(list, 'getProduct', contract);
      return first === undefined ? { lacks: 'product' } : readStockOf([first.id]);
    },
  },
];
