import { digestOf } from '../event/digest.ts';
import type { OrderSnapshot } from '../event/snapshot.ts';
import type { DocumentRow, OrderDrafts } from '../translate/drafts.ts';
import { percentOfVat } from '../translate/vat-factor.ts';
import type { PersonalData } from './personal-data/personal-data.ts';
import type { LiveDocument } from './step-records.ts';

/** Of the rows that are owed. How they are worded and priced follows from settings, and their order from the shop's whim: neither asks for a correction. */
export const contentOf = ({ invoice }: OrderDrafts): string =>
  digestOf([invoice.currency, invoice.rows.map(rowContent).toSorted()]);

// The pieces of a row that is billed as one stand in its note.
const rowContent = ({ rowId, name, sku, vat, netMinor, grossMinor, quantity, note }: DocumentRow): string =>
  JSON.stringify([rowId, name, sku, percentOfVat(vat), netMinor, grossMinor, note === '' ? quantity : '']);

/** Of the billed buyer. Phone, e-mail and the way of paying are not on the legal document: their change asks for no correction. */
export const buyerOf = ({ contact }: OrderDrafts): string =>
  digestOf([
    contact.lastName,
    contact.firstName,
    contact.firm,
    contact.taxNumber,
    contact.country,
    contact.zip,
    contact.city,
    contact.street,
  ]);

/**
 * Whether the order says something else than the document did. Of one that was read back after a loss of the table nobody knows what it stood for. Whose buyer
 * is to be forgotten, the shop makes them nameless too: the document stays theirs.
 */
export const isChanged = (
  { content, buyer }: LiveDocument,
  drafts: OrderDrafts,
  { forgetSince }: Pick<PersonalData, 'forgetSince'>,
): boolean => content !== '' && (content !== contentOf(drafts) || (forgetSince === null && buyer !== buyerOf(drafts)));

/** Whether the shop takes back what the last document stands for: a refund, or that nothing was owed any more, as after a cancellation. */
export const isOwedAgain = (
  { purpose, isReplaced, refunds }: LiveDocument,
  snapshot: Pick<OrderSnapshot, 'refunds'>,
): boolean => (purpose.startsWith('storno') && !isReplaced) || snapshot.refunds.length < refunds;

/** The rows that are owed, with the VAT text of the live row where both bear no tax: another code in the settings corrects no document. */
export const withLiveVat = (live: readonly DocumentRow[], owed: readonly DocumentRow[]): readonly DocumentRow[] => {
  const texts = new Map(live.map(({ rowId, vat }) => [rowId, vat]));
  return owed.map((row) => {
    const vat = texts.get(row.rowId);
    return vat !== undefined && percentOfVat(vat) === percentOfVat(row.vat) ? { ...row, vat } : row;
  });
};
