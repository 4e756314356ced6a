import { oneInvoice, readInvoice } from '../co3/invoice-reads.ts';
import { amendAndSettle, SUPERSEDED } from './conclude.ts';
import { afterFailure, afterNothing, withMeanwhile } from './look.ts';
import { judgeBalance } from './payment-look.ts';
import { endBooked } from './payment-step.ts';
import { readCo3 } from './read-co3.ts';
import type { OrderRecord } from './records.ts';
import type { Look, SentPayment, SoughtStep } from './step-records.ts';
import { type Ended, ended, logFields, type Work } from './work.ts';

/** Reads the balance of the document that a booking without an answer was for. */
export const lookForPayment = async (
  work: Work,
  order: OrderRecord,
  step: SoughtStep,
  payment: SentPayment,
): Promise<Ended> => {
  const { deps, account } = work;
  const { look } = step;
  // A booking that was written off is reckoned with when the next one reads the balance.
  if (step.state === 'written-off') return lookLater(work, order, step, null, 'idle');
  const read = await readCo3(work, 'finance', oneInvoice(payment.invoiceId));
  const shown = read.kind === 'data' ? readInvoice(read.root, work.contract) : undefined;
  const now = deps.clock.now();
  if (shown?.balanceMinor == null)
    return lookLater(
      work,
      order,
      step,
      afterFailure(look, step.sentAt, account.readBack, now),
      read.kind === 'failed' ? 'stop' : 'idle',
    );
  switch (judgeBalance(payment, shown.balanceMinor)) {
    case 'booked': {
      deps.log.info('found in CO3', { ...logFields(order), purpose: step.purpose });
      return ended(await endBooked(work, order, step, payment), 'idle');
    }
    case 'not-booked':
      return lookLater(work, order, step, afterNothing(look, step.sentAt, [], account.readBack, now), 'idle');
    case 'unclear': {
      const nothing = afterNothing(look, step.sentAt, [], account.readBack, now);
      const refusal = 'The balance of the invoice in CO3 is neither what it was before nor what it would be.';
      return lookLater(work, order, step, { ...nothing, isPersonAsked: true, refusal }, 'idle');
    }
  }
};

const lookLater = async (
  work: Work,
  order: OrderRecord,
  step: SoughtStep,
  look: Look | null,
  result: 'idle' | 'stop',
): Promise<Ended> => {
  const later = await amendAndSettle(work, order, SUPERSEDED, (current) => ({
    ...current,
    steps: current.steps.map((one) =>
      one.marker === step.marker && one.sentAt === step.sentAt
        ? { ...one, look: one.look === null || look === null ? look : withMeanwhile(one.look, step.look, look) }
        : one,
    ),
  }));
  return ended(later, result);
};
