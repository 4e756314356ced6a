import { describe, expect, it } from 'vitest';
import { standingOf } from '../../../lib/deliver/settled-by-hand.ts';
import type { Day, Instant } from '../../../lib/event/time.ts';
import { anInvoicedOrder, aShownInvoice, audited, found } from '../../support/audits.ts';
import { aLiveDocument } from '../../support/ledger-records.ts';
import { anOrder } from '../../support/orders.ts';

describe('an audit', () => {
  it('finds nothing where ledger, CO3 and what is owed agree', () => {
    const report = audited();

    expect(report).toStrictEqual({
      ...{ shop: 'acme-shop', account: 'acme', stage: 'test', from: '2026-12-01', to: '2026-12-05' },
      comparedWith: ['ledger', 'co3'],
      audited: { orders: 1, documents: 1 },
      agreeing: { orders: 1, documents: 1 },
      shown: { outgoing: 1, otherShops: 0 },
      otherAccounts: 0,
      findings: [],
    });
  });

  it.each([
    ['made and invoiced in it', '2026-12-02T09:00:00.000Z', '2026-12-02T09:30:00.000Z', 1],
    ['made in it alone', '2026-12-05T22:59:59.999Z', '2026-12-07T09:30:00.000Z', 1],
    ['invoiced in it alone', '2026-11-02T09:00:00.000Z', '2026-11-30T23:00:00.000Z', 1],
    ['made and invoiced before it, in Budapest', '2026-11-30T22:59:59.999Z', '2026-11-30T22:59:59.999Z', 0],
    ['made and invoiced after it, in Budapest', '2026-12-05T23:00:00.000Z', '2026-12-05T23:00:00.000Z', 0],
  ])('looks at the days in Budapest: an order %s', (_, createdAt, issuedAt, orders) => {
    const order = anInvoicedOrder({
      snapshot: anOrder({ createdAt: createdAt as Instant }),
      documents: [aLiveDocument({ issuedAt: issuedAt as Instant })],
    });

    const report = audited({ orders: [order], now: Date.parse('2026-12-09T12:00:00Z') });

    expect(report.audited.orders).toBe(orders);
    expect(report.findings).toStrictEqual([]);
  });

  it.each([
    ['of another shop', { snapshot: anOrder({ tenant: 'other.myshopify.com' }) }, 0],
    ['of another account', { account: 'acme-old' }, 1],
  ])('leaves out an order %s, whose documents it did not read', (_, overrides, otherAccounts) => {
    const report = audited({ orders: [anInvoicedOrder(overrides)], invoices: [] });

    expect(report).toMatchObject({ audited: { orders: 0, documents: 0 }, otherAccounts, findings: [] });
  });

  it('does not take an invoice for one of another account, which counts its own ids', () => {
    const report = audited({
      orders: [anInvoicedOrder({ account: 'acme-old' })],
      invoices: [aShownInvoice({ comment: '' }), aShownInvoice({ id: '43' })],
    });

    expect(report.findings.map(({ name, invoices }) => [name, invoices[0]?.id])).toStrictEqual([['Stranger', '42']]);
  });

  it('notes an order that a person has settled by hand, and compares what it owes no more', () => {
    const settled = { documents: [], status: 'settled', reason: 'SettledByHand' } as const;
    const order = anInvoicedOrder(settled);
    const letter = { id: 'letter-1', at: '2026-12-02T10:00:00.000Z' as Instant, by: 'anna', why: 'by hand' };

    const report = audited({
      orders: [{ ...order, discarded: { ...letter, of: standingOf(order) } }],
      invoices: [],
    });
    const changed = audited({ orders: [{ ...order, discarded: { ...letter, of: 'other' } }], invoices: [] });

    expect(report.findings.map(({ name, severity, text }) => [name, severity, text])).toStrictEqual([
      ['Open', 'note', 'Settled by anna: by hand'],
    ]);
    expect(changed.findings.map(({ name }) => name)).toStrictEqual(['OwedDiffers']);
  });

  it('goes by the shop’s own name at its platform, whatever the settings call it', () => {
    const report = audited({ orders: [anInvoicedOrder({ shop: 'renamed' })] });

    expect(report.audited.orders).toBe(1);
  });

  it('counts as agreeing what has no fault, and not what is only noted', () => {
    const report = audited({
      orders: [anInvoicedOrder(), anotherOrder],
      invoices: [
        aShownInvoice({ navStatus: '' }),
        aShownInvoice({ id: '43', grossMinor: 1, comment: markerOf('1002') }),
      ],
    });

    expect(report.audited).toStrictEqual({ orders: 2, documents: 2 });
    expect(report.agreeing).toStrictEqual({ orders: 1, documents: 1 });
  });

  it('counts no order as agreeing that has no documents', () => {
    const unpaid = anInvoicedOrder({ documents: [], snapshot: anOrder({ paid: false }), status: 'waiting' });

    const report = audited({ orders: [unpaid], invoices: [] });

    expect(report.audited).toStrictEqual({ orders: 1, documents: 0 });
    expect(report.agreeing).toStrictEqual({ orders: 0, documents: 0 });
  });

  it('lists by kind, then the gravest first', () => {
    const report = audited({
      orders: [anInvoicedOrder({ documents: [aLiveDocument({ acceptedMinor: 1 })] }), anotherOrder],
      invoices: [
        aShownInvoice({ grossMinor: 1, navStatus: '' }),
        aShownInvoice({ id: '43', grossMinor: 2, comment: markerOf('1002') }),
      ],
      unreadable: 1,
    });

    expect(report.findings.map(({ name, severity }) => `${name} ${severity}`)).toStrictEqual([
      'AmountDiffers fault',
      'AmountDiffers note',
      'Unreadable warning',
      'NavMissing warning',
    ]);
  });

  it('warns of what CO3 lists and does not show, and does not miss it', () => {
    const { findings } = audited({ invoices: [], unread: [aShownInvoice()] });

    expect(findings).toStrictEqual([
      {
        ...{ name: 'Unreadable', severity: 'warning', text: 'CO3 lists it and does not show it.' },
        invoices: [{ id: '42', number: 'V-2026/00001', day: '2026-12-02' }],
        ...{ order: null, marker: null, ours: null, co3: null, letter: null },
      },
    ]);
  });

  it.each([
    ['is missed', '42', ['Missing fault', 'Unreadable warning']],
    ['is not missed where it has no id', null, ['Unreadable warning']],
  ])('warns of what CO3 lists without an id: an invoice of the ledger %s', (_, id, names) => {
    const orders = [anInvoicedOrder({ documents: [aLiveDocument({ id })] })];

    expect(found({ orders, invoices: [], unreadable: 1 })).toStrictEqual(names);
  });

  it('counts the invoices of its days, and those of the bridge’s other shops', () => {
    const report = audited({
      invoices: [
        aShownInvoice(),
        aShownInvoice({ id: '43', comment: 'test/shopify:other.myshopify.com/1/invoice/1' }),
        aShownInvoice({ id: '44', comment: '', issueDay: '2026-12-06' as Day }),
      ],
    });

    expect(report.shown).toStrictEqual({ outgoing: 2, otherShops: 1 });
    expect(report.findings).toStrictEqual([]);
  });
});

const markerOf = (orderId: string): string => `test/shopify:acme.myshopify.com/${orderId}/invoice/1`;

const anotherOrder = anInvoicedOrder({
  key: 'shopify:acme.myshopify.com#1002' as ReturnType<typeof anInvoicedOrder>['key'],
  number: '#1002',
  snapshot: anOrder({ orderId: '1002', number: '#1002', createdAt: '2026-12-02T10:00:00.000Z' as Instant }),
  documents: [aLiveDocument({ id: '43', marker: markerOf('1002') })],
});
