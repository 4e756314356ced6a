import type { Bilingual } from '../../co3/codes.ts';
import { listInvoices, oneInvoice, readInvoice, readInvoices, type ShownInvoice } from '../../co3/invoice-reads.ts';
import { isIssued } from '../../deliver/read-all-invoices.ts';
import { formatMinor } from '../../event/money.ts';
import { fail, ok, type Result } from '../../event/result.ts';
import { addDays, toBudapestDay } from '../../event/time.ts';
import { type Asking, allowedFact, fact, openNewest, type Question, readData } from './asked.ts';

/** How an invoice stands in CO3 by now: its sum, what is paid and what is open. */
export const askInvoice =
  (invoiceId: string): Question =>
  async ({ lane, contract }) => {
    const read = await readData(lane, oneInvoice(invoiceId));
    if (!read.ok) {
      const { error, text } = read.problem;
      return error?.code === NOT_FOUND ? ok([fact(invoiceOf(invoiceId), NOT_THERE)]) : fail(text);
    }
    const shown = readInvoice(read.value, contract);
    if (shown === undefined) return ok([fact(invoiceOf(invoiceId), NOT_THERE)]);
    const { number, issueDay, status, currency, grossMinor, balanceMinor } = shown;
    const money = (minor: number | null): string | Bilingual =>
      minor === null ? UNREADABLE : `${formatMinor(minor, currency)} ${currency}`;
    return ok([
      fact(invoiceOf(invoiceId), [number, issueDay, status].filter((part) => part !== '').join(', ')),
      fact({ en: 'sum', hu: 'végösszeg' }, money(grossMinor)),
      fact({ en: 'paid', hu: 'kiegyenlítve' }, money(balanceMinor)),
      fact(
        { en: 'open', hu: 'nyitott összeg' },
        money(grossMinor === null || balanceMinor === null ? null : grossMinor - balanceMinor),
      ),
    ]);
  };

/** What an invoice can bear, and where ours comes from. */
export interface Borne {
  readonly label: Bilingual;
  readonly path: string;
  readonly of: (invoice: ShownInvoice) => string;
}

/** Which values the account's latest invoices bear: CO3 has taken these. */
export const askInvoicesFor =
  ({ label, path, of }: Borne): Question =>
  async (asking) => {
    const shown = await readLatest(asking);
    return shown.ok ? ok([allowedFact(label, path, shown.value.map(of))]) : shown;
  };

const NOT_FOUND = 301;
const DAYS = 31;

const readLatest = async ({ lane, contract, now }: Asking): Promise<Result<readonly ShownInvoice[], Bilingual>> => {
  const today = toBudapestDay(now);
  const list = await readData(lane, listInvoices(addDays(today, -DAYS), today));
  if (!list.ok) return fail(list.problem.text);
  const ids = readInvoices(list.value, contract)
    .headers.filter(isIssued)
    .map(({ id }) => id);
  return openNewest(lane, ids, oneInvoice, (root) => readInvoice(root, contract));
};

const invoiceOf = (id: string): Bilingual => ({
  en: `the invoice with the id ${id}`,
  hu: `a(z) ${id} azonosítójú számla`,
});

const NOT_THERE = { en: 'CO3 does not find it', hu: 'a CO3 nem találja' };
const UNREADABLE = { en: 'cannot be read', hu: 'nem olvasható' };
