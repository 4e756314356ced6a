import type { Account, Contact, Fields, Invoice } from './account.ts';
import type { Call, Outcome } from './call.ts';
import { checkInvoice, checkShape, stornoTarget } from './check-invoice.ts';
import { firstRefusal, refuse, refuseIf } from './codes.ts';
import { contactName, contactOf } from './crm.ts';
import { add, isZero, round } from './decimal.ts';
import { keepComment } from './dialect.ts';
import { fieldsOf, idOf, rowsOf } from './fields.ts';
import { decimalsOf, reckon } from './reckon.ts';
import { INVOICE_TAGS, ISSUED_DIRECTIONS, ROW_TAGS } from './vocabulary.ts';
import { childText } from './xml.ts';

/** Issues an invoice, a corrective invoice or a storno. It is not sent to the tax authority. */
export const setInvoice = (call: Call): Outcome => {
  const { account, params, now, dialect } = call;
  const head = fieldsOf(params, [...INVOICE_TAGS, ...account.options.customFields]);
  const rowElements = rowsOf(params);
  const contact = contactOf(call, idOf(params, 'contact_id'));
  const refusal = firstRefusal(
    () => checkShape(params, rowElements),
    () => refuseIf(contact === undefined, 201),
    () => checkInvoice(rowElements, head, account),
  );
  if (refusal !== undefined) return refusal;
  if (contact === undefined) return refuse(201);
  const rows = rowElements.map((row) => fieldsOf(row, ROW_TAGS));
  const currency = head['currency'] ?? '';
  const totals = reckon(rows, currency, dialect);
  const original = stornoTarget(head, account);
  const left = original === undefined ? '' : leftOf(original, account);
  const isStorno = original !== undefined && isZero(add(left, totals.gross));
  const id = account.invoices.nextId();
  const sentComment = childText(params, 'comment') ?? '';
  const invoice: Invoice = {
    id,
    number: numberFor(head, account),
    fields: { language: 'hu_HU', fulfillment_date: head['issue_date'] ?? '', ...head },
    sentComment,
    comment: keepComment(sentComment, dialect.comment),
    rows,
    ...totals,
    balance: round('0', decimalsOf(currency, dialect)),
    customer: toCustomer(contact),
    status: original === undefined ? 'issued' : isStorno ? 'storno' : 'corrective',
  };
  const commit = (): void => {
    account.invoices.put(id, invoice, now);
    if (isStorno) account.invoices.put(original.id, { ...original, status: 'cancelled' }, now);
  };
  return { kind: 'saved', idTag: 'invoice_id', id, commit };
};

/** What is left of an invoice after the documents that correct it. */
const leftOf = (original: Invoice, account: Account): string =>
  account.invoices
    .all()
    .filter(({ fields }) => Number(fields['storno_id'] ?? '0') === original.id)
    .reduce((left, { gross }) => add(left, gross), original.gross);

const numberFor = (head: Fields, account: Account): string => {
  const prefix = ISSUED_DIRECTIONS.includes(head['crdr'] ?? '') ? 'V' : 'B';
  const year = (head['issue_date'] ?? '').slice(0, 4);
  const earlier = account.invoices.all().filter(({ number }) => number.startsWith(`${prefix}-${year}/`));
  return `${prefix}-${year}/${String(earlier.length + 1).padStart(5, '0')}`;
};

const toCustomer = (contact: Contact): Fields => ({
  customer_name: contactName(contact),
  customer_vat_number: contact.fields['contact_vat_number'] ?? '',
  customer_country: contact.fields['contact_country'] ?? '',
  customer_zip: contact.fields['contact_zip'] ?? '',
  customer_city: contact.fields['contact_city'] ?? '',
  customer_address: contact.fields['contact_address'] ?? '',
});
