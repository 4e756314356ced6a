import type { Invoice } from '../../infra/local/co3/account.ts';
import type { OrderRecord } from '../../lib/deliver/records.ts';
import type { Step } from '../../lib/deliver/step-records.ts';
import { paidMinorOf } from './documents.ts';

/** Sees that every payment in CO3 was written down before, and is booked once. */
export const makeBookingWatch = () => {
  const sent = new Map<string, { readonly step: Step; readonly account: string }>();
  const booked = new Set<string>();
  const balances = new Map<string, number>();
  return {
    wrote: ({ key, account, steps }: OrderRecord): void => {
      for (const step of steps)
        if (step.state === 'sent' && step.payment !== null)
          sent.set(`${key} ${step.marker} ${step.sentAt}`, { step, account });
    },

    accept: (account: string, invoice: Invoice): void => {
      balances.set(`${account} ${invoice.id}`, paidMinorOf(invoice));
    },

    /** What is wrong with the balance that a document shows from here on. */
    shown: (account: string, invoice: Invoice): string | undefined => {
      const place = `${account} ${invoice.id}`;
      const paidMinor = paidMinorOf(invoice);
      const amountMinor = paidMinor - (balances.get(place) ?? 0);
      if (amountMinor === 0) return undefined;
      balances.set(place, paidMinor);
      const cause = [...sent].find(
        ([id, { step, account: of }]) =>
          of === account &&
          !booked.has(id) &&
          step.payment?.invoiceId === String(invoice.id) &&
          step.payment.amountMinor === amountMinor,
      );
      if (cause === undefined)
        return `${amountMinor / 100} was booked on ${invoice.number} and never written down as sent`;
      booked.add(cause[0]);
      return undefined;
    },
  };
};
