import { digestOf } from '../event/digest.ts';
import type { Day } from '../event/time.ts';
import type { DocumentRow, InvoiceDraft } from '../translate/drafts.ts';
import { type Co3Command, command } from './command.ts';
import type { SentTag } from './contract.ts';
import { type FieldTable, toLeaves } from './field-table.ts';

/** What changes from one sending of a document to the next. */
export interface Sending {
  readonly contactId: string;
  /** Stands in the comment's first line, so that the document can be found again. */
  readonly marker: string;
  /** CO3's id of the invoice that the document corrects or cancels; null for an invoice. */
  readonly corrects: string | null;
  readonly dates: { readonly issue: Day; readonly payment: Day; readonly fulfilment: Day };
}

interface SentDocument {
  readonly draft: InvoiceDraft;
  readonly sending: Sending;
}

const HEAD: FieldTable<SentDocument, SentTag<'setInvoice'>> = [
  ['crdr', 'text', () => 'outgoing'],
  ['method', 'text', ({ draft }) => draft.payment],
  ['contact_id', 'bare', ({ sending }) => sending.contactId],
  ['currency', 'text', ({ draft }) => draft.currency],
  ['fx_rate', 'bare', ({ draft }) => draft.fxRate],
  ['language', 'text', ({ draft }) => draft.language],
  ['issue_date', 'bare', ({ sending }) => sending.dates.issue],
  ['payment_date', 'bare', ({ sending }) => sending.dates.payment],
  ['fulfillment_date', 'bare', ({ sending }) => sending.dates.fulfilment],
  ['bank_account', 'text', ({ draft }) => draft.bankAccount],
  ['storno_id', 'bare', ({ sending }) => sending.corrects],
  ['customer_vat_type', 'text', ({ draft }) => draft.customerVatType],
  ['comment', 'text', ({ draft, sending }) => toComment(sending.marker, draft.comment)],
];

const ROW: FieldTable<DocumentRow, SentTag<'setInvoice'>> = [
  ['name', 'text', (row) => row.name],
  ['quantity', 'bare', (row) => row.quantity],
  ['unit', 'text', (row) => row.unit],
  ['net_price', 'bare', (row) => row.unitNet],
  ['vat', 'bare', (row) => row.vat],
  ['note', 'text', (row) => (row.note === '' ? null : row.note)],
];

/** An invoice, or a corrective invoice or storno of one: these say in rows what they add to it or take back. */
export const toDocumentCommand = (draft: InvoiceDraft, sending: Sending): Co3Command<'setInvoice'> =>
  command('setInvoice', [
    ...toLeaves(HEAD, { draft, sending }),
    { tag: 'items', item: 'item', items: draft.rows.map((row) => toLeaves(ROW, row)) },
  ]);

/** Of what the document says. Its day of fulfilment is left out as every date is: midnight makes no other document. */
export const documentDigest = (draft: InvoiceDraft): string => {
  const { fulfilmentDay: _fulfilmentDay, ...rest } = draft;
  return digestOf(rest);
};

const toComment = (marker: string, comment: string): string => (comment === '' ? marker : `${marker}\n${comment}`);
