import { toOwnError } from '../co3/own-problems.ts';
import type { AccountSettings } from '../settings/settings.ts';
import { amendAndSettle, putBack, SUPERSEDED } from './conclude.ts';
import { MAX_TRIES } from './decide.ts';
import { withLetter } from './order-letter.ts';
import type { DocumentPlan } from './plan-types.ts';
import type { OrderRecord } from './records.ts';
import type { Step } from './step-records.ts';
import { type Ended, ended, logFields, type Work } from './work.ts';

/** Between two reads for one contact. */
export const contactPauseMs = ({ reads, windowMinutes }: AccountSettings['readBack']): number =>
  (windowMinutes * 60_000) / (reads - 1);

/** Takes the order up again at `dueAt`, or gives it to a person after the fifth try at its contact. */
export const tryContactLater = async (
  work: Work,
  order: OrderRecord,
  plan: DocumentPlan,
  text: string,
  dueAt: number,
): Promise<Ended> => {
  const again = (current: OrderRecord): OrderRecord => ({ ...current, tries: current.tries + 1 });
  if (order.tries + 1 < MAX_TRIES) return ended(await putBack(work, order, dueAt, again), 'idle');
  return giveContactUp(work, order, plan, text);
};

/** Gives an order to a person whose buyer's contact cannot be made sure of. A redrive goes on where this ended. */
export const giveContactUp = async (
  work: Work,
  order: OrderRecord,
  plan: DocumentPlan,
  text: string,
): Promise<Ended> => {
  const { deps, lane } = work;
  const now = deps.clock.now();
  const step: Step = { ...toContactStep(plan, lane.leaseId, now, order.tries), state: 'refused', endedAt: now };
  const error = toOwnError('ContactNotConfirmed', text, []);
  deps.log.warn('contact given up', { ...logFields(order), name: error.name });
  const { purpose, generation, digest } = step;
  const given = await amendAndSettle(work, order, SUPERSEDED, (current) =>
    withLetter(
      { ...current, steps: [...current.steps, step] },
      current.key,
      { error, purpose, generation, digest, call: null },
      now,
    ),
  );
  return ended(given, 'idle');
};

/** A contact's own journal says what was sent; the order keeps only how it ended. */
export const toContactStep = (plan: DocumentPlan, lease: string, sentAt: number, tries: number): Step => ({
  purpose: 'contact',
  generation: 1,
  state: 'sent',
  marker: '',
  digest: plan.billing,
  settingsDigest: plan.settingsDigest,
  currency: plan.drafts.invoice.currency,
  totalMinor: 0,
  lease,
  sentAt,
  endedAt: null,
  tries: tries + 1,
  id: null,
  document: null,
  payment: null,
  look: null,
  doubles: [],
});
