import type { OrderSnapshot } from '../event/snapshot.ts';
import { addDays, type Day, toBudapestDay } from '../event/time.ts';
import type { ShopSettings } from '../settings/settings.ts';
import type { InvoiceDraft } from './drafts.ts';

export interface DocumentDates {
  readonly issue: Day;
  readonly payment: Day;
  readonly fulfilment: Day;
}

/** The days that a document bears when it is sent at `now` (ms). Taken anew for each sending: CO3 refuses a day before its last document's. */
export const documentDates = (
  draft: Pick<InvoiceDraft, 'paymentDays' | 'fulfilmentDay'>,
  now: number,
): DocumentDates => {
  const issue = toBudapestDay(now);
  return { issue, payment: addDays(issue, draft.paymentDays), fulfilment: draft.fulfilmentDay ?? issue };
};

/** The day of fulfilment as the shop's settings take it; null where it is the day of issue, or not known yet. */
export const fulfilmentDayOf = (
  order: Pick<OrderSnapshot, 'createdAt' | 'fulfilledAt'>,
  shop: Pick<ShopSettings, 'fulfilmentDate'>,
): Day | null => {
  switch (shop.fulfilmentDate) {
    case 'issue':
      return null;
    case 'created':
      return toBudapestDay(Date.parse(order.createdAt));
    case 'fulfilled':
      return order.fulfilledAt === null ? null : toBudapestDay(Date.parse(order.fulfilledAt));
  }
};
