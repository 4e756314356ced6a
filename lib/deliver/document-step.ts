import type { Co3Command } from '../co3/command.ts';
import { toDocumentCommand } from '../co3/document-command.ts';
import { documentDates } from '../translate/dates.ts';
import { amendAndSettle, conclude, putBack, toShownCall, waitUntil } from './conclude.ts';
import { ensureContact, forgetContact, wasRemade } from './contact-step.ts';
import { decide } from './decide.ts';
import { afterDone, isHeld } from './lane-state.ts';
import { toLiveDocuments } from './live-documents.ts';
import { newLook } from './look.ts';
import { asMissing } from './missing-invoice.ts';
import type { DocumentPlan } from './plan-types.ts';
import { isClear } from './probe.ts';
import { withCandidate } from './proof.ts';
import type { OrderRecord } from './records.ts';
import { endUnknown, toSentStep, withoutStep, writeSent } from './sent-step.ts';
import type { SentDocument, Step } from './step-records.ts';
import { type Ended, ended, logFields, type Work } from './work.ts';

/** Sends the document that an order owes; of an invoice the buyer's contact first. */
export const sendDocument = async (work: Work, order: OrderRecord, plan: DocumentPlan): Promise<Ended> => {
  const contact =
    plan.contactId === null
      ? await ensureContact(work, order, plan)
      : ({ kind: 'ready', order, contactId: plan.contactId } as const);
  if (contact.kind === 'ended') return contact;
  const { deps, lane, co3 } = work;
  // A person may have shut the lane during the contact's call.
  if (isHeld(lane.state(), deps.clock.now()) && lane.state().hold?.reason === 'by-hand')
    return waitUntil(work, contact.order, deps.clock.now(), 'stop');
  if (!(await isClear(work, 'finance'))) return waitUntil(work, contact.order, deps.clock.now(), 'stop');

  const document: SentDocument = { ...plan.sent, draft: plan.draft, contactId: contact.contactId };
  const { currency, totalMinor } = plan.draft;
  const step = toSentStep(work, contact.order, plan, { currency, totalMinor }, { document });
  const { isPlanned, order: sent } = await writeSent(work, contact.order, step);
  if (!isPlanned) return ended(sent, 'idle');
  const command = toStepCommand(step, document);
  const answer = await co3.call(command);

  if (answer.kind === 'acknowledged') return done(work, sent, step, command, answer.id);
  const remade = plan.contactId !== null || (await wasRemade(work, plan));
  const decision = decide(answer, { isDocument: true, tries: order.tries, remade });
  const undo = (current: OrderRecord) => ({ ...current, steps: withoutStep(current, step) });
  if (decision.kind === 'unknown') return endUnknown(work, sent, step, toShownCall(work, command));
  if (decision.kind === 'remake-contact') {
    await forgetContact(work, plan);
    // Planned anew with the contact that is to be made: something newer may have been merged during the call.
    return ended(await putBack(work, sent, deps.clock.now(), undo), 'idle');
  }
  return conclude(work, sent, command, step, plan.sent.corrects === null ? decision : asMissing(decision), undo);
};

/** The call that a step's document was, or is to be, sent with. */
export const toStepCommand = ({ marker, sentAt }: Step, { draft, contactId, corrects }: SentDocument): Co3Command =>
  toDocumentCommand(draft, { contactId, marker, corrects, dates: documentDates(draft, sentAt) });

const done = async (
  work: Work,
  order: OrderRecord,
  step: Step,
  command: Co3Command,
  id: string | null,
): Promise<Ended> => {
  const { deps, lane, account } = work;
  // Taken without an id: it is there, and is looked for so that it can be corrected some day.
  const look = id === null ? newLook(step.sentAt, account.readBack, false) : null;
  const result = await amendAndSettle(work, order, { why: 'success', call: null }, (current) => ({
    ...current,
    steps: [
      ...withoutStep(current, step),
      { ...step, state: 'done', endedAt: deps.clock.now(), id, document: null, look },
    ],
    documents: [...current.documents, ...toLiveDocuments(step, id, null)],
    redrive: false,
    // What comes next has tries of its own.
    tries: 0,
  }));
  await lane.change((state) => withCandidate(afterDone(state, command.method), order.key, step, id, work));
  deps.log.info('document done', { ...logFields(order), purpose: step.purpose, method: command.method });
  return ended(result, 'answered');
};
