import { formatMinor } from '../event/money.ts';
import type { Day } from '../event/time.ts';
import { type Co3Command, command } from './command.ts';
import type { SentTag } from './contract.ts';
import { type FieldTable, toLeaves } from './field-table.ts';

/** Money that has come in for an invoice, or gone out for one that takes back. */
export interface PaymentToBook {
  /** CO3's id. */
  readonly invoiceId: string;
  /** Of the document's side: negative for one that takes back. */
  readonly amountMinor: number;
  readonly currency: string;
  readonly day: Day;
  /** As CO3 names it; null leaves it to CO3. */
  readonly bankAccount: string | null;
}

const PAYMENT: FieldTable<PaymentToBook, SentTag<'setInvoiceBalance'>> = [
  ['invoice_id', 'bare', (payment) => payment.invoiceId],
  ['amount', 'bare', ({ amountMinor, currency }) => formatMinor(amountMinor, currency)],
  ['payment_date', 'bare', (payment) => payment.day],
  ['bank_account', 'text', (payment) => payment.bankAccount],
];

export const toPaymentCommand = (payment: PaymentToBook): Co3Command<'setInvoiceBalance'> =>
  command('setInvoiceBalance', toLeaves(PAYMENT, payment));
