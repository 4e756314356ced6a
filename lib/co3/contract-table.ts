import {
  CONTACT,
  type Footing,
  INVOICE,
  INVOICE_HEADER,
  INVOICE_SENT,
  type Names,
  ROW,
  ROWS,
} from './contract-fields.ts';
import { PRODUCT_METHODS } from './contract-product.ts';

export type Resource = 'crm' | 'finance' | 'product';

export interface MethodEntry {
  readonly footing: Footing;
  readonly resource: readonly [Resource | 'authenticate', Footing];
  readonly does: 'read' | 'write';
  /** The tag that names what was made or changed. */
  readonly idTag: readonly [string, Footing] | null;
  /** Leaves of the request. */
  readonly sends: Names;
  /** Leaves of the answer that the request does not have. */
  readonly answers: Names;
  /** Elements that hold other elements, in requests and answers. */
  readonly lists: Names;
}

/** CO3's methods, as far as they are known: the one table that every request is built from and every answer read with. */
export const METHODS = {
  authenticate: {
    footing: 'D',
    resource: ['authenticate', 'D'],
    does: 'read',
    idTag: null,
    sends: { username: 'D', password: 'D' },
    answers: {},
    lists: {},
  },
  getContact: {
    footing: 'D',
    resource: ['crm', 'D'],
    does: 'read',
    idTag: null,
    sends: { contact_id: 'D' },
    answers: CONTACT,
    lists: { contact: 'A' },
  },
  getContacts: {
    footing: 'D',
    resource: ['crm', 'D'],
    does: 'read',
    idTag: null,
    sends: {},
    answers: { contact_id: 'A', contact_name: 'A' },
    lists: { contacts: 'A', contact: 'A' },
  },
  getHistoryTypes: {
    footing: 'D',
    resource: ['crm', 'D'],
    does: 'read',
    idTag: null,
    sends: {},
    answers: { history_type_id: 'A', history_type_name: 'A' },
    lists: { history_types: 'A', history_type: 'A' },
  },
  // By analogy with the history types: nobody has documented that the categories can be read.
  getContactCategories: {
    footing: 'A',
    resource: ['crm', 'A'],
    does: 'read',
    idTag: null,
    sends: {},
    answers: { contact_category_id: 'A', contact_category_name: 'A' },
    lists: { contact_categories: 'A', contact_category: 'A' },
  },
  setContact: {
    footing: 'A',
    resource: ['crm', 'A'],
    does: 'write',
    idTag: ['contact_id', 'A'],
    sends: { contact_id: 'A', ...CONTACT },
    answers: {},
    lists: {},
  },
  getInvoices: {
    footing: 'D',
    resource: ['finance', 'D'],
    does: 'read',
    idTag: null,
    sends: { date_from: 'A', date_to: 'A' },
    answers: { invoice_id: 'A', ...INVOICE, ...INVOICE_HEADER },
    lists: { invoices: 'A', invoice: 'A' },
  },
  getInvoice: {
    footing: 'D',
    resource: ['finance', 'D'],
    does: 'read',
    idTag: null,
    sends: { invoice_id: 'D' },
    answers: { ...INVOICE, ...INVOICE_SENT, ...INVOICE_HEADER, ...ROW },
    lists: { invoice: 'A', ...ROWS },
  },
  setInvoice: {
    footing: 'D',
    resource: ['finance', 'D'],
    does: 'write',
    idTag: ['invoice_id', 'A'],
    sends: { ...INVOICE, ...INVOICE_SENT, ...ROW },
    answers: {},
    lists: ROWS,
  },
  setInvoiceBalance: {
    footing: 'A',
    resource: ['finance', 'A'],
    does: 'write',
    idTag: ['invoice_id', 'A'],
    sends: { invoice_id: 'A', amount: 'E', payment_date: 'A', bank_account: 'A' },
    answers: {},
    lists: {},
  },
  getFile: {
    footing: 'A',
    resource: ['finance', 'A'],
    does: 'read',
    idTag: null,
    sends: { file_id: 'A' },
    answers: {},
    lists: {},
  },
  ...PRODUCT_METHODS,
} as const satisfies Readonly<Record<string, MethodEntry>>;

export type MethodName = keyof typeof METHODS;
/** Every method but the signing in, which a connection does by itself. */
export type CallName = Exclude<MethodName, 'authenticate'>;
/** A tag that a request of this method may bear. */
export type SentTag<M extends MethodName> = keyof (typeof METHODS)[M]['sends'] & string;
export type ListTag<M extends MethodName> = keyof (typeof METHODS)[M]['lists'] & string;
