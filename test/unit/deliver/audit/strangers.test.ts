import { describe, expect, it } from 'vitest';
import { aShownInvoice, audited, found } from '../../../support/audits.ts';

describe('Stranger', () => {
  const stranger = aShownInvoice({ id: '90', number: 'V-2026/00090', comment: 'Thank you!', grossMinor: 12_700 });

  it('is noted of an outgoing invoice without a marker of ours', () => {
    const { findings } = audited({ invoices: [aShownInvoice(), stranger] });

    expect(findings).toStrictEqual([
      {
        ...{ name: 'Stranger', severity: 'note', order: null, marker: null, text: '', letter: null, ours: null },
        invoices: [{ id: '90', number: 'V-2026/00090', day: '2026-12-02' }],
        co3: { minor: 12_700, currency: 'HUF' },
      },
    ]);
  });

  it('says of an invoice from another stage that it is from there', () => {
    const comment = 'dev/shopify:acme.myshopify.com/1001/invoice/1';

    const { findings } = audited({ invoices: [aShownInvoice(), { ...stranger, comment }] });

    expect(findings).toMatchObject([{ name: 'Stranger', marker: comment, text: expect.stringContaining('stage') }]);
  });

  it.each([
    ['its end', 'test/shopify:acme.myshopify.com/10'],
    ['all but a piece', 'test/shopify:ac'],
  ])('is no stranger where CO3 has cut %s off its marker, but unknown to the ledger', (_, comment) => {
    const { findings } = audited({ invoices: [aShownInvoice(), { ...stranger, comment }] });

    expect(findings).toMatchObject([{ name: 'UnknownToLedger', severity: 'fault', order: null, marker: comment }]);
    expect(found({ invoices: [aShownInvoice({ comment })] })).toStrictEqual([]);
  });

  it.each([
    ['issued outside of the days', { ...stranger, issueDay: '2026-11-30' }],
    ['received', { ...stranger, direction: 'received' }],
    ['of another shop of the bridge', { ...stranger, comment: 'test/shopify:other.myshopify.com/1/invoice/1' }],
  ])('is not said of an invoice %s', (_, invoice) => {
    expect(found({ invoices: [aShownInvoice(), invoice] })).toStrictEqual([]);
  });

  it('is not said of an invoice that the ledger knows, whatever has become of its comment', () => {
    expect(found({ invoices: [aShownInvoice({ comment: 'paid, thanks' })] })).toStrictEqual([]);
  });

  it('is not said of a storno of ours that somebody made by hand', () => {
    const storno = { ...stranger, stornoId: '42', grossMinor: -635_000 };
    const changed = aShownInvoice({ comment: 'paid, thanks' });

    expect(found({ invoices: [aShownInvoice(), storno] })).toStrictEqual(['StornoByHand fault']);
    expect(found({ invoices: [changed, storno] })).toStrictEqual(['StornoByHand fault']);
  });
});
