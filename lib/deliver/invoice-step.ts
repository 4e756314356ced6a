import { toInvoiceCommand } from '../co3/document-command.ts';
import type { Letter } from '../dead-letters/letter.ts';
import { digestOf } from '../event/digest.ts';
import { toInstant } from '../event/time.ts';
import { documentDates } from '../translate/dates.ts';
import { amendAndSettle, conclude, putBack, toShownCall, waitUntil } from './conclude.ts';
import { ensureContact, forgetContact, wasRemade } from './contact-step.ts';
import { decide } from './decide.ts';
import { afterDone, afterUnknown, isHeld } from './lane-state.ts';
import { toMarker } from './marker.ts';
import type { InvoicePlan } from './plan.ts';
import { isClear } from './probe.ts';
import type { LiveDocument, OrderRecord, SentDocument, Step } from './records.ts';
import { amendRecord } from './update-record.ts';
import { type Ended, ended, logFields, type Work } from './work.ts';

const PURPOSE = 'invoice';
const REFUSED_KEPT = 10;

/** Sends the invoice that an order owes, its buyer's contact first. */
export const sendInvoice = async (work: Work, order: OrderRecord, plan: InvoicePlan): Promise<Ended> => {
  const contact = await ensureContact(work, order, plan);
  if (contact.kind === 'ended') return contact;
  const { deps, lane, co3 } = work;
  // A person may have shut the lane during the contact's call.
  if (isHeld(lane.state(), deps.clock.now()) && lane.state().hold?.reason === 'by-hand')
    return waitUntil(work, contact.order, deps.clock.now(), 'stop');
  if (!(await isClear(work, 'finance'))) return waitUntil(work, contact.order, deps.clock.now(), 'stop');

  const sentAt = deps.clock.now();
  const step = toStep(work, order, plan, contact.contactId, sentAt);
  const command = toInvoiceCommand(plan.drafts.invoice, {
    contactId: contact.contactId,
    marker: step.marker,
    dates: documentDates(plan.drafts.invoice, sentAt),
  });
  let isPlanned = true;
  const sent = await amendRecord(deps, contact.order, (current) => {
    isPlanned = current.rival === null && digestOf(current.snapshot) === digestOf(order.snapshot);
    return isPlanned
      ? // First in line for the next worker: should this one die, the lost document is counted before another leaves.
        { ...current, steps: [...withoutStep(current, step), step], dueAt: 0 }
      : { ...current, dueAt: sentAt, starts: 0 };
  });
  // Something newer was merged meanwhile, which may owe nothing at all.
  if (!isPlanned) return ended(sent, 'idle');
  const answer = await co3.call(command);

  const undo = (current: OrderRecord) => ({ ...current, steps: withoutStep(current, step) });
  if (answer.kind === 'acknowledged') {
    const { id } = answer;
    const done = await amendAndSettle(work, sent, { why: 'success', call: null }, (current) => ({
      ...current,
      steps: [...withoutStep(current, step), { ...step, state: 'done', endedAt: deps.clock.now(), id }],
      documents: [...current.documents, ...(step.document === null ? [] : [toDocument(step, step.document, id)])],
      redrive: false,
    }));
    await lane.change((state) => afterDone(state, command.method));
    deps.log.info('invoice done', { ...logFields(order), method: command.method });
    return ended(done, 'answered');
  }
  const decision = decide(answer, { isDocument: true, tries: order.tries, remade: await wasRemade(work, plan) });
  if (decision.kind === 'unknown') return endUnknown(work, sent, step, toShownCall(work, command));
  if (decision.kind === 'remake-contact') {
    await forgetContact(work, plan);
    // Planned anew with the contact that is to be made: something newer may have been merged during the call.
    return ended(await putBack(work, sent, deps.clock.now(), undo), 'idle');
  }
  return conclude(work, sent, command, step, decision, undo);
};

/** Records that nobody knows whether CO3 has made the document. The lane is told first: after a crash in between it counts one too many, never one too few. */
export const endUnknown = async (work: Work, order: OrderRecord, step: Step, call: Letter['call']): Promise<Ended> => {
  const { deps, lane } = work;
  await lane.change((state) => afterUnknown(state, 'finance', 'setInvoice', deps.clock.now()));
  const line = { ...logFields(order), purpose: step.purpose };
  deps.log.error('invoice unknown', line);
  deps.alarms.raise('UnknownOutcome', line);
  const now = deps.clock.now();
  // The letter shows what was sent, so that it can be looked for.
  const unknown = await amendAndSettle(work, order, { why: 'superseded', call }, (current) => ({
    ...current,
    steps: [...withoutStep(current, step), { ...step, state: 'unknown', endedAt: now }],
    redrive: false,
  }));
  return ended(unknown, 'idle');
};

const toStep = (
  { deps, lane }: Work,
  order: OrderRecord,
  plan: InvoicePlan,
  contactId: string,
  sentAt: number,
): Step => ({
  purpose: PURPOSE,
  generation: 1,
  state: 'sent',
  marker: toMarker(deps.stage, order.snapshot, PURPOSE, 1),
  digest: plan.document,
  settingsDigest: plan.settingsDigest,
  currency: plan.drafts.invoice.currency,
  totalMinor: plan.drafts.invoice.totalMinor,
  lease: lane.leaseId,
  sentAt,
  endedAt: null,
  tries: order.tries + 1,
  id: null,
  document: {
    draft: plan.drafts.invoice,
    contactId,
    corrects: null,
    content: plan.content,
    buyer: plan.buyer,
    ordered: plan.drafts.ordered,
    refunds: order.snapshot.refunds.length,
    cancelled: order.snapshot.cancelledAt !== null,
    isReplaced: false,
  },
  payment: null,
  look: null,
  doubles: [],
});

// The journal keeps every step that may have left something in CO3, and the last of those that were refused.
const withoutStep = (order: OrderRecord, { marker, lease, sentAt }: Step): readonly Step[] =>
  order.steps
    .filter((step) => !(step.marker === marker && step.lease === lease && step.sentAt === sentAt))
    .filter((step, index, steps) => step.state !== 'refused' || index >= steps.length - REFUSED_KEPT);

const toDocument = (step: Step, document: SentDocument, id: string | null): LiveDocument => ({
  ...document,
  id,
  purpose: step.purpose,
  generation: step.generation,
  marker: step.marker,
  currency: step.currency,
  totalMinor: step.totalMinor,
  issuedAt: toInstant(step.sentAt),
  shownMinor: null,
  paidMinor: 0,
});
