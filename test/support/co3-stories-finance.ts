import { aContact, after, anInvoice, finance, invoiceWith, type Story } from './co3-acts.ts';
import { withTags } from './co3-desk.ts';
import { invoiceWithRow, PAYMENT } from './co3-samples.ts';

export const FINANCE_STORIES: readonly Story[] = [
  { code: 301, story: 'an invoice that is not there', act: finance('getInvoice', [['invoice_id', '99']]) },
  { code: 302, story: 'a direction that is none', arrange: after(aContact), act: invoiceWith({ crdr: 'sideways' }) },
  {
    code: 303,
    story: 'a payment method that is none',
    arrange: after(aContact),
    act: invoiceWith({ method: 'paypal' }),
  },
  {
    code: 304,
    story: 'a bank account of somebody else',
    arrange: after(aContact),
    act: invoiceWith({ bank_account: '999' }),
  },
  {
    code: 305,
    story: 'an issue date before that of the last invoice',
    arrange: after(aContact, anInvoice),
    act: invoiceWith({ issue_date: '2026-11-21' }),
  },
  {
    code: 306,
    story: 'due before it is issued',
    arrange: after(aContact),
    act: invoiceWith({ payment_date: '2026-11-21' }),
  },
  {
    code: 307,
    story: 'a storno of a storno',
    arrange: after(
      aContact,
      anInvoice,
      finance('setInvoice', withTags(invoiceWithRow({ quantity: '-2' }), { storno_id: '1' })),
    ),
    act: invoiceWith({ storno_id: '2' }),
  },
  { code: 308, story: 'a language that is none', arrange: after(aContact), act: invoiceWith({ language: 'tlh' }) },
  {
    code: 309,
    story: 'a payment for a paid invoice',
    arrange: after(aContact, anInvoice, finance('setInvoiceBalance', PAYMENT)),
    act: finance('setInvoiceBalance', PAYMENT),
  },
  {
    code: 310,
    story: 'more money than is owed',
    arrange: after(aContact, anInvoice),
    act: finance('setInvoiceBalance', withTags(PAYMENT, { amount: '3962.41' })),
  },
  {
    code: 311,
    story: 'a currency that the account does not have',
    arrange: after(aContact),
    act: invoiceWith({ currency: 'CHF', fx_rate: '420' }),
  },
  {
    code: 312,
    story: 'a VAT type that is none',
    arrange: after(aContact),
    act: invoiceWith({ customer_vat_type: 'ALIEN' }),
  },
  { code: 313, story: 'a file that is not there', act: finance('getFile', [['file_id', '99']]) },
];
