import { describe, expect, it } from 'vitest';
import type { OrderRecord } from '../../../../lib/deliver/records.ts';
import { anInvoicedOrder, aShownInvoice, audited, found } from '../../../support/audits.ts';
import { aCorrection, aLiveDocument, aStep } from '../../../support/ledger-records.ts';
import { anOrder, aRefund, aRow, aShippingRow, aShop } from '../../../support/orders.ts';

const NOW = Date.parse('2026-12-03T12:00:00Z');
const MARKER = 'test/shopify:acme.myshopify.com/1001/invoice/1';
const withoutDocument = (overrides: Partial<OrderRecord> = {}) => anInvoicedOrder({ documents: [], ...overrides });

describe('OwedDiffers', () => {
  const refunded = anOrder({
    rows: [aRow({ currentQuantity: '1' }), aShippingRow()],
    refunds: [aRefund()],
    currentTotalMinor: 381_000,
  });

  it('is an order whose documents in CO3 make up another sum than it owes', () => {
    const { findings } = audited({ orders: [anInvoicedOrder({ snapshot: refunded })] });

    expect(findings).toStrictEqual([
      {
        ...{ name: 'OwedDiffers', severity: 'fault', marker: null, letter: null, text: '' },
        order: { key: 'shopify:acme.myshopify.com#1001', number: '#1001' },
        invoices: [{ id: '42', number: 'V-2026/00001', day: '2026-12-02' }],
        ...{ ours: { minor: 381_000, currency: 'HUF' }, co3: { minor: 635_000, currency: 'HUF' } },
      },
    ]);
  });

  it('is an order that should have an invoice and has none', () => {
    const { findings } = audited({ orders: [withoutDocument()], invoices: [] });

    expect(findings).toMatchObject([{ name: 'OwedDiffers', ours: { minor: 635_000 }, co3: { minor: 0 } }]);
  });

  it('is not said where the documents of both sides make up what is owed', () => {
    const marker = MARKER.replace('invoice', 'correction:1');
    const correction = { id: '43', purpose: 'correction:1', marker, corrects: '42', totalMinor: -254_000 };
    const shown = aShownInvoice({ id: '43', comment: marker, stornoId: '42', grossMinor: -254_000 });
    const orders = [anInvoicedOrder({ snapshot: refunded, documents: [aLiveDocument(), aLiveDocument(correction)] })];

    expect(found({ orders, invoices: [aShownInvoice(), shown] })).toStrictEqual([]);
  });

  it('is not said where the order can be told only as a person has corrected it', () => {
    const snapshot = anOrder({ gateways: ['GLS'] });
    const corrections = [aCorrection({ path: 'settings.payments', old: 'GLS', new: 'c.o.d.' })];

    expect(found({ orders: [anInvoicedOrder({ snapshot })] })).toStrictEqual(['OwedDiffers fault']);
    expect(found({ orders: [anInvoicedOrder({ snapshot, corrections })] })).toStrictEqual([]);
  });

  it('is not said where CO3 holds what is owed, made up by hand', () => {
    const byHand = aShownInvoice({ id: '43', comment: '', stornoId: '42', grossMinor: -254_000 });

    const names = found({
      orders: [anInvoicedOrder({ snapshot: refunded })],
      invoices: [aShownInvoice(), byHand],
    });

    expect(names).toStrictEqual(['StornoByHand fault']);
  });

  it('says both where CO3 holds neither what was sent nor what is owed', () => {
    const { findings } = audited({
      orders: [anInvoicedOrder({ snapshot: refunded })],
      invoices: [aShownInvoice({ grossMinor: 100 })],
    });

    expect(findings).toMatchObject([
      { name: 'AmountDiffers' },
      { name: 'OwedDiffers', ours: { minor: 381_000 }, co3: { minor: 100 }, text: 'Sent: 6350.00 HUF.' },
    ]);
  });

  it('counts a document that CO3 need not show yet as it was sent', () => {
    const marker = MARKER.replace('invoice', 'correction:1');
    const issuedAt = '2026-12-03T11:59:00.000Z' as OrderRecord['snapshot']['createdAt'];
    const correction = aLiveDocument({ id: '43', purpose: 'correction:1', marker, totalMinor: -100, issuedAt });

    const { findings } = audited({
      orders: [anInvoicedOrder({ snapshot: refunded, documents: [aLiveDocument(), correction] })],
    });

    expect(findings).toMatchObject([{ name: 'OwedDiffers', ours: { minor: 381_000 }, co3: { minor: 634_900 } }]);
  });

  it.each([
    ['a letter is open', { letter: { id: 'letter-1', content: null }, status: 'letter' as const }, ['Open note']],
    ['it is due', { status: 'due' as const, dueAt: NOW }, []],
    ['it waits for a second snapshot', { rival: { snapshot: anOrder(), since: NOW } }, []],
    ['an outcome is unknown', { steps: [aStep({ state: 'unknown' })] }, ['Open note']],
  ])('is not said while %s', (_, overrides, names) => {
    expect(found({ orders: [anInvoicedOrder({ snapshot: refunded, ...overrides })] })).toStrictEqual(names);
  });

  it('is said while CO3 is only watched for a late document', () => {
    const orders = [anInvoicedOrder({ snapshot: refunded, dueAt: NOW + 3_600_000 })];

    expect(found({ orders })).toStrictEqual(['OwedDiffers fault']);
  });

  it.each([
    ['is not paid', { snapshot: anOrder({ paid: false }) }],
    ['was first seen in shadow', { shadow: true }],
  ])('is not said of an order without documents that %s', (_, overrides) => {
    expect(found({ orders: [withoutDocument(overrides)], invoices: [] })).toStrictEqual([]);
  });

  it('is not said of an order without documents while the shop is in shadow', () => {
    expect(found({ orders: [withoutDocument()], invoices: [], shop: aShop({ mode: 'shadow' }) })).toStrictEqual([]);
  });

  it('is said of one from the shadow that a person has released', () => {
    const release = { digest: 'd', at: '2026-12-02T10:00:00.000Z' as OrderRecord['snapshot']['createdAt'] };

    expect(found({ orders: [withoutDocument({ shadow: true, release })], invoices: [] })).toStrictEqual([
      'OwedDiffers fault',
    ]);
  });

  it('says why where nobody can tell what an order owes', () => {
    const { findings } = audited({ orders: [anInvoicedOrder({ snapshot: anOrder({ totalMinor: 1 }) })] });

    expect(findings).toMatchObject([
      { name: 'OwedDiffers', ours: null, co3: null, text: expect.stringContaining('cannot be told') },
    ]);
  });

  it('is an order whose documents are in another currency', () => {
    const orders = [anInvoicedOrder({ documents: [aLiveDocument({ currency: 'EUR' })] })];

    const { findings } = audited({ orders, invoices: [aShownInvoice({ currency: 'EUR' })] });

    expect(findings).toMatchObject([{ name: 'OwedDiffers', text: 'It owes HUF, and its documents are in EUR.' }]);
  });
});

