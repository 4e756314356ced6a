import { describe, expect, it } from 'vitest';
import { type PaymentWish, planPayment } from '../../../lib/deliver/plan-payment.ts';
import { invoiceDraft } from '../../support/drafts.ts';
import { aStep } from '../../support/ledger-records.ts';
import { aDocument, aPayment, bookAll, paidOrder, shopThatBooks } from '../../support/payments.ts';

describe('the next payment', () => {
  it('is the whole invoice of a paid order', () => {
    const document = aDocument('invoice', 10_000);

    const wish = planPayment(paidOrder([document]), shopThatBooks('paid'));

    expect(wish).toStrictEqual({ kind: 'book', document, targetMinor: 10_000, amountMinor: 10_000, n: 1 });
  });

  it.each([
    ['before there is an invoice', paidOrder([]), shopThatBooks('paid')],
    [
      'for a way of paying that nothing is set for',
      paidOrder([aDocument('invoice', 100)]),
      shopThatBooks('paid', 'cash'),
    ],
    ['as long as the order is not paid', paidOrder([aDocument('invoice', 100)], [], false), shopThatBooks('paid')],
    ['once everything is booked', paidOrder([aDocument('invoice', 100, { paidMinor: 100 })]), shopThatBooks('paid')],
    [
      'where somebody has booked more than there is',
      paidOrder([aDocument('invoice', 100, { paidMinor: 120 })]),
      shopThatBooks('paid-and-refunded'),
    ],
    [
      'where all is booked of a document that came to nothing in CO3, which a person has accepted',
      paidOrder([aDocument('invoice', 100, { paidMinor: 100, acceptedMinor: 0 })]),
      shopThatBooks('paid-and-refunded'),
    ],
    [
      'where more is booked than came in, whatever is booked of what was taken off',
      paidOrder([
        aDocument('invoice', 100, { paidMinor: 100 }),
        aDocument('correction:1', -30, { paidMinor: -30 }),
        aDocument('correction:2', 20),
      ]),
      shopThatBooks('paid'),
    ],
  ] as const)('is none %s', (_, order, shop) => {
    expect(planPayment(order, shop)).toBeNull();
  });

  it('goes by the way of paying that the last invoice bears', () => {
    const documents = [
      aDocument('invoice', 100, { draft: invoiceDraft({ payment: 'cash' }), paidMinor: 100 }),
      aDocument('storno:1', -100, { isReplaced: true, draft: invoiceDraft({ payment: 'cash' }) }),
      aDocument('invoice', 130),
      aDocument('correction:2', -20, { draft: invoiceDraft({ payment: 'cash' }) }),
    ];

    const wish = planPayment(paidOrder(documents), shopThatBooks('paid'));

    expect(brief(wish)).toBe('invoice: 10 of 10, payment 1');
  });

  it('is only what is missing of the money, where a part is booked', () => {
    const wish = planPayment(paidOrder([aDocument('invoice', 100, { paidMinor: 40 })]), shopThatBooks('paid'));

    expect(brief(wish)).toBe('invoice: 60 of 100, payment 1');
  });

  it.each([
    ['paid', ['invoice: 100 of 100, payment 1']],
    ['paid-and-refunded', ['invoice: 100 of 100, payment 1', 'correction:1: -30 of -30, payment 2']],
  ] as const)('after a refund is what the setting «%s» says', (books, expected) => {
    const documents = [aDocument('invoice', 100), aDocument('correction:1', -30)];

    const wishes = bookAll(paidOrder(documents, [30]), books).wishes;

    expect(wishes.map(brief)).toStrictEqual(expected);
  });

  it('leaves open what an edit took off and nobody gave back', () => {
    const wish = planPayment(
      paidOrder([aDocument('invoice', 100), aDocument('correction:1', -30)]),
      shopThatBooks('paid'),
    );

    expect(brief(wish)).toBe('invoice: 70 of 70, payment 1');
  });

  it('fills a correction that bills more after its invoice', () => {
    const documents = [aDocument('invoice', 100), aDocument('correction:1', 20)];

    const wishes = bookAll(paidOrder(documents), 'paid').wishes;

    expect(wishes.map(brief)).toStrictEqual(['invoice: 100 of 100, payment 1', 'correction:1: 20 of 20, payment 2']);
  });

  it('is for the invoice that counts, not for one that was cancelled before it was paid', () => {
    const documents = [aDocument('invoice', 100), aDocument('storno:1', -100), aDocument('invoice', 120)];

    const wishes = bookAll(paidOrder(documents), 'paid').wishes;

    expect(wishes.map(brief)).toStrictEqual(['invoice: 120 of 120, payment 1']);
  });

  it('knows nothing of money that went back before the invoice', () => {
    const invoice = aDocument('invoice', 70, { refunds: 1 });
    const documents = [invoice, aDocument('storno:1', -70, { isReplaced: true }), aDocument('invoice', 80)];

    const wishes = bookAll(paidOrder(documents, [30]), 'paid').wishes;

    expect(wishes.map(brief)).toStrictEqual(['invoice: 80 of 80, payment 1']);
  });

  it.each(['paid', 'paid-and-refunded'] as const)(
    'is no more than CO3 shows of a document whose other sum was accepted: %s',
    (books) => {
      const document = aDocument('invoice', 100, { shownMinor: 99, acceptedMinor: 99 });

      expect(brief(planPayment(paidOrder([document]), shopThatBooks(books)))).toBe('invoice: 99 of 99, payment 1');
    },
  );

  it('waits for a document that CO3 has not named', () => {
    const document = aDocument('invoice', 100, { id: null });

    expect(planPayment(paidOrder([document]), shopThatBooks('paid'))).toStrictEqual({ kind: 'no-id', document });
  });

  it('has a number of its own beside each that may be in CO3', () => {
    const steps = [
      aStep({ purpose: 'invoice', state: 'done' }),
      aPayment('payment:1', 'done'),
      aPayment('payment:2', 'written-off'),
      aPayment('payment:3', 'unknown'),
      aPayment('payment:4', 'refused'),
      aPayment('payment:4', 'refused'),
    ];

    const wish = planPayment({ ...paidOrder([aDocument('invoice', 100)]), steps }, shopThatBooks('paid'));

    expect(brief(wish)).toBe('invoice: 100 of 100, payment 4');
  });
});

function brief(wish: PaymentWish | null): string {
  if (wish?.kind !== 'book') return wish?.kind ?? 'nothing';
  return `${wish.document.purpose}: ${wish.amountMinor} of ${wish.targetMinor}, payment ${wish.n}`;
}
