import { describe, expect, it } from 'vitest';
import { type Act, aContact, anInvoice, finance } from '../../../support/co3-acts.ts';
import { type Co3Desk, withTags } from '../../../support/co3-desk.ts';
import { openCo3Desk } from '../../../support/co3-on-hand.ts';
import { invoiceWithRow, PAYMENT } from '../../../support/co3-samples.ts';

describe('getInvoices', () => {
  it('tells of each invoice what CO3’s page names, and no comment', async () => {
    const desk = await deskAfter(aContact, anInvoice);

    const list = await bodyOf(desk, 'getInvoices', [
      ['date_from', '2026-11-22'],
      ['date_to', '2026-11-22'],
    ]);

    expect(tagsIn(list)).toStrictEqual([
      'response',
      'invoices',
      'invoice',
      'invoice_id',
      'invoice_number',
      'crdr',
      'method',
      'contact_id',
      'currency',
      'issue_date',
      'payment_date',
      'fulfillment_date',
      'customer_name',
      'customer_vat_number',
      'customer_country',
      'customer_zip',
      'customer_city',
      'customer_address',
      'net',
      'gross',
      'balance',
      'status',
      'nav_status',
      'nav_transaction_id',
    ]);
  });
});

describe('getInvoice', () => {
  it('shows the comment, what the document corrects, and the rows', async () => {
    const desk = await deskAfter(aContact, anInvoice, takingBack('-1'));

    const invoice = await bodyOf(desk, 'getInvoice', [['invoice_id', '2']]);

    expect(invoice).toContain('<comment><![CDATA[test/shopify:acme/1001/invoice/1]]></comment>');
    expect(invoice).toContain('<storno_id>1</storno_id>');
    expect(invoice).toContain('<quantity>-1</quantity>');
  });
});

describe('setInvoiceBalance', () => {
  it.each([
    ['money that went back', ['-3962.4'], [null], '-3962.40'],
    ['money that went back in parts', ['-1000', '-2962.40'], [null, null], '-3962.40'],
    ['what went back already', ['-3962.4', '-1'], [null, 309], '-3962.40'],
    ['more than went back', ['-3962.41'], [310], '0.00'],
    ['more than is left', ['-3000', '-962.41'], [null, 310], '-3000.00'],
    ['money that came in', ['1'], [310], '0.00'],
  ])('books on a storno %s', async (_what, amounts, codes, balance) => {
    const desk = await deskAfter(aContact, anInvoice, takingBack('-2'));

    for (const amount of amounts)
      await finance('setInvoiceBalance', withTags(PAYMENT, { invoice_id: '2', amount }))(desk);

    expect(desk.simulator.calls.slice(-amounts.length).map(({ code }) => code)).toStrictEqual(codes);
    expect(desk.account.invoices.get(2)?.balance).toBe(balance);
  });

  it('takes back on an invoice what was booked by mistake', async () => {
    const desk = await deskAfter(aContact, anInvoice);

    for (const amount of ['3000', '-1000']) await finance('setInvoiceBalance', withTags(PAYMENT, { amount }))(desk);

    expect(desk.account.invoices.get(1)?.balance).toBe('2000.00');
  });

  it('books on an invoice that was cancelled, whose money came in all the same', async () => {
    const desk = await deskAfter(aContact, anInvoice, takingBack('-2'), finance('setInvoiceBalance', PAYMENT));

    const { balance, status } = desk.account.invoices.get(1) ?? {};

    expect([balance, status]).toStrictEqual(['3962.40', 'cancelled']);
  });

  it('names the invoice that is paid, or would be paid too much', async () => {
    const desk = await deskAfter(
      aContact,
      anInvoice,
      finance('setInvoiceBalance', withTags(PAYMENT, { amount: '3000' })),
    );

    const tooMuch = await bodyOf(desk, 'setInvoiceBalance', PAYMENT);
    await finance('setInvoiceBalance', withTags(PAYMENT, { amount: '962.4' }))(desk);
    const paid = await bodyOf(desk, 'setInvoiceBalance', PAYMENT);

    expect(tooMuch).toContain('Invoice ID: 1]]>');
    expect(paid).toContain('has already paid: 1]]>');
  });
});

const deskAfter = async (...calls: readonly Act[]): Promise<Co3Desk> => {
  const desk = await openCo3Desk();
  for (const call of calls) await call(desk);
  return desk;
};

const takingBack = (quantity: string) =>
  finance('setInvoice', withTags(invoiceWithRow({ quantity }), { storno_id: '1' }));

const bodyOf = async (desk: Co3Desk, ...[method, params]: Parameters<typeof finance>): Promise<string> => {
  const answer = await finance(method, params)(desk);
  return 'body' in answer ? String(answer.body) : '';
};

const tagsIn = (xml: string): readonly string[] => [...xml.matchAll(/<([a-z]\w*)/g)].map(([, tag]) => tag ?? '');
