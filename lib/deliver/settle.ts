import type { Letter } from '../dead-letters/letter.ts';
import type { AccountSettings, ShopSettings } from '../settings/settings.ts';
import { nextLookAt } from './live-documents.ts';
import { withLetter, withoutLetter } from './order-letter.ts';
import { planOrder } from './plan.ts';
import type { OrderRecord } from './records.ts';
import type { Content } from './update-record.ts';

export interface Settling {
  readonly key: string;
  readonly shop: ShopSettings;
  readonly account: AccountSettings;
  readonly now: number;
  /** Why an open letter closes, where it does. */
  readonly why: 'success' | 'superseded';
  /** The call that the letter is to show, where one was sent. */
  readonly call: Letter['call'];
}

/** The order with the state that its next plan gives it: due, waiting, settled, or with a letter. Pure. */
export const settle = (
  order: Content<OrderRecord>,
  { key, shop, account, now, why, call }: Settling,
): Content<OrderRecord> => {
  const plan = planOrder(order, shop, account, now);
  switch (plan.kind) {
    case 'letter': {
      const lettered = withLetter(order, key, { ...plan, call }, now);
      const isOpen = order.letter !== null && order.letter.id === lettered.letter?.id;
      return isOpen && !order.redrive ? atRest(order, 'letter', plan.error.name, now) : lettered;
    }
    case 'nothing': {
      if (plan.status === 'letter' && order.letter !== null) return atRest(order, 'letter', order.reason, now);
      return {
        ...atRest(withoutLetter(order, why, now), plan.status, plan.reason, now),
        // What a person has let go is let go when its release comes.
        redrive: order.redrive && plan.reason === 'WaitsForRelease',
      };
    }
    case 'wait':
      return { ...order, status: 'due', reason: plan.reason, dueAt: plan.until, starts: 0 };
    case 'fetch':
      return { ...order, status: 'due', reason: 'ReadFromShop', dueAt: now, starts: 0 };
    case 'document':
      return { ...order, status: 'due', reason: 'DocumentOwed', dueAt: now, starts: 0 };
    case 'payment':
      return { ...order, status: 'due', reason: 'PaymentOwed', dueAt: now, starts: 0 };
    default:
      return plan satisfies never;
  }
};

// Due as long as a letter and its message do not say the same, and whenever CO3 is to be searched for something of it.
const atRest = (
  order: Content<OrderRecord>,
  status: OrderRecord['status'],
  reason: string,
  now: number,
): Content<OrderRecord> => {
  const isAgreed = order.closing.length === 0 && (order.letter === null || order.letter.content === null);
  return { ...order, status, reason, dueAt: isAgreed ? nextLookAt(order) : now, starts: 0, tries: 0, redrive: false };
};
