import { markerLineOf, type ShownInvoice } from '../co3/invoice-reads.ts';
import { formatMinor } from '../event/money.ts';
import { toBudapestDay } from '../event/time.ts';
import { amendAndSettle, SUPERSEDED, toShownCall } from './conclude.ts';
import { toStepCommand } from './document-step.ts';
import { toLiveDocuments } from './live-documents.ts';
import { afterFailure, afterLastFailure, afterNothing, withMeanwhile } from './look.ts';
import { parseMarker } from './marker.ts';
import { lookForPayment } from './payment-look-back.ts';
import { isAsSent, withProof } from './proof.ts';
import type { OrderRecord } from './records.ts';
import { type Sought, searchByMarker, searchByNumber } from './search-documents.ts';
import type { Look, SoughtStep, Step } from './step-records.ts';
import { type Ended, ended, logFields, type Work } from './work.ts';

/** The step whose search in CO3 is due. */
export const dueLook = (order: Pick<OrderRecord, 'steps'>, now: number): SoughtStep | undefined =>
  order.steps.find((step): step is SoughtStep => step.look !== null && step.look.at !== null && step.look.at <= now);

/** Searches CO3 for what a step may have left there: adopts what it finds, and otherwise asks a person in the end. */
export const lookBack = (work: Work, order: OrderRecord, step: SoughtStep): Promise<Ended> => {
  const { payment, look } = step;
  if (payment !== null) return lookForPayment(work, order, step, payment);
  return look.adopt === null ? lookForMarker(work, order, step) : lookForNumber(work, order, step, look.adopt.as);
};

/** What is needed of a step to recognise its document, while it is unknown or without an id. */
const soughtOf = (order: OrderRecord, step: Step): Sought => {
  const { marker, currency, totalMinor, sentAt } = step;
  const document = step.document ?? order.documents.find((one) => one.marker === marker);
  return {
    ...{ marker, currency, totalMinor, sentAt },
    contactId: document?.contactId ?? '',
    corrects: document?.corrects ?? null,
  };
};

const lookForMarker = async (work: Work, order: OrderRecord, step: SoughtStep): Promise<Ended> => {
  const { look } = step;
  const known = order.documents.map(({ id }) => id);
  const search = await searchByMarker(work, soughtOf(order, step), known);
  const { account, deps } = work;
  if (search.kind === 'failed') {
    const isLast = step.state === 'written-off' && look.reads === 0;
    const later = isLast
      ? afterLastFailure(look, step.endedAt ?? step.sentAt, account.readBack, deps.clock.now())
      : afterFailure(look, step.sentAt, account.readBack, deps.clock.now());
    return lookLater(work, order, step, later, search.isAnswered ? 'idle' : 'stop');
  }
  const [first, ...others] = search.found;
  if (first === undefined)
    return lookLater(
      work,
      order,
      step,
      afterNothing(look, step.sentAt, search.seen, account.readBack, deps.clock.now()),
      'idle',
    );
  if (work.contract.assumptions.commentKept && isAsSent(first, step))
    await work.lane.change((state) => withProof(state, deps.clock.now()));
  return adopt(
    work,
    order,
    step,
    first,
    others.map(({ id }) => id),
  );
};

const lookForNumber = async (work: Work, order: OrderRecord, step: SoughtStep, as: string): Promise<Ended> => {
  const { look } = step;
  const search = await searchByNumber(work, as, step.sentAt);
  const { account, deps } = work;
  if (search.kind === 'failed' && !search.isAnswered)
    return lookLater(work, order, step, afterFailure(look, step.sentAt, account.readBack, deps.clock.now()), 'stop');
  if (search.kind === 'failed') {
    const refusal = `CO3 answers, and does not show the invoice ${as}.`;
    return lookLater(work, order, step, { ...look, adopt: null, refusal, isPersonAsked: true }, 'idle');
  }
  const { invoice } = search;
  const refusal = invoice === undefined ? absent(as, step, deps.clock.now()) : refusalOf(order, step, invoice);
  if (invoice === undefined || refusal !== null)
    return lookLater(work, order, step, { ...look, adopt: null, refusal, isPersonAsked: true }, 'idle');
  return adopt(work, order, step, invoice, []);
};

/** Writes the search's state down, and what is planned on it. */
const lookLater = async (
  work: Work,
  order: OrderRecord,
  step: SoughtStep,
  look: Look,
  result: 'idle' | 'stop',
): Promise<Ended> => {
  const call = step.document === null ? null : toShownCall(work, toStepCommand(step, step.document));
  const later = await amendAndSettle(work, order, { why: SUPERSEDED.why, call }, (current) => ({
    ...current,
    steps: current.steps.map((one) =>
      isSame(one, step) && one.look !== null ? { ...one, look: withMeanwhile(one.look, step.look, look) } : one,
    ),
  }));
  work.deps.log.info('not found in CO3', { ...logFields(order), purpose: step.purpose, count: look.reads });
  return ended(later, result);
};

