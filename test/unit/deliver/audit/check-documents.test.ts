import { describe, expect, it } from 'vitest';
import type { LiveDocument } from '../../../../lib/deliver/step-records.ts';
import type { Instant } from '../../../../lib/event/time.ts';
import { anInvoicedOrder, aShownInvoice, audited, found } from '../../../support/audits.ts';
import { aLiveDocument, aStep } from '../../../support/ledger-records.ts';

const MARKER = 'test/shopify:acme.myshopify.com/1001/invoice/1';
const withDocument = (overrides: Partial<LiveDocument>) => anInvoicedOrder({ documents: [aLiveDocument(overrides)] });

describe('Missing', () => {
  it('is an invoice of the ledger that CO3 does not show', () => {
    const { findings } = audited({ invoices: [] });

    expect(findings).toStrictEqual([
      {
        ...{ name: 'Missing', severity: 'fault', marker: MARKER },
        order: { key: 'shopify:acme.myshopify.com#1001', number: '#1001' },
        invoices: [],
        ...{ ours: { minor: 635_000, currency: 'HUF' }, co3: null, letter: null },
        text: 'CO3 gave the invoice the id 42 and does not show it.',
      },
    ]);
  });

  it('says where the marker stands instead', () => {
    const { findings } = audited({ invoices: [aShownInvoice({ id: '99', number: 'V-2026/00009' })] });

    expect(findings).toMatchObject([
      { name: 'Missing', invoices: [{ id: '99' }], text: expect.stringContaining('stands in V-2026/00009') },
    ]);
  });

  it('is looked for by its marker where CO3 told no id', () => {
    const orders = [withDocument({ id: null })];

    expect(found({ orders, invoices: [aShownInvoice({ id: '99' })] })).toStrictEqual([]);
    expect(found({ orders, invoices: [] })).toStrictEqual(['Missing fault']);
  });

  it.each([
    ['was issued outside of the days, without an id to read it by', { id: null, issuedAt: '2026-11-30T10:00:00.000Z' }],
    ['left a minute before the reading began', { issuedAt: '2026-12-03T11:59:00.000Z' }],
    ['left while CO3 was read', { issuedAt: '2026-12-03T12:30:00.000Z' }],
  ])('is not said of one that %s', (_, { issuedAt, ...overrides }) => {
    const orders = [withDocument({ ...overrides, issuedAt: issuedAt as Instant })];

    expect(found({ orders, invoices: [] })).toStrictEqual([]);
  });

  it('is said of one that was issued outside of the days and not found by its id', () => {
    const orders = [withDocument({ issuedAt: '2026-11-30T10:00:00.000Z' as Instant })];

    expect(found({ orders, invoices: [] })).toStrictEqual(['Missing fault']);
  });
});

describe('AmountDiffers', () => {
  it('is an invoice that CO3 shows with another total than was sent', () => {
    const { findings } = audited({ invoices: [aShownInvoice({ grossMinor: 635_100 })] });

    expect(findings).toStrictEqual([
      {
        ...{ name: 'AmountDiffers', severity: 'fault', marker: MARKER },
        order: { key: 'shopify:acme.myshopify.com#1001', number: '#1001' },
        invoices: [{ id: '42', number: 'V-2026/00001', day: '2026-12-02' }],
        ...{ ours: { minor: 635_000, currency: 'HUF' }, co3: { minor: 635_100, currency: 'HUF' }, letter: null },
        text: '',
      },
    ]);
  });

  it.each([
    ['in another currency', { currency: 'EUR' }],
    ['without a total that can be read', { grossMinor: null }],
  ])('is one that CO3 shows %s', (_, overrides) => {
    expect(found({ invoices: [aShownInvoice(overrides)] })).toStrictEqual(['AmountDiffers fault']);
  });

  it('is only noted where a person has accepted that very total', () => {
    const orders = [withDocument({ shownMinor: 635_100, acceptedMinor: 635_100 })];

    expect(found({ orders, invoices: [aShownInvoice({ grossMinor: 635_100 })] })).toStrictEqual(['AmountDiffers note']);
    expect(found({ orders, invoices: [aShownInvoice({ grossMinor: 635_200 })] })).toStrictEqual([
      'AmountDiffers fault',
    ]);
  });
});

