import { expect } from 'vitest';
import { type PaymentWish, planPayment } from '../../lib/deliver/plan-payment.ts';
import type { LiveDocument, Step } from '../../lib/deliver/step-records.ts';
import type { OrderRefund, OrderSnapshot } from '../../lib/event/snapshot.ts';
import type { Payment } from '../../lib/settings/payments.ts';
import type { ShopSettings } from '../../lib/settings/settings.ts';
import { invoiceDraft } from './drafts.ts';
import { aLiveDocument, aStep } from './ledger-records.ts';
import { anOrder, aRefund } from './orders.ts';

export type Books = 'paid' | 'paid-and-refunded';

export interface BookedOrder {
  readonly snapshot: OrderSnapshot;
  readonly documents: readonly LiveDocument[];
  readonly steps: readonly Step[];
}

export const shopThatBooks = (books: Books, payment: Payment = 'bankcard'): Pick<ShopSettings, 'bookPayments'> => ({
  bookPayments: { [payment]: books },
});

/** An order with these documents, of which so much money went back. */
export const paidOrder = (
  documents: readonly LiveDocument[],
  refunds: readonly number[] = [],
  paid = true,
): BookedOrder => ({
  snapshot: anOrder({
    paid,
    refunds: refunds.map((returnedMinor, at): OrderRefund => aRefund({ id: `refund-${at}`, rows: [], returnedMinor })),
  }),
  documents,
  steps: [],
});

export const aDocument = (purpose: string, totalMinor: number, changes: Partial<LiveDocument> = {}): LiveDocument =>
  aLiveDocument({
    purpose,
    totalMinor,
    marker: `test/shopify:acme.myshopify.com/1001/${purpose}/${changes.generation ?? totalMinor}`,
    draft: invoiceDraft(),
    ...changes,
  });

export const aPayment = (purpose: string, state: Step['state']): Step =>
  aStep({ purpose, state, marker: `test/shopify:acme.myshopify.com/1001/${purpose}/1` });

/** Books wish after wish, each a payment that is done. */
export const bookAll = (
  order: BookedOrder,
  books: Books,
): { readonly documents: readonly LiveDocument[]; readonly wishes: readonly PaymentWish[] } => {
  const wishes: PaymentWish[] = [];
  let { documents, steps } = order;
  for (let turn = 0; turn <= order.documents.length; turn += 1) {
    const wish = planPayment({ ...order, documents, steps }, shopThatBooks(books));
    if (wish?.kind !== 'book') return { documents, wishes };
    wishes.push(wish);
    const { document, targetMinor, amountMinor } = wish;
    expect(amountMinor).not.toBe(0);
    expect(document.paidMinor + amountMinor).toBe(targetMinor);
    documents = documents.map((one) => (one.marker === document.marker ? { ...one, paidMinor: targetMinor } : one));
    steps = [...steps, aPayment(`payment:${wish.n}`, 'done')];
  }
  throw new Error('there is always one more payment');
};