/** Takes a document that stands in CO3 for the step's. One that was sent again meanwhile is doubled by it. */
const adopt = async (
  work: Work,
  order: OrderRecord,
  step: Step,
  shown: ShownInvoice,
  others: readonly string[],
): Promise<Ended> => {
  const { deps } = work;
  const isDoubled = hasSubstitute(order, step);
  const doubles = isDoubled ? [shown.id, ...others] : others;
  const line = { ...logFields(order), purpose: step.purpose };
  if (doubles.length > 0) deps.alarms.raise('LetterNeedsAdmin', { ...line, name: 'DuplicateFound' });
  deps.log.info(isDoubled ? 'double found in CO3' : 'found in CO3', line);
  const adopted = await amendAndSettle(work, order, { why: 'success', call: null }, (current) => {
    // One that was done without its id was done then, and stands for nothing that was sent later.
    const endedAt = step.state === 'done' ? step.endedAt : deps.clock.now();
    const over = { look: null, doubles, endedAt };
    if (isDoubled)
      return {
        ...current,
        steps: current.steps.map((one) =>
          isSame(one, step) ? { ...one, ...over, state: 'written-off' as const } : one,
        ),
      };
    const found: Step = { ...step, ...over, state: 'done', id: shown.id, document: null };
    return {
      ...current,
      redrive: false,
      tries: 0,
      steps: current.steps.map((one) => (isSame(one, step) ? found : one)),
      documents: withDocument(current, step, shown),
    };
  });
  return ended(adopted, 'idle');
};

const withDocument = ({ documents }: OrderRecord, step: Step, { id, grossMinor }: ShownInvoice) =>
  documents.some(({ marker }) => marker === step.marker)
    ? documents.map((document) =>
        document.marker === step.marker
          ? { ...document, id, shownMinor: grossMinor === document.totalMinor ? null : grossMinor }
          : document,
      )
    : [...documents, ...toLiveDocuments(step, id, grossMinor)];

/** Whether CO3 has another document for what this step was to do: one that was sent after it was given up, or a late one that was given up before. */
const hasSubstitute = ({ steps }: OrderRecord, step: Step): boolean =>
  steps.some(
    (other) =>
      other.state === 'done' &&
      isInvoice(other) === isInvoice(step) &&
      other.payment === null &&
      !other.purpose.startsWith('payment') &&
      other.purpose !== 'contact' &&
      ((step.state === 'written-off' && other.sentAt > step.sentAt) ||
        (step.state === 'unknown' && other.sentAt < step.sentAt && (other.endedAt ?? 0) > step.sentAt)),
  );

const isInvoice = ({ purpose }: Step): boolean => purpose === 'invoice';

const isSame = (a: Step, b: Step): boolean => a.marker === b.marker && a.sentAt === b.sentAt && a.lease === b.lease;

const absent = (as: string, { sentAt }: Step, now: number): string =>
  `CO3 shows no outgoing invoice of the number or id ${as}, issued from ${toBudapestDay(sentAt)} to ${toBudapestDay(now)}.`;

/** Why the document that a person has named cannot be this step's; null where it can. */
const refusalOf = (order: OrderRecord, step: Step, shown: ShownInvoice): string | null => {
  const named = `The invoice ${shown.number} cannot be adopted:`;
  if (order.documents.some(({ id }) => id === shown.id)) return `${named} the order has it already.`;
  if (shown.currency !== step.currency)
    return `${named} it is in ${shown.currency}, and what was sent is in ${step.currency}.`;
  const contactId = soughtOf(order, step).contactId;
  if (shown.contactId !== '' && shown.contactId !== contactId) return `${named} it is another buyer's.`;
  if (shown.grossMinor === null || Math.sign(shown.grossMinor) !== Math.sign(step.totalMinor))
    return `${named} its total is not of the kind of ${formatMinor(step.totalMinor, step.currency)} ${step.currency}.`;
  const marker = parseMarker(markerLineOf(shown.comment));
  if (
    marker !== undefined &&
    !step.marker.startsWith(`${marker.stage}/${marker.platform}:${marker.tenant}/${marker.orderId}/`)
  )
    return `${named} it bears the marker of another order.`;
  const corrects = step.document?.corrects ?? null;
  return corrects === null || shown.stornoId === corrects
    ? null
    : `${named} it does not correct the invoice of the id ${corrects}.`;
};
