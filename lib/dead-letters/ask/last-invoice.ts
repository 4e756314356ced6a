import { type InvoiceHeader, listInvoices, readInvoices } from '../../co3/invoice-reads.ts';
import { isIssued } from '../../deliver/read-all-invoices.ts';
import { fail, ok } from '../../event/result.ts';
import { type Day, toBudapestDay } from '../../event/time.ts';
import { type AskedFact, fact, type Question, readData } from './asked.ts';

/** Which day CO3 takes for the next invoice: that of the last one or later. */
export const askLastInvoice: Question = async ({ lane, contract, now }) => {
  const today = toBudapestDay(now);
  const read = await readData(lane, listInvoices(today, END_OF_DAYS));
  if (!read.ok) return fail(read.problem.text);
  const { headers, unreadable } = readInvoices(read.value, contract);
  const last = headers.filter(isIssued).toSorted(byDay).at(-1);
  return ok([
    ...(last === undefined || last.issueDay <= today ? inOrder(today) : ahead(last)),
    ...(unreadable === 0 ? [] : [fact(UNREADABLE, String(unreadable))]),
  ]);
};

// A slip of the pen may lie decades ahead.
const END_OF_DAYS = '2099-12-31' as Day;

const byDay = (a: InvoiceHeader, b: InvoiceHeader): number => (a.issueDay < b.issueDay ? -1 : 1);

const LAST = { en: 'latest issue date in CO3', hu: 'legkésőbbi számlakelt a CO3-ban' };
const EARLIEST = { en: 'earliest that CO3 takes now', hu: 'most elfogadott legkorábbi kelt' };
const REDRIVE = { en: 'a redrive', hu: 'újraindítás' };
const UNREADABLE = { en: 'invoices without an id', hu: 'azonosító nélküli számlák' };

const inOrder = (today: Day): readonly AskedFact[] => [
  fact(LAST, { en: `none after today, ${today}`, hu: `nincs a mai napnál (${today}) későbbi` }),
  fact(EARLIEST, today),
  fact(REDRIVE, { en: 'passes, as far as the issue date goes', hu: 'a kelt miatt már nem akad el' }),
];

const ahead = ({ issueDay, number, id }: InvoiceHeader): readonly AskedFact[] => [
  fact(LAST, {
    en: `${issueDay}, on the invoice ${number} (id ${id})`,
    hu: `${issueDay}, a(z) ${number} számlán (azonosító: ${id})`,
  }),
  fact(EARLIEST, issueDay),
  fact(REDRIVE, {
    en: `is refused again before ${issueDay}, as long as that invoice stands so`,
    hu: `${issueDay} előtt ismét elakad, amíg ez a számla így szerepel`,
  }),
];
