import { compareAnswer } from '../../co3/compare-answer.ts';
import type { Contract } from '../../co3/contract.ts';
import {
  listInvoices,
  markerLineOf,
  oneInvoice,
  readInvoice,
  readInvoices,
  type ShownInvoice,
} from '../../co3/invoice-reads.ts';
import { addDays, type Day } from '../../event/time.ts';
import type { BorrowedLane } from '../borrow-lane.ts';
import { isIssued } from '../read-all-invoices.ts';
import { whyNotRead } from './report.ts';
import { TEST_MARK, TEST_ROW } from './test-drafts.ts';

const DAYS_BACK = 400;
/** Of so many invoices it is looked whether they are earlier tests. */
const MOST_TESTS = 20;

/**
 * Why the account must not be written to for a try, for a person; empty where nothing but earlier tries stands in it. An account that
 * issues invoices is somebody's books, and a number that is used there is used for good.
 */
export const whyNotMeant = async (lane: BorrowedLane, contract: Contract, today: Day): Promise<string> => {
  const list = await lane.read(listInvoices(addDays(today, -DAYS_BACK), today));
  if (list.kind !== 'data') return `Whether it is a trial account cannot be seen: ${whyNotRead(list)}`;
  const { things, besides } = compareAnswer(list.root, 'getInvoices', contract);
  const { headers, unreadable } = readInvoices(list.root, contract);
  // An account full of invoices must not look like an empty one.
  if (unreadable > 0 || (things === 0 && besides.length > 0))
    return 'Whether it is a trial account cannot be seen: the list of its invoices cannot be read. Mend the contract first.';
  const issued = headers.filter(isIssued);
  if (issued.length > MOST_TESTS) return inUse(`CO3 shows ${issued.length} invoices of the last ${DAYS_BACK} days`);
  for (const { id, number } of issued) {
    const read = await lane.read(oneInvoice(id));
    if (read.kind !== 'data') return `Whether it is a trial account cannot be seen: ${whyNotRead(read)}`;
    const invoice = readInvoice(read.root, contract);
    if (invoice === undefined || !isOfTest(invoice))
      return inUse(`CO3 shows the invoice ${number === '' ? id : number}, which is none of this test’s`);
  }
  return '';
};

const isOfTest = ({ comment, rows }: ShownInvoice): boolean =>
  markerLineOf(comment).startsWith(`${TEST_MARK}/`) || (rows.length > 0 && rows.every(({ name }) => name === TEST_ROW));

const inUse = (why: string): string =>
  `The account is at work: ${why}. Use a trial account, which is another one with a secret of its own, in a settings file of its own (--settings).`;
