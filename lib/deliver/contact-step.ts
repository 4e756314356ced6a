import { toAdoptedContactCommand, toContactCommand } from '../co3/contact-command.ts';
import { conclude, waitUntil } from './conclude.ts';
import { findContact } from './contact-read-back.ts';
import { contactKeyOf, emptyContact } from './contact-record.ts';
import { toContactStep, tryContactLater } from './contact-tries.ts';
import { decide } from './decide.ts';
import { adoptContact } from './known-contacts/adopt-contact.ts';
import { afterDone, afterUnknown } from './lane-state.ts';
import type { DocumentPlan } from './plan-types.ts';
import { isClear } from './probe.ts';
import type { ContactRecord, OrderRecord } from './records.ts';
import { type Content, updateRecord } from './update-record.ts';
import { type Ended, logFields, type Work } from './work.ts';

export interface ContactReady {
  readonly kind: 'ready';
  readonly order: OrderRecord;
  readonly contactId: string;
}

/** Makes sure that CO3 knows the buyer, with the billing data of this very order. */
export const ensureContact = async (
  work: Work,
  order: OrderRecord,
  plan: DocumentPlan,
): Promise<ContactReady | Ended> => {
  const { deps } = work;
  const key = contactKeyOf(work.account.id, plan);
  const known = await deps.ledger.read('contact', key);
  if (known != null && known.sent !== null) {
    const found = await findContact(work, order, known, plan);
    if (found.kind === 'ended') return found;
    return writeContact(work, order, plan, key, found.contact);
  }
  const met =
    known === undefined ? await adoptContact(work, order, plan, key) : ({ kind: 'contact', contact: known } as const);
  if (met.kind === 'ended') return met;
  const { contact } = met;
  if (contact?.contactId != null && contact.billing === plan.billing)
    return { kind: 'ready', order, contactId: contact.contactId };
  return writeContact(work, order, plan, key, contact);
};

/** CO3 says that it does not know the contact: it is made anew, once. */
export const forgetContact = async (work: Work, plan: DocumentPlan): Promise<void> => {
  await updateRecord(work.deps, 'contact', contactKeyOf(work.account.id, plan), (known) =>
    known === undefined
      ? undefined
      : { ...known, contactId: null, billing: null, sent: null, remade: true, adopted: false },
  );
};

export const wasRemade = async (work: Work, plan: DocumentPlan): Promise<boolean> =>
  (await work.deps.ledger.read('contact', contactKeyOf(work.account.id, plan)))?.remade ?? false;

const writeContact = async (
  work: Work,
  order: OrderRecord,
  plan: DocumentPlan,
  key: string,
  known: ContactRecord | undefined,
): Promise<ContactReady | Ended> => {
  const { deps, lane } = work;
  if (!(await isClear(work, 'crm'))) return waitUntil(work, order, deps.clock.now(), 'stop');
  const contactId = known?.contactId ?? null;
  const sentAt = deps.clock.now();
  const remember = (change: Partial<Content<ContactRecord>>) =>
    updateRecord(deps, 'contact', key, (current) => ({ ...(current ?? emptyContact(work.account.id)), ...change }));
  const sent = {
    digest: plan.billing,
    at: sentAt,
    reads: 0,
    readAt: sentAt + work.account.readBack.settleSeconds * 1_000,
    acknowledged: false,
  };
  await remember({ sent });
  const { contact } = plan.drafts;
  const command =
    known?.adopted === true && contactId !== null
      ? toAdoptedContactCommand(contact, contactId)
      : toContactCommand(contact, contactId);
  const answer = await work.co3.call(command);
  if (answer.kind === 'acknowledged') {
    const id = contactId ?? answer.id;
    await remember(
      id === null
        ? { sent: { ...sent, readAt: deps.clock.now(), acknowledged: true } }
        : { contactId: id, billing: plan.billing, sent: null },
    );
    await lane.change((state) => afterDone(state, command.method));
    deps.log.info('contact done', { ...logFields(order), method: command.method });
    // Acknowledged without an id: it is there and has to be found.
    return id === null ? ensureContact(work, order, plan) : { kind: 'ready', order, contactId: id };
  }
  const remade = known?.remade ?? false;
  const decision = decide(answer, { isDocument: false, tries: order.tries, remade: remade || contactId === null });
  if (decision.kind === 'unknown') {
    await lane.change((state) => afterUnknown(state, 'crm', null, deps.clock.now()));
    deps.log.warn('contact unknown', { ...logFields(order), method: command.method, attempt: order.tries + 1 });
    return tryContactLater(work, order, plan, 'CO3 gave no answer when the buyer was made a contact.', sent.readAt);
  }
  await remember({ sent: null });
  if (decision.kind === 'remake-contact') {
    await forgetContact(work, plan);
    return ensureContact(work, order, plan);
  }
  return conclude(
    work,
    order,
    command,
    toContactStep(plan, lane.leaseId, sentAt, order.tries),
    decision,
    (current) => current,
  );
};
