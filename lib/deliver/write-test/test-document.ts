import { compareSent } from '../../co3/compare-sent.ts';
import type { Contract } from '../../co3/contract.ts';
import { type Sending, toDocumentCommand } from '../../co3/document-command.ts';
import { listInvoices, oneInvoice, readInvoice, readInvoices } from '../../co3/invoice-reads.ts';
import { formatMinor } from '../../event/money.ts';
import { addDays } from '../../event/time.ts';
import type { InvoiceDraft } from '../../translate/drafts.ts';
import type { BorrowedLane } from '../borrow-lane.ts';
import { isIssued } from '../read-all-invoices.ts';
import { fact, type Stopped, stopped, type Tested, whyNotRead, whyNotWritten } from './report.ts';

export interface TestedDocument extends Tested {
  readonly kind: 'document';
  readonly id: string;
  readonly number: string;
}

export interface TestOf {
  /** For people. */
  readonly what: 'invoice' | 'storno';
  readonly draft: InvoiceDraft;
  readonly sending: Sending;
  /** Waits as long as CO3 may still be at work on a call that it did not answer. */
  readonly settle: () => Promise<void>;
}

/** Issues the document as the worker does, and reads it back. A call without an answer is looked for and never repeated. */
export const testDocument = async (
  lane: BorrowedLane,
  contract: Contract,
  { what, draft, sending, settle }: TestOf,
): Promise<TestedDocument | Stopped> => {
  const call = toDocumentCommand(draft, sending);
  const written = await lane.write(call);
  if (written.kind === 'refused' || written.kind === 'failed')
    return stopped(`No ${what} was issued. ${whyNotWritten(written)}`, '');
  if (written.kind === 'unknown') await settle();

  const left = `Look in CO3 for the ${what} with ${sending.marker} in its comment, or of the contact ${sending.contactId}: it may stand there.`;
  const list = await lane.read(listInvoices(addDays(sending.dates.issue, -1), addDays(sending.dates.issue, 1)));
  if (list.kind !== 'data') return stopped(`The ${what} was sent and not read back. ${whyNotRead(list)}`, left);
  // Nobody else has an invoice for a contact that was made a moment ago.
  const ofContact = readInvoices(list.root, contract).headers.filter(
    (header) => isIssued(header) && header.contactId === sending.contactId && header.id !== sending.corrects,
  );
  const told = written.kind === 'done' ? written.id : null;
  const id = told ?? ofContact.at(-1)?.id;
  const facts = [
    ...(written.kind === 'done'
      ? [
          fact(
            `the answer to setInvoice bears the id of the ${what}`,
            told !== null,
            'it bears none: documents are looked for',
          ),
        ]
      : []),
    fact(
      `getInvoices lists the ${what} with its contact`,
      ofContact.some((header) => header.id === id),
      'it does not',
    ),
  ];
  if (id === undefined) {
    const why = written.kind === 'unknown' ? whyNotWritten(written) : `CO3 took the ${what} and does not list it.`;
    return stopped(why, left, { names: [], facts });
  }

  const read = await lane.read(oneInvoice(id));
  const shown = read.kind === 'data' ? readInvoice(read.root, contract) : undefined;
  if (read.kind !== 'data' || shown === undefined) {
    const why = read.kind === 'data' ? 'CO3 shows none under its id.' : whyNotRead(read);
    return stopped(`The ${what} was issued and not read back. ${why}`, left, { names: [], facts });
  }
  const sum = shown.grossMinor === null ? 'nothing that is a sum' : formatMinor(shown.grossMinor, draft.currency);
  return {
    kind: 'document',
    id,
    number: shown.number,
    names: compareSent(call, read.root, 'getInvoice', contract),
    facts: [
      ...facts,
      fact(`CO3 reckons the sum of the ${what} as we do`, shown.grossMinor === draft.totalMinor, `it shows ${sum}`),
    ],
  };
};
