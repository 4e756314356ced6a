import type { Invoice } from '../../infra/local/co3/account.ts';
import type { OrderRecord } from '../../lib/deliver/records.ts';
import type { Step } from '../../lib/deliver/step-records.ts';
import { markerOf, orderOf, sumsOf } from './documents.ts';
import { isNothing, isSame, owedText, textOf } from './oracle.ts';
import type { WatchDeps } from './watch.ts';

/** Sees that every document of CO3's was written down before, was owed then, and is the only one of its marker. */
export const makeDocumentWatch = ({
  owed,
  isDue,
  isDoubled,
  streets,
  isReleased,
  isSupervised,
}: Omit<WatchDeps, 'co3' | 'hasUpsets' | 'told' | 'isAsked'>) => {
  const sent = new Map<string, { readonly step: Step; readonly order: OrderRecord }>();
  const documents = new Map<string, readonly Invoice[]>();
  const of = (order: string): readonly Invoice[] => documents.get(order) ?? [];

  return {
    of,

    wrote: (record: OrderRecord): void => {
      for (const step of record.steps) {
        if (step.state !== 'sent' || step.document === null) continue;
        const known = sent.get(step.marker)?.step;
        if (known?.sentAt !== step.sentAt || known.lease !== step.lease) sent.set(step.marker, { step, order: record });
      }
    },

    /** What is wrong with a document that CO3 has from here on. */
    appeared: (invoice: Invoice): string | undefined => {
      const marker = markerOf(invoice);
      const order = orderOf(marker);
      const before = of(order);
      documents.set(order, [...before, invoice]);
      if (before.some((other) => markerOf(other) === marker)) return `CO3 has two documents with the marker ${marker}`;
      const cause = sent.get(marker);
      if (cause === undefined) return `${marker} reached CO3 and was never written down as sent`;
      if (isSupervised(order) && !isReleased(order, cause.step.totalMinor ?? Number.NaN))
        return `${marker} was sent, and no person has let it go`;
      if (isDoubled(order)) return undefined;
      const { changedAt } = cause.order.snapshot;
      if (before.length === 0 && !isDue(order, changedAt)) return `${marker} was issued before it was due`;
      const street = invoice.customer['customer_address'] ?? '';
      if (cause.step.purpose === 'invoice' && !streets(order, changedAt).includes(street))
        return `${marker} bills somebody at ${street}`;
      const first = before.findLast((other) => (other.fields['storno_id'] ?? '') === '');
      const corrects = invoice.fields['storno_id'] ?? '';
      if (corrects !== (cause.step.purpose === 'invoice' ? '' : String(first?.id)))
        return `${marker} corrects ${corrects === '' ? 'nothing' : `the invoice of the id ${corrects}`}`;
      const sums = sumsOf(of(order));
      if (cause.step.document?.isReplaced === true && isNothing(sums)) return undefined;
      const allowed = owed(order, changedAt);
      if (allowed.some((one) => one.kind === 'sums' && isSame(one.sums, sums))) return undefined;
      return `${marker} brings its order to ${textOf(sums)}, and ${allowed.map(owedText).join(' or ')} was owed`;
    },
  };
};
