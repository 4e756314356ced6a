import type { SentName } from '../../co3/compare-sent.ts';
import type { Contract } from '../../co3/contract.ts';
import { METHODS } from '../../co3/contract-table.ts';
import { oneInvoice, readInvoice } from '../../co3/invoice-reads.ts';
import { fail, ok, type Result } from '../../event/result.ts';
import { toBudapestDay } from '../../event/time.ts';
import type { AccountSettings, ShopSettings } from '../../settings/settings.ts';
import { documentDates } from '../../translate/dates.ts';
import { type BorrowDeps, type BorrowedLane, borrowLane } from '../borrow-lane.ts';
import { fact, type Tested, type TestedFact } from './report.ts';
import { testContact } from './test-contact.ts';
import { testDocument } from './test-document.ts';
import { toTestContact, toTestInvoice, toTestMarker, toTestStorno } from './test-drafts.ts';
import { whyNotMeant } from './whether-meant.ts';

export interface WriteTestOf {
  readonly account: AccountSettings;
  readonly contract: Contract;
  readonly shop: ShopSettings;
}

export interface WriteReport {
  /** CO3's ids of what was made, in that order. */
  readonly made: readonly {
    readonly what: 'contact' | 'invoice' | 'storno';
    readonly id: string;
    readonly number: string;
  }[];
  readonly names: readonly SentName[];
  readonly facts: readonly TestedFact[];
  /** Names that such a contact and invoice do not need, by method. */
  readonly untried: readonly { readonly method: 'setContact' | 'setInvoice'; readonly tags: readonly string[] }[];
  /** Why it went no further; empty where it went to its end. */
  readonly stopped: string;
  /** What a person has to do about what stands in CO3; empty where nothing. */
  readonly left: string;
}

/** Hears what is done next. */
export type OnStep = (what: string, done: number, total: number) => void;

/**
 * Makes a contact and an invoice in a trial account, as the worker makes them, cancels the invoice by a storno, and holds all that was
 * sent against what CO3 shows afterwards. The problem says why the account is not to be written to; nothing has changed then.
 */
export const runWriteTest = (deps: BorrowDeps, of: WriteTestOf, onStep: OnStep): Promise<Result<WriteReport, string>> =>
  borrowLane(deps, of.account, (lane) => run(lane, deps, of, onStep));

const TOTAL = 4;

const run = async (
  lane: BorrowedLane,
  deps: BorrowDeps,
  { account, contract, shop }: WriteTestOf,
  onStep: OnStep,
): Promise<Result<WriteReport, string>> => {
  onStep('whether it is a trial account', 0, TOTAL);
  const why = await whyNotMeant(lane, contract, toBudapestDay(deps.clock.now()));
  if (why !== '') return fail(why);

  const id = deps.newId().slice(0, 8);
  const made: WriteReport['made'][number][] = [];
  const tested: Tested[] = [];
  const ended = (stopped: string, left: string): Result<WriteReport, string> =>
    ok({ made, ...merged(tested), stopped, left });

  onStep('the contact', 1, TOTAL);
  const contact = await testContact(lane, contract, toTestContact(id, account, shop));
  tested.push(contact);
  if (contact.kind === 'stopped') return ended(contact.why, contact.left);
  made.push({ what: 'contact', id: contact.id, number: '' });

  onStep('the invoice', 2, TOTAL);
  const settle = (): Promise<void> => deps.clock.sleep(account.readBack.settleSeconds * 1_000);
  const draft = toTestInvoice(account, shop);
  const sending = { contactId: contact.id, marker: toTestMarker(id, 'invoice'), corrects: null };
  const dates = documentDates(draft, deps.clock.now());
  const invoice = await testDocument(lane, contract, {
    what: 'invoice',
    draft,
    sending: { ...sending, dates },
    settle,
  });
  tested.push(invoice);
  if (invoice.kind === 'stopped') return ended(invoice.why, invoice.left);
  made.push({ what: 'invoice', id: invoice.id, number: invoice.number });

  onStep('the storno', 3, TOTAL);
  const back = toTestStorno(draft);
  const storno = await testDocument(lane, contract, {
    what: 'storno',
    draft: back,
    sending: {
      contactId: contact.id,
      marker: toTestMarker(id, 'storno'),
      corrects: invoice.id,
      dates: documentDates(back, deps.clock.now()),
    },
    settle,
  });
  tested.push(storno);
  const stands = `The invoice ${invoice.number} (${invoice.id}) stands in CO3: cancel it there by hand. ${'left' in storno ? storno.left : ''}`;
  if (storno.kind === 'stopped') return ended(storno.why, stands.trim());
  made.push({ what: 'storno', id: storno.id, number: storno.number });

  const after = await lane.read(oneInvoice(invoice.id));
  const status = after.kind === 'data' ? readInvoice(after.root, contract)?.status : undefined;
  tested.push({
    names: [],
    facts: [
      fact(
        'CO3 calls an invoice `cancelled` that a storno takes back',
        status === 'cancelled',
        status === undefined ? 'it shows none' : `it calls it ${status === '' ? 'nothing' : status.slice(0, 80)}`,
      ),
    ],
  });
  return ended('', '');
};

const merged = (tested: readonly Tested[]): Pick<WriteReport, 'names' | 'facts' | 'untried'> => {
  const names = worstOfEach(tested.flatMap((one) => one.names));
  return {
    names,
    facts: tested.flatMap((one) => one.facts),
    untried: (['setContact', 'setInvoice'] as const).map((method) => {
      const tried = new Set(names.filter((name) => name.method === method).map(({ tag }) => tag));
      return {
        method,
        tags: Object.keys(METHODS[method].sends).filter((tag) => !tried.has(tag) && !IS_THE_ID.has(`${method}.${tag}`)),
      };
    }),
  };
};

const IS_THE_ID: ReadonlySet<string> = new Set(['setContact.contact_id']);

const ORDER = { other: 0, absent: 1, cut: 2, holds: 3 } as const satisfies Record<SentName['verdict'], number>;

/** Each name once: the invoice and the storno try the same ones. */
const worstOfEach = (names: readonly SentName[]): readonly SentName[] => {
  const byName = new Map<string, SentName>();
  for (const name of names) {
    const key = `${name.method}.${name.tag}`;
    const known = byName.get(key);
    if (known === undefined || ORDER[name.verdict] < ORDER[known.verdict]) byName.set(key, name);
  }
  return [...byName.values()];
};
