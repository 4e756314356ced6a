import { describe, expect, it } from 'vitest';
import { toSentCall } from '../../../lib/co3/command.ts';
import { PLAIN_CONTRACT } from '../../../lib/co3/contract.ts';
import { decodeError } from '../../../lib/co3/decode.ts';
import { documentDigest, type Sending, toDocumentCommand } from '../../../lib/co3/document-command.ts';
import type { Day } from '../../../lib/event/time.ts';
import { documentRow, invoiceDraft } from '../../support/drafts.ts';

const SENDING: Sending = {
  contactId: '7',
  marker: 'prod/shopify:acme/1001/invoice/1',
  corrects: null,
  dates: { issue: '2026-11-22' as Day, payment: '2026-11-30' as Day, fulfilment: '2026-11-21' as Day },
};

describe('toDocumentCommand', () => {
  it('sends an invoice in the account’s own currency', () => {
    expect(toDocumentCommand(invoiceDraft(), SENDING)).toStrictEqual({
      method: 'setInvoice',
      parameters: [
        { tag: 'crdr', form: 'text', value: 'outgoing' },
        { tag: 'method', form: 'text', value: 'bankcard' },
        { tag: 'contact_id', form: 'bare', value: '7' },
        { tag: 'currency', form: 'text', value: 'HUF' },
        { tag: 'language', form: 'text', value: 'hu_HU' },
        { tag: 'issue_date', form: 'bare', value: '2026-11-22' },
        { tag: 'payment_date', form: 'bare', value: '2026-11-30' },
        { tag: 'fulfillment_date', form: 'bare', value: '2026-11-21' },
        { tag: 'customer_vat_type', form: 'text', value: 'PRIVATE_PERSON' },
        { tag: 'comment', form: 'text', value: 'prod/shopify:acme/1001/invoice/1\nRendelés: #1001' },
        {
          tag: 'items',
          item: 'item',
          items: [
            [
              { tag: 'name', form: 'text', value: 'Bögre' },
              { tag: 'quantity', form: 'bare', value: '2' },
              { tag: 'unit', form: 'text', value: 'db' },
              { tag: 'net_price', form: 'bare', value: '1000.00' },
              { tag: 'vat', form: 'bare', value: '27' },
            ],
          ],
        },
      ],
    });
  });

  it('sends rate, bank account and notes where there are any', () => {
    const draft = invoiceDraft({ fxRate: '400', bankAccount: 'OTP EUR', rows: [documentRow({ note: 'kék' })] });

    const { parameters } = toDocumentCommand(draft, SENDING);

    expect(parameters).toContainEqual({ tag: 'fx_rate', form: 'bare', value: '400' });
    expect(parameters).toContainEqual({ tag: 'bank_account', form: 'text', value: 'OTP EUR' });
    expect(parameters.at(-1)).toMatchObject({
      items: [expect.arrayContaining([{ tag: 'note', form: 'text', value: 'kék' }])],
    });
  });

  it('names the invoice that it takes back rows of', () => {
    const draft = invoiceDraft({ rows: [documentRow({ quantity: '-2', netMinor: -200_000, grossMinor: -254_000 })] });

    const { parameters } = toDocumentCommand(draft, { ...SENDING, corrects: '31' });

    expect(parameters).toContainEqual({ tag: 'storno_id', form: 'bare', value: '31' });
    expect(parameters.at(-1)).toMatchObject({
      items: [expect.arrayContaining([{ tag: 'quantity', form: 'bare', value: '-2' }])],
    });
  });

  it('shows which invoice CO3 does not let it correct', () => {
    const sent = toSentCall(toDocumentCommand(invoiceDraft(), { ...SENDING, corrects: '31' }), PLAIN_CONTRACT);
    const text = 'Invalid "storno_id"! Non-existing invoice or corrective invoice with the following ID: 31';

    const { fields } = decodeError(307, text, sent);

    expect(fields).toStrictEqual([{ tag: 'storno_id', path: '', value: '31', allowed: [] }]);
  });

  it('puts the marker alone where the draft has no comment', () => {
    const { parameters } = toDocumentCommand(invoiceDraft({ comment: '' }), SENDING);

    expect(parameters).toContainEqual({ tag: 'comment', form: 'text', value: SENDING.marker });
  });
});

describe('documentDigest', () => {
  it.each([
    ['a row', { rows: [documentRow({ quantity: '3' })] }],
    ['the side of a row', { rows: [documentRow({ quantity: '-2' })] }],
    ['the way of paying', { payment: 'transfer' }],
    ['the comment', { comment: 'Rendelés: #1002' }],
  ] as const)('changes with %s', (_what, changes) => {
    expect(documentDigest(invoiceDraft(changes))).not.toBe(documentDigest(invoiceDraft()));
  });

  it('does not change with a date', () => {
    expect(documentDigest(invoiceDraft({ fulfilmentDay: '2026-11-21' as Day }))).toBe(documentDigest(invoiceDraft()));
  });
});
