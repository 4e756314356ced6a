import { describe, expect, it } from 'vitest';
import type { RecoveredRecord } from '../../../../lib/deliver/records.ts';
import type { Step } from '../../../../lib/deliver/step-records.ts';
import { anInvoicedOrder, aShownInvoice, audited, found } from '../../../support/audits.ts';
import { aLiveDocument, aStep } from '../../../support/ledger-records.ts';

const MARKER = 'test/shopify:acme.myshopify.com/1001/invoice/1';
const ORDER = { key: 'shopify:acme.myshopify.com#1001', number: '#1001' };

describe('Doubled', () => {
  const second = aShownInvoice({ id: '43', number: 'V-2026/00002' });

  it('is several invoices with one marker', () => {
    const { findings } = audited({ invoices: [aShownInvoice(), second] });

    expect(findings).toStrictEqual([
      {
        ...{ name: 'Doubled', severity: 'fault', order: ORDER, marker: MARKER },
        invoices: [
          { id: '42', number: 'V-2026/00001', day: '2026-12-02' },
          { id: '43', number: 'V-2026/00002', day: '2026-12-02' },
        ],
        ...{ ours: { minor: 635_000, currency: 'HUF' }, co3: { minor: 1_270_000, currency: 'HUF' }, letter: null },
        text: 'The ledger has V-2026/00001.',
      },
    ]);
  });

  it('is an invoice with the marker of one that a person has adopted without it', () => {
    const adopted = aShownInvoice({ comment: 'by hand' });

    const { findings } = audited({ invoices: [adopted, second] });

    expect(findings).toMatchObject([{ name: 'Doubled', severity: 'fault', invoices: [{ id: '42' }, { id: '43' }] }]);
  });

  it.each([
    ['CO3 calls all but one cancelled', [aShownInvoice(), { ...second, status: 'cancelled' }]],
    [
      'stornos have taken back all but one',
      [aShownInvoice(), second, aShownInvoice({ id: '44', stornoId: '43', grossMinor: -635_000, comment: '' })],
    ],
  ])('is only noted where %s', (_, invoices) => {
    const { findings } = audited({ invoices });

    expect(findings).toMatchObject([
      { name: 'Doubled', severity: 'note', text: expect.stringContaining('Only V-2026/00001 is not cancelled.') },
    ]);
  });

  it('is a fault of free invoices too', () => {
    const free = { grossMinor: 0 };
    const orders = [anInvoicedOrder({ documents: [aLiveDocument({ totalMinor: 0 })], status: 'due' })];

    expect(found({ orders, invoices: [aShownInvoice(free), { ...second, ...free }] })).toStrictEqual(['Doubled fault']);
  });

  it('is none where two documents of an order bear two markers', () => {
    const marker = MARKER.replace('invoice', 'correction:1');
    const correction = { id: '43', purpose: 'correction:1', marker, corrects: '42', totalMinor: 0 };

    const names = found({
      orders: [anInvoicedOrder({ documents: [aLiveDocument(), aLiveDocument(correction)] })],
      invoices: [aShownInvoice(), aShownInvoice({ id: '43', stornoId: '42', grossMinor: 0, comment: marker })],
    });

    expect(names).toStrictEqual([]);
  });

  it('is none of invoices of other shops and stages', () => {
    const others = ['prod/shopify:acme.myshopify.com/1001/invoice/1', 'test/shopify:other.myshopify.com/1/invoice/1'];
    const invoices = others.flatMap((comment, index) => [
      aShownInvoice({ id: `5${index}`, comment }),
      aShownInvoice({ id: `6${index}`, comment }),
    ]);

    expect(found({ invoices: [aShownInvoice(), ...invoices] })).toStrictEqual(['Stranger note', 'Stranger note']);
  });
});

describe('UnknownToLedger', () => {
  const withStep = (state: Step['state']) =>
    anInvoicedOrder({ documents: [], steps: [aStep({ state })], status: 'waiting', snapshot: unpaid });
  const unpaid = { ...anInvoicedOrder().snapshot, paid: false };

  it('is an invoice with our marker whose order nobody knows', () => {
    const { findings } = audited({ orders: [] });

    expect(findings).toStrictEqual([
      {
        ...{ name: 'UnknownToLedger', severity: 'fault', marker: MARKER, order: { ...ORDER, number: null } },
        invoices: [{ id: '42', number: 'V-2026/00001', day: '2026-12-02' }],
        ...{ ours: null, co3: { minor: 635_000, currency: 'HUF' }, letter: null },
        text: 'The ledger does not know the order.',
      },
    ]);
  });

  it.each([
    ['no such document', undefined, 'The order has no such document.'],
    ['written it off', 'written-off' as const, 'A person had written it off, and it has turned up.'],
    ['taken it for refused', 'refused' as const, 'The ledger holds it for refused.'],
  ])('is an invoice of an order that has %s', (_, state, text) => {
    const order = state === undefined ? { ...withStep('sent'), steps: [] } : withStep(state);

    const { findings } = audited({ orders: [order] });

    expect(findings).toMatchObject([{ name: 'UnknownToLedger', severity: 'fault', order: ORDER, text }]);
  });

  it.each([['sent' as const], ['unknown' as const]])('is none whose step is %s: it is looked for', (state) => {
    const { findings } = audited({ orders: [withStep(state)] });

    expect(findings.filter(({ name }) => name !== 'Open')).toStrictEqual([]);
  });

  it('is only noted where the invoice is cancelled', () => {
    expect(found({ orders: [], invoices: [aShownInvoice({ status: 'cancelled' })] })).toStrictEqual([
      'UnknownToLedger note',
    ]);
  });

  it('is only noted where a rebuild of the ledger has taken that very document back', () => {
    const recovered = (marker: string): RecoveredRecord => ({
      ...{ kind: 'recovered', key: ORDER.key as RecoveredRecord['key'], version: 1, writeId: 'w', account: 'acme' },
      documents: [aLiveDocument({ marker })],
    });

    expect(found({ orders: [], recovered: [recovered(MARKER)] })).toStrictEqual(['UnknownToLedger note']);
    expect(found({ orders: [], recovered: [recovered('another')] })).toStrictEqual(['UnknownToLedger fault']);
  });
});
