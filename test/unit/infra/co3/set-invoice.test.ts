import { expect, it } from 'vitest';
import { aContact, anInvoice, contactWith, finance, invoiceWith } from '../../../support/co3-acts.ts';
import { withTags } from '../../../support/co3-desk.ts';
import { openCo3Desk } from '../../../support/co3-on-hand.ts';
import { invoiceWithRow, PAYMENT } from '../../../support/co3-samples.ts';

it('reckons net and gross itself and numbers the documents of a year', async () => {
  const desk = await openCo3Desk();
  await aContact(desk);
  await anInvoice(desk);
  await invoiceWith({ issue_date: '2027-01-02', payment_date: '2027-01-02' })(desk);
  await invoiceWith({ crdr: 'received' })(desk);

  const issued = desk.account.invoices.all().map(({ number, net, gross, balance }) => [number, net, gross, balance]);

  expect(issued).toStrictEqual([
    ['V-2026/00001', '3120.00', '3962.40', '0.00'],
    ['V-2027/00001', '3120.00', '3962.40', '0.00'],
    ['B-2026/00001', '3120.00', '3962.40', '0.00'],
  ]);
});

it('calls a document that takes back the rest a storno, and one that takes back less corrective', async () => {
  const desk = await openCo3Desk();
  await aContact(desk);
  await anInvoice(desk);
  await finance('setInvoice', withTags(invoiceWithRow({ quantity: '-1' }), { storno_id: '1' }))(desk);
  await finance('setInvoice', withTags(invoiceWithRow({ quantity: '-1' }), { storno_id: '1' }))(desk);

  const issued = desk.account.invoices.all().map(({ status, gross }) => [status, gross]);

  expect(issued).toStrictEqual([
    ['cancelled', '3962.40'],
    ['corrective', '-1981.20'],
    ['storno', '-1981.20'],
  ]);
});

it.each([
  ['part of it was taken back', '-1', 'issued'],
  ['something was added to it', '1', 'issued'],
  ['all of it was taken back', '-2', 'cancelled'],
])('has the invoice %s after that', async (_what, quantity, status) => {
  const desk = await openCo3Desk();
  await aContact(desk);
  await anInvoice(desk);
  await finance('setInvoiceBalance', PAYMENT)(desk);

  await finance('setInvoice', withTags(invoiceWithRow({ quantity }), { storno_id: '1' }))(desk);

  const original = desk.account.invoices.get(1);
  expect([original?.status, original?.gross, original?.balance]).toStrictEqual([status, '3962.40', '3962.40']);
});

it('calls the document that takes back an invoice with what was added to it a storno', async () => {
  const desk = await openCo3Desk();
  await aContact(desk);
  await anInvoice(desk);
  await finance('setInvoice', withTags(invoiceWithRow({ quantity: '1' }), { storno_id: '1' }))(desk);
  await finance('setInvoice', withTags(invoiceWithRow({ quantity: '-3' }), { storno_id: '1' }))(desk);

  const issued = desk.account.invoices.all().map(({ status, gross }) => [status, gross]);

  expect(issued).toStrictEqual([
    ['cancelled', '3962.40'],
    ['corrective', '1981.20'],
    ['storno', '-5943.60'],
  ]);
});

it.each([
  ['a corrective invoice', '2'],
  ['an invoice that is not there', '99'],
  ['no invoice that there can be', '-1'],
])('refuses to correct %s', async (_what, stornoId) => {
  const desk = await openCo3Desk();
  await aContact(desk);
  await anInvoice(desk);
  await finance('setInvoice', withTags(invoiceWithRow({ quantity: '-1' }), { storno_id: '1' }))(desk);

  await finance('setInvoice', withTags(invoiceWithRow({ quantity: '-1' }), { storno_id: stornoId }))(desk);

  expect(desk.simulator.calls.at(-1)?.code).toBe(307);
  expect(desk.account.invoices.all()).toHaveLength(2);
});

it('takes the storno id 0 for none', async () => {
  const desk = await openCo3Desk();
  await aContact(desk);

  await invoiceWith({ storno_id: '0' })(desk);

  expect(desk.account.invoices.get(1)?.status).toBe('issued');
});

it('keeps the buyer as it was on the day of issue', async () => {
  const desk = await openCo3Desk();
  await aContact(desk);
  await anInvoice(desk);
  await contactWith({ contact_id: '1', contact_lastname: 'Szabó' })(desk);

  expect(desk.account.contacts.get(1)?.fields['contact_lastname']).toBe('Szabó');
  expect(desk.account.invoices.get(1)?.customer['customer_name']).toBe('Kovács Ágnes');
});

it('adds payments up until the invoice is paid', async () => {
  const desk = await openCo3Desk();
  await aContact(desk);
  await anInvoice(desk);
  await finance('setInvoiceBalance', withTags(PAYMENT, { amount: '962.4' }))(desk);
  await finance('setInvoiceBalance', withTags(PAYMENT, { amount: '3000' }))(desk);

  expect(desk.account.invoices.get(1)?.balance).toBe('3962.40');
});

it('keeps of the comment what its dialect keeps, and for tests what was sent', async () => {
  const desk = await openCo3Desk();
  desk.simulator.setDialect({ comment: 'dropped' });
  await aContact(desk);
  await anInvoice(desk);

  const { comment, sentComment } = desk.account.invoices.get(1) ?? {};

  expect([comment, sentComment]).toStrictEqual(['', 'test/shopify:acme/1001/invoice/1']);
});
