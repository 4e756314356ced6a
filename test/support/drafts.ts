import type { ContactDraft, DocumentRow, InvoiceDraft } from '../../lib/translate/drafts.ts';

export const contactDraft = (changes: Partial<ContactDraft> = {}): ContactDraft => ({
  lastName: 'Minta',
  firstName: 'Mária',
  firm: '',
  email: 'maria@example.com',
  phone: '',
  country: 'HU',
  zip: '1111',
  city: 'Budapest',
  street: 'Fő utca 1.',
  taxNumber: '',
  owner: null,
  categories: [],
  ...changes,
});

export const documentRow = (changes: Partial<DocumentRow> = {}): DocumentRow => ({
  rowId: 'row-1',
  name: 'Bögre',
  sku: 'B-1',
  quantity: '2',
  unit: 'db',
  unitNet: '1000.00',
  vat: '27',
  netMinor: 200_000,
  grossMinor: 254_000,
  note: '',
  ...changes,
});

export const invoiceDraft = (changes: Partial<InvoiceDraft> = {}): InvoiceDraft => ({
  payment: 'bankcard',
  currency: 'HUF',
  fxRate: null,
  language: 'hu_HU',
  bankAccount: null,
  customerVatType: 'PRIVATE_PERSON',
  comment: 'Rendelés: #1001',
  rows: [documentRow()],
  totalMinor: 254_000,
  paymentDays: 8,
  fulfilmentDay: null,
  ...changes,
});