describe('StornoByHand', () => {
  const byHand = aShownInvoice({ id: '43', number: 'V-2026/00002', stornoId: '42', grossMinor: -635_000, comment: '' });
  const storno = aLiveDocument({
    ...{ id: '43', purpose: 'storno:1', marker: MARKER.replace('invoice', 'storno:1') },
    ...{ corrects: '42', totalMinor: -635_000 },
  });
  const ours = aShownInvoice({ id: '43', stornoId: '42', grossMinor: -635_000, comment: storno.marker });
  const cancelled = aShownInvoice({ status: 'cancelled' });

  it('is a storno or corrective invoice of our invoice that is none of ours', () => {
    const { findings } = audited({ invoices: [cancelled, byHand] });

    expect(findings).toMatchObject([
      {
        ...{ name: 'StornoByHand', severity: 'fault', marker: MARKER },
        invoices: [{ id: '42' }, { id: '43' }],
        ...{ ours: { minor: 635_000 }, co3: { minor: 0 }, text: 'Corrected by V-2026/00002.' },
      },
    ]);
  });

  it('is one whose comment CO3 has copied from the invoice, and no double of it', () => {
    const copy = { ...byHand, comment: aShownInvoice().comment };

    expect(found({ invoices: [aShownInvoice(), copy] })).toStrictEqual(['StornoByHand fault']);
  });

  it('is an invoice that CO3 calls cancelled, with no storno to be seen', () => {
    const { findings } = audited({ invoices: [cancelled] });

    expect(findings).toMatchObject([{ name: 'StornoByHand', co3: { minor: 0 }, text: 'CO3 calls it cancelled.' }]);
  });

  it.each([
    ['a document of the ledger', { documents: [aLiveDocument(), storno] }, [cancelled, ours]],
    [
      'on its way',
      {
        steps: [aStep({ purpose: 'storno:1', marker: storno.marker, document: storno, state: 'sent' as const })],
        status: 'due' as const,
      },
      [cancelled, ours],
    ],
  ])('is not said of a storno that is %s', (_, overrides, invoices) => {
    const { findings } = audited({ orders: [anInvoicedOrder(overrides)], invoices });

    expect(findings.filter(({ name }) => name === 'StornoByHand')).toStrictEqual([]);
  });

  it('is not said of a storno of ours whose comment somebody has changed', () => {
    const orders = [anInvoicedOrder({ documents: [aLiveDocument(), storno], status: 'due' })];

    expect(found({ orders, invoices: [cancelled, { ...ours, comment: 'by hand' }] })).toStrictEqual([]);
  });

  it('is said of an invoice that followed a storno of ours and is cancelled as well', () => {
    const marker = MARKER.replace(/1$/, '2');
    const documents = [aLiveDocument(), storno, aLiveDocument({ id: '44', marker, generation: 2 })];
    const invoices = [cancelled, ours, aShownInvoice({ id: '44', comment: marker, status: 'cancelled' })];

    const { findings } = audited({ orders: [anInvoicedOrder({ documents })], invoices });

    expect(findings).toMatchObject([{ name: 'StornoByHand', marker, invoices: [{ id: '44' }] }]);
  });

  it('is said of a second storno beside ours', () => {
    const orders = [anInvoicedOrder({ documents: [aLiveDocument(), storno], status: 'due' })];

    const { findings } = audited({ orders, invoices: [cancelled, ours, { ...byHand, id: '44' }] });

    expect(findings).toMatchObject([{ name: 'StornoByHand', invoices: [{ id: '42' }, { id: '44' }] }]);
  });
});

describe('NavMissing', () => {
  it.each([
    ['noted of an invoice of today', '2026-12-02T12:00:00.001Z', ['NavMissing note']],
    ['a warning after a day', '2026-12-02T12:00:00.000Z', ['NavMissing warning']],
  ])('is %s', (_, issuedAt, names) => {
    const orders = [withDocument({ issuedAt: issuedAt as Instant })];

    expect(found({ orders, invoices: [aShownInvoice({ navStatus: '' })] })).toStrictEqual(names);
  });

  it('is not said of one with any status', () => {
    expect(found({ invoices: [aShownInvoice({ navStatus: 'ABORTED' })] })).toStrictEqual([]);
  });
});
