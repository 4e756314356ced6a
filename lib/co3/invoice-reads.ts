import { parseMinor } from '../event/money.ts';
import type { Day } from '../event/time.ts';
import { type Co3Command, command } from './command.ts';
import { type Contract, ownWordOf, tagOf } from './contract.ts';
import type { XmlElement } from './xml.ts';
import { childText, findOutermost } from './xml-find.ts';

/** An invoice as CO3 lists it; texts are trimmed, and empty where CO3 says nothing. */
export interface InvoiceHeader {
  readonly id: string;
  readonly number: string;
  /** `outgoing` for what the account issues. */
  readonly direction: string;
  readonly contactId: string;
  readonly currency: string;
  /** Null where no amount can be read. */
  readonly grossMinor: number | null;
  /** What has been paid of it. */
  readonly balanceMinor: number | null;
  readonly issueDay: string;
  readonly status: string;
  readonly navStatus: string;
  readonly navTransactionId: string;
}

export interface ShownRow {
  readonly name: string;
  readonly quantity: string;
  readonly unit: string;
  readonly unitNet: string;
  readonly vat: string;
  readonly note: string;
}

/** An invoice with everything that CO3 shows of it. */
export interface ShownInvoice extends InvoiceHeader {
  readonly comment: string;
  /** The invoice that it corrects or cancels. */
  readonly stornoId: string | null;
  readonly payment: string;
  readonly language: string;
  readonly fxRate: string | null;
  readonly customerVatType: string;
  readonly bankAccount: string | null;
  readonly paymentDay: string;
  readonly fulfilmentDay: string;
  readonly rows: readonly ShownRow[];
}

/** Headers of the invoices that were issued on these days, both days included. */
export const listInvoices = (from: Day, to: Day): Co3Command<'getInvoices'> =>
  command('getInvoices', [
    { tag: 'date_from', form: 'bare', value: from },
    { tag: 'date_to', form: 'bare', value: to },
  ]);

export const oneInvoice = (invoiceId: string): Co3Command<'getInvoice'> =>
  command('getInvoice', [{ tag: 'invoice_id', form: 'bare', value: invoiceId }]);

/** What an answer of `getInvoices` lists. `unreadable` counts invoices without an id: a search among the others alone proves nothing. */
export const readInvoices = (
  root: XmlElement,
  contract: Contract,
): { readonly headers: readonly InvoiceHeader[]; readonly unreadable: number } => {
  const elements = findOutermost(root, tagOf(contract.methods.getInvoices, 'invoice'));
  const headers = elements.map((element) => toHeader(toSaid(element, 'getInvoices', contract))).filter(hasId);
  return { headers, unreadable: elements.length - headers.length };
};

/** The invoice of an answer of `getInvoice`; undefined where there is none with an id. */
export const readInvoice = (root: XmlElement, contract: Contract): ShownInvoice | undefined =>
  // Its fields may stand in the answer itself.
  [...findOutermost(root, tagOf(contract.methods.getInvoice, 'invoice')), root]
    .map((element) => toShown(element, contract))
    .find(hasId);

/** Where our documents bear their marker: the first line of a comment that says anything. */
export const markerLineOf = (comment: string): string =>
  comment
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .find((line) => line !== '') ?? '';

const hasId = ({ id }: InvoiceHeader): boolean => /^0*[1-9]\d*$/.test(id);

/** Texts of an element's fields by our names of them, words that the account has renamed in ours. */
interface Said {
  readonly text: (tag: string) => string;
  readonly word: (tag: string) => string;
}

const toSaid = (element: XmlElement, method: 'getInvoices' | 'getInvoice', contract: Contract): Said => {
  const text = (tag: string): string => childText(element, tagOf(contract.methods[method], tag)) ?? '';
  return { text, word: (tag) => ownWordOf(contract, tag, text(tag)) };
};

const toHeader = ({ text, word }: Said): InvoiceHeader => {
  const currency = word('currency');
  const toMinor = (amount: string): number | null => {
    const parsed = parseMinor(amount, currency);
    return parsed.ok ? parsed.value : null;
  };
  return {
    id: text('invoice_id'),
    number: text('invoice_number'),
    direction: word('crdr'),
    contactId: text('contact_id'),
    currency,
    grossMinor: toMinor(text('gross')),
    balanceMinor: toMinor(text('balance')),
    issueDay: text('issue_date'),
    status: word('status'),
    navStatus: text('nav_status'),
    navTransactionId: text('nav_transaction_id'),
  };
};

const toShown = (element: XmlElement, contract: Contract): ShownInvoice => {
  const said = toSaid(element, 'getInvoice', contract);
  const { text, word } = said;
  const tag = (name: string): string => tagOf(contract.methods.getInvoice, name);
  const items = element.children
    .filter(({ name }) => name === tag('items'))
    .flatMap(({ children }) => children.filter(({ name }) => name === tag('item')));
  return {
    ...toHeader(said),
    comment: text('comment'),
    stornoId: /^0*$/.test(text('storno_id')) ? null : text('storno_id'),
    payment: word('method'),
    language: word('language'),
    fxRate: orNull(text('fx_rate')),
    customerVatType: word('customer_vat_type'),
    bankAccount: orNull(text('bank_account')),
    paymentDay: text('payment_date'),
    fulfilmentDay: text('fulfillment_date'),
    rows: items.map((item) => toRow(toSaid(item, 'getInvoice', contract))),
  };
};

const toRow = ({ text, word }: Said): ShownRow => ({
  name: text('name'),
  quantity: text('quantity'),
  unit: text('unit'),
  unitNet: text('net_price'),
  vat: word('vat'),
  note: text('note'),
});

const orNull = (text: string): string | null => (text === '' ? null : text);
