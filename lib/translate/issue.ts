import type { OrderSnapshot } from '../event/snapshot.ts';
import type { ShopSettings } from '../settings/settings.ts';
import { isFree } from './is-free.ts';
import { owedOf } from './owed.ts';
import { paymentOfOrder } from './payment.ts';

/** Why no document is issued for an order. */
export type NotDue = 'Test' | 'BeforeInvoiceFrom' | 'Cancelled' | 'FreeOrder' | 'NotPaid' | 'NotFulfilled';
export type DueForIssue = { readonly due: true } | { readonly due: false; readonly reason: NotDue };

/** Whether a first document may be issued. A cancelled order whose money was kept is due: its translation says what is wrong. */
export const dueForIssue = (order: OrderSnapshot, shop: ShopSettings): DueForIssue => {
  if (order.test) return notDue('Test');
  if (Date.parse(order.createdAt) < shop.invoiceFrom) return notDue('BeforeInvoiceFrom');
  if (order.cancelledAt !== null) return owedOf(order).ok ? notDue('Cancelled') : { due: true };
  if (isFree(order) && shop.freeOrders === 'skip') return notDue('FreeOrder');
  switch (issueOnOf(order, shop)) {
    case 'placed':
      return { due: true };
    case 'paid':
      return order.paid ? { due: true } : notDue('NotPaid');
    case 'fulfilled':
      return order.fulfilledAt === null ? notDue('NotFulfilled') : { due: true };
  }
};

type IssueOn = Extract<ShopSettings['issueOn'], string>;

const issueOnOf = (order: OrderSnapshot, shop: ShopSettings): IssueOn => {
  if (typeof shop.issueOn === 'string') return shop.issueOn;
  const payment = paymentOfOrder(order, shop);
  const own = payment.ok ? shop.issueOn[payment.value] : undefined;
  // The settings' schema asks for a default; `paid` is what it stands for everywhere else.
  return own ?? shop.issueOn.default ?? 'paid';
};

const notDue = (reason: NotDue): DueForIssue => ({ due: false, reason });