describe('Open', () => {
  it('is an order with an open letter, and names both', () => {
    const order = withoutDocument({
      ...{ letter: { id: 'letter-1', content: null }, status: 'letter', reason: 'InvalidEmail' },
    });

    const { findings } = audited({ orders: [order], invoices: [] });

    expect(findings).toMatchObject([{ name: 'Open', severity: 'note', letter: 'letter-1', text: 'InvalidEmail' }]);
  });

  it('is an order with a document of unknown outcome, with what CO3 shows of it', () => {
    const order = withoutDocument({ steps: [aStep({ state: 'unknown' })], status: 'due', dueAt: NOW + 60_000 });

    const { findings } = audited({ orders: [order] });

    expect(findings).toMatchObject([
      { name: 'Open', severity: 'note', marker: MARKER, ours: { minor: 635_000 }, invoices: [{ id: '42' }] },
    ]);
  });

  it('is an order that waits for its release', () => {
    const order = withoutDocument({ status: 'release', reason: 'WaitsForRelease' });

    expect(found({ orders: [order], invoices: [] })).toStrictEqual(['Open note']);
  });

  it('is not said of an order whose step is done or written off', () => {
    const steps = [aStep({ state: 'written-off' }), aStep({ state: 'done' })];

    expect(found({ orders: [anInvoicedOrder({ steps })] })).toStrictEqual([]);
  });
});

describe('Waiting', () => {
  it('is an order that has been due for a quarter of an hour', () => {
    const order = withoutDocument({ status: 'due', reason: 'DocumentOwed', dueAt: NOW - 15 * 60_000 });

    const { findings } = audited({ orders: [order], invoices: [] });

    expect(findings).toMatchObject([
      { name: 'Waiting', severity: 'warning', order: { number: '#1001' }, text: 'Due for 15 minutes.' },
    ]);
  });

  it('is an invoiced order that has been due as long', () => {
    expect(found({ orders: [anInvoicedOrder({ status: 'due', dueAt: NOW - 900_000 })] })).toStrictEqual([
      'Waiting warning',
    ]);
  });

  it.each([
    ['due for less', { dueAt: NOW - 899_999 }],
    ['due and not to be invoiced', { dueAt: 0, snapshot: anOrder({ paid: false }) }],
    ['put before all others while its document is on its way', { dueAt: 0, steps: [aStep({ sentAt: NOW - 5_000 })] }],
  ])('is not said of an order that is %s', (_, overrides) => {
    expect(found({ orders: [withoutDocument({ status: 'due', ...overrides })], invoices: [] })).toStrictEqual([]);
  });

  it('is not said of an order that waits for a person', () => {
    const order = withoutDocument({ status: 'letter', dueAt: 0, letter: { id: 'letter-1', content: null } });

    expect(found({ orders: [order], invoices: [] })).toStrictEqual(['Open note']);
  });
});
