import { expect, it } from 'vitest';
import { toSentCall } from '../../../lib/co3/command.ts';
import { PLAIN_CONTRACT } from '../../../lib/co3/contract.ts';
import { decodeError } from '../../../lib/co3/decode.ts';
import { type PaymentToBook, toPaymentCommand } from '../../../lib/co3/payment-command.ts';
import type { Day } from '../../../lib/event/time.ts';

const PAYMENT: PaymentToBook = {
  invoiceId: '31',
  amountMinor: 254_000,
  currency: 'HUF',
  day: '2026-11-22' as Day,
  bankAccount: null,
};

it('books money on an invoice', () => {
  const command = toPaymentCommand(PAYMENT);

  expect(command).toStrictEqual({
    method: 'setInvoiceBalance',
    parameters: [
      { tag: 'invoice_id', form: 'bare', value: '31' },
      { tag: 'amount', form: 'bare', value: '2540.00' },
      { tag: 'payment_date', form: 'bare', value: '2026-11-22' },
    ],
  });
});

it('books money that went back, in the currency’s own decimals, on the account that is named', () => {
  const { parameters } = toPaymentCommand({ ...PAYMENT, amountMinor: -1990, currency: 'JPY', bankAccount: 'OTP' });

  expect(parameters).toContainEqual({ tag: 'amount', form: 'bare', value: '-1990' });
  expect(parameters).toContainEqual({ tag: 'bank_account', form: 'text', value: 'OTP' });
});

it.each([
  [301, 'Non-existing invoice with the given id', [['invoice_id', '', '31']]],
  [304, 'Non-existing bank account with the given value', [['bank_account', 'settings.bankAccount', 'OTP']]],
  [309, 'The following invoice has already paid: 31', [['invoice_id', '', '31']]],
  [
    310,
    'The sum of the balance and amount is bigger than the total amount of the invoice. Invoice ID: 31',
    [
      ['invoice_id', '', '31'],
      ['amount', '', '2540.00'],
    ],
  ],
])('shows with code %i what was to be booked', (code, text, fields) => {
  const sent = toSentCall(toPaymentCommand({ ...PAYMENT, bankAccount: 'OTP' }), PLAIN_CONTRACT);

  const error = decodeError(code, text, sent);

  expect(error.fields.map(({ tag, path, value }) => [tag, path, value])).toStrictEqual(fields);
});
