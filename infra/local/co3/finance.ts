import type { Invoice } from './account.ts';
import type { Call, Methods, Outcome } from './call.ts';
import { firstRefusal, refuse, refuseIf } from './codes.ts';
import { add, compare, multiply, round } from './decimal.ts';
import { checkFields, idOf } from './fields.ts';
import { decimalsOf } from './reckon.ts';
import { setInvoice } from './set-invoice.ts';
import { INVOICE_TAGS, ROW_TAGS } from './vocabulary.ts';
import type { Node } from './write-answer.ts';
import { childText } from './xml.ts';

// What CO3's page names for a list of invoices; rate, language, comment and the like are the invoice's own.
const HEADER_TAGS = ['crdr', 'method', 'contact_id', 'currency', 'issue_date', 'payment_date', 'fulfillment_date'];

const getInvoices = ({ account, params, asOf }: Call): Outcome => {
  const refusal = checkFields(params, [
    ['date_from', 'required', 'date'],
    ['date_to', 'required', 'date'],
  ]);
  if (refusal !== undefined) return refusal;
  const from = childText(params, 'date_from') ?? '';
  const to = childText(params, 'date_to') ?? '';
  const isWithin = ({ fields: { issue_date: day = '' } }: Invoice): boolean => day >= from && day <= to;
  const nodes = account.invoices
    .all(asOf)
    .filter(isWithin)
    .map((invoice): Node => ['invoice', headerOf(invoice, HEADER_TAGS)]);
  return { kind: 'data', content: [['invoices', nodes]] };
};

const getInvoice = ({ account, params, asOf }: Call): Outcome => {
  const refusal = checkFields(params, [['invoice_id', 'required', 'integer']]);
  if (refusal !== undefined) return refusal;
  const invoice = account.invoices.get(idOf(params, 'invoice_id'), asOf);
  if (invoice === undefined) return refuse(301);
  const rows = invoice.rows.map((row): Node => ['item', ROW_TAGS.map((tag): Node => [tag, row[tag] ?? ''])]);
  const head = headerOf(invoice, [...INVOICE_TAGS, ...account.options.customFields]);
  return { kind: 'data', content: [['invoice', [...head, ['comment', invoice.comment], ['items', rows]]]] };
};

/** Books a payment: the balance is what has been paid so far. */
const setInvoiceBalance = ({ account, params, now, dialect }: Call): Outcome => {
  const shape = checkFields(params, [
    ['invoice_id', 'required', 'integer'],
    ['amount', 'required', 'numeric', 'notZero'],
    ['payment_date', 'required', 'date'],
  ]);
  if (shape !== undefined) return shape;
  const id = idOf(params, 'invoice_id');
  const invoice = account.invoices.get(id);
  if (invoice === undefined) return refuse(301);
  const bank = childText(params, 'bank_account') ?? '';
  const paid = add(invoice.balance, childText(params, 'amount') ?? '0');
  const side = compare(invoice.gross, '0') < 0 ? '-1' : '1';
  const isMore = (a: string, b: string): boolean => compare(multiply(a, side), multiply(b, side)) > 0;
  // More than nothing is more than what a document takes back.
  const isTooMuch = isMore(paid, invoice.gross) || (side === '-1' && compare(paid, '0') > 0);
  const refusal = firstRefusal(
    () => refuseIf(bank !== '' && !account.options.bankAccounts.includes(bank), 304),
    () => refuseIf(!isMore(invoice.gross, invoice.balance), 309, String(id)),
    () => refuseIf(isTooMuch, 310, String(id)),
  );
  if (refusal !== undefined) return refusal;
  const balance = round(paid, decimalsOf(invoice.fields['currency'] ?? '', dialect));
  return {
    kind: 'saved',
    idTag: 'invoice_id',
    id,
    commit: () => account.invoices.put(id, { ...invoice, balance }, now),
  };
};

const getFile = ({ account, params }: Call): Outcome => {
  const refusal = checkFields(params, [['file_id', 'required', 'integer']]);
  if (refusal !== undefined) return refusal;
  const file = account.files.get(idOf(params, 'file_id'));
  if (file === undefined) return refuse(313);
  return {
    kind: 'data',
    content: [
      [
        'file',
        [
          ['file_id', String(file.id)],
          ['file_name', file.name],
          ['content', file.base64],
        ],
      ],
    ],
  };
};

export const FINANCE_METHODS: Methods = {
  getInvoices: { resource: 'finance', right: 'finance:read', run: getInvoices },
  getInvoice: { resource: 'finance', right: 'finance:read', run: getInvoice },
  setInvoice: { resource: 'finance', right: 'finance:write', run: setInvoice },
  setInvoiceBalance: { resource: 'finance', right: 'finance:write', run: setInvoiceBalance },
  getFile: { resource: 'finance', right: 'finance:read', run: getFile },
};

const headerOf = (invoice: Invoice, tags: readonly string[]): readonly Node[] => [
  ['invoice_id', String(invoice.id)],
  ['invoice_number', invoice.number],
  ...tags.map((tag): Node => [tag, invoice.fields[tag] ?? '']),
  ...Object.entries(invoice.customer),
  ['net', invoice.net],
  ['gross', invoice.gross],
  ['balance', invoice.balance],
  ['status', invoice.status],
  // Nothing is told to the tax authority by issuing alone.
  ['nav_status', ''],
  ['nav_transaction_id', ''],
];
