import type { Letter } from '../dead-letters/letter.ts';
import { digestOf } from '../event/digest.ts';
import { amendAndSettle } from './conclude.ts';
import { afterUnknown } from './lane-state.ts';
import { newLook } from './look.ts';
import { toMarker } from './marker.ts';
import type { DocumentPlan, PaymentPlan } from './plan-types.ts';
import type { OrderRecord } from './records.ts';
import type { SentDocument, SentPayment, Step } from './step-records.ts';
import { refuseWithoutRoom } from './too-large.ts';
import { amendRecord } from './update-record.ts';
import { type Ended, ended, logFields, type Work } from './work.ts';

const REFUSED_KEPT = 10;

/** The step of a plan that is about to be sent. */
export const toSentStep = (
  { deps, lane }: Work,
  order: OrderRecord,
  plan: DocumentPlan | PaymentPlan,
  sum: Pick<Step, 'currency' | 'totalMinor'>,
  content: { readonly document: SentDocument } | { readonly payment: SentPayment },
): Step => ({
  purpose: plan.purpose,
  generation: plan.generation,
  state: 'sent',
  marker: toMarker(deps.stage, order.snapshot, plan.purpose, plan.generation),
  digest: plan.kind === 'document' ? plan.document : plan.digest,
  settingsDigest: plan.settingsDigest,
  ...sum,
  lease: lane.leaseId,
  sentAt: deps.clock.now(),
  endedAt: null,
  tries: order.tries + 1,
  id: null,
  document: 'document' in content ? content.document : null,
  payment: 'payment' in content ? content.payment : null,
  look: null,
  doubles: [],
});

/** Writes the step down before its request leaves. `isPlanned` is false where something newer was merged or corrected meanwhile, which may owe nothing at all. */
export const writeSent = async (
  work: Work,
  order: OrderRecord,
  step: Step,
): Promise<{ readonly isPlanned: boolean; readonly order: OrderRecord }> => {
  let isPlanned = true;
  const sent = await amendRecord(work.deps, order, (current) => {
    isPlanned = current.rival === null && toldOf(current) === toldOf(order);
    const steps = [...withoutStep(current, step), step];
    if (isPlanned) refuseWithoutRoom({ ...current, steps });
    return isPlanned
      ? // First in line for the next worker: should this one die, the lost document is counted before another leaves.
        { ...current, steps, dueAt: 0 }
      : { ...current, dueAt: step.sentAt, starts: 0 };
  });
  return { isPlanned, order: sent };
};

const toldOf = ({ snapshot, corrections }: OrderRecord): string => digestOf([snapshot, corrections]);

/** Records that nobody knows whether CO3 has done it. The lane is told first: after a crash in between it counts one too many, never one too few. */
export const endUnknown = async (work: Work, order: OrderRecord, step: Step, call: Letter['call']): Promise<Ended> => {
  const { deps, lane, account, contract } = work;
  const method = step.payment === null ? 'setInvoice' : 'setInvoiceBalance';
  await lane.change((state) => afterUnknown(state, 'finance', method, deps.clock.now()));
  const line = { ...logFields(order), purpose: step.purpose };
  deps.log.error('outcome unknown', line);
  deps.alarms.raise('UnknownOutcome', line);
  // A search that finds nothing says something only where markers are known to be kept; a balance can be read everywhere.
  const isKept = contract.assumptions.commentKept && lane.state().proof.provenAt !== null;
  const isSearched = step.payment !== null || isKept;
  const asUnknown: Step = {
    ...step,
    state: 'unknown',
    endedAt: deps.clock.now(),
    look: newLook(step.sentAt, account.readBack, !isSearched),
  };
  // The letter shows what was sent, so that it can be looked for.
  const unknown = await amendAndSettle(work, order, { why: 'superseded', call }, (current) => ({
    ...current,
    steps: [...withoutStep(current, step), asUnknown],
    redrive: false,
  }));
  return ended(unknown, 'idle');
};

/** The journal keeps every step that may have left something in CO3, and the last of those that were refused. */
export const withoutStep = (order: Pick<OrderRecord, 'steps'>, { marker, lease, sentAt }: Step): readonly Step[] =>
  order.steps
    .filter((step) => !(step.marker === marker && step.lease === lease && step.sentAt === sentAt))
    .filter((step, index, steps) => step.state !== 'refused' || index >= steps.length - REFUSED_KEPT);
