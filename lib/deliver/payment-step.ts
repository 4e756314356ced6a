import type { Co3Error } from '../co3/codes.ts';
import { oneInvoice, readInvoice } from '../co3/invoice-reads.ts';
import { toOwnError } from '../co3/own-problems.ts';
import { toPaymentCommand } from '../co3/payment-command.ts';
import { toBudapestDay } from '../event/time.ts';
import { AGAIN_PAUSE_MS, amendAndSettle, conclude, putBack, SUPERSEDED, toShownCall, waitUntil } from './conclude.ts';
import { decide, MAX_TRIES } from './decide.ts';
import { afterDone } from './lane-state.ts';
import { asMissing } from './missing-invoice.ts';
import { withLetter } from './order-letter.ts';
import type { PaymentPlan } from './plan-types.ts';
import { isClear } from './probe.ts';
import { readCo3 } from './read-co3.ts';
import type { OrderRecord } from './records.ts';
import { endUnknown, toSentStep, withoutStep, writeSent } from './sent-step.ts';
import type { LiveDocument, SentPayment, Step } from './step-records.ts';
import { type Ended, ended, logFields, type Work } from './work.ts';

const ALREADY_PAID = 309;
/** A read that CO3's database failed at, or that lags behind what was just issued: both pass. */
const PASSING: ReadonlySet<number | null | undefined> = new Set([202, 301]);

/** Books what an order's buyer has paid. A booking bears no marker, so that the balance is read first; what somebody else has booked is not booked again. */
export const bookPayment = async (work: Work, order: OrderRecord, plan: PaymentPlan): Promise<Ended> => {
  const { deps, lane, co3, contract, shop } = work;
  const { document, targetMinor } = plan;
  if (!(await isClear(work, 'finance'))) return waitUntil(work, order, deps.clock.now(), 'stop');
  const read = await readCo3(work, 'finance', oneInvoice(document.id));
  if (read.kind === 'failed') return waitUntil(work, order, deps.clock.now(), 'stop');
  if (read.kind === 'refused' && PASSING.has(read.error?.code) && order.tries + 1 < MAX_TRIES)
    return ended(await putBack(work, order, deps.clock.now() + AGAIN_PAUSE_MS, triedAgain), 'idle');
  const shown = read.kind === 'data' ? readInvoice(read.root, contract) : undefined;
  if (shown?.grossMinor == null || shown.balanceMinor === null)
    return giveToPerson(work, order, plan, read.kind === 'refused' ? read.error : null);
  if (shown.grossMinor !== document.totalMinor && shown.grossMinor !== document.acceptedMinor)
    return ended(await amendDocument(work, order, document, { shownMinor: shown.grossMinor }), 'idle');
  const beforeMinor = farther(document.paidMinor, shown.balanceMinor, document.totalMinor);
  if (farther(beforeMinor, targetMinor, document.totalMinor) === beforeMinor)
    return ended(await amendDocument(work, order, document, { paidMinor: targetMinor }), 'idle');

  // A person may have shut the lane during the read.
  if (lane.state().hold?.reason === 'by-hand') return waitUntil(work, order, deps.clock.now(), 'stop');
  const amountMinor = targetMinor - beforeMinor;
  const payment: SentPayment = { invoiceId: document.id, document: document.marker, amountMinor, beforeMinor };
  const { currency } = document;
  const step = toSentStep(work, order, plan, { currency, totalMinor: amountMinor }, { payment });
  const { isPlanned, order: sent } = await writeSent(work, order, step);
  if (!isPlanned) return ended(sent, 'idle');
  const command = toPaymentCommand({
    invoiceId: document.id,
    amountMinor,
    currency,
    day: toBudapestDay(step.sentAt),
    bankAccount: shop.bankAccount ?? null,
  });
  const answer = await co3.call(command);

  // «Already paid» is what was wanted.
  const isPaid = answer.kind === 'refused' && answer.errors.every(({ code }) => code === ALREADY_PAID);
  if (answer.kind === 'acknowledged' || isPaid) {
    const done = await endBooked(work, sent, step, payment, targetMinor);
    await lane.change((state) => afterDone(state, command.method));
    deps.log.info('payment done', { ...logFields(order), purpose: step.purpose, method: command.method });
    return ended(done, 'answered');
  }
  const decision = decide(answer, { isDocument: true, tries: order.tries, remade: true });
  if (decision.kind === 'unknown') return endUnknown(work, sent, step, toShownCall(work, command));
  if (decision.kind === 'remake-contact') throw new Error('a payment has no contact to make anew');
  return conclude(work, sent, command, step, asMissing(decision), (current) => ({
    ...current,
    steps: withoutStep(current, step),
  }));
};

const triedAgain = (order: OrderRecord): OrderRecord => ({ ...order, tries: order.tries + 1 });

/** The step is done, and so much of its document is booked. */
export const endBooked = (
  work: Work,
  order: OrderRecord,
  step: Step,
  { document, beforeMinor, amountMinor }: SentPayment,
  paidMinor = beforeMinor + amountMinor,
): Promise<OrderRecord> =>
  amendAndSettle(work, order, { why: 'success', call: null }, (current) => ({
    ...current,
    steps: [
      ...withoutStep(current, step),
      { ...step, state: 'done', endedAt: work.deps.clock.now(), payment: null, look: null },
    ],
    documents: current.documents.map((one) => (one.marker === document ? { ...one, paidMinor } : one)),
    redrive: false,
    tries: 0,
  }));

const amendDocument = (
  work: Work,
  order: OrderRecord,
  document: LiveDocument,
  change: Partial<LiveDocument>,
): Promise<OrderRecord> =>
  amendAndSettle(work, order, SUPERSEDED, (current) => ({
    ...current,
    documents: current.documents.map((one) => (one.marker === document.marker ? { ...one, ...change } : one)),
    redrive: false,
  }));

/** The one that lies farther on the side of the total: more paid of an invoice, more paid back of what takes back. */
const farther = (a: number, b: number, totalMinor: number): number =>
  totalMinor < 0 ? Math.min(a, b) : Math.max(a, b);

/** CO3 does not show the document that something is to be booked on. */
const giveToPerson = async (
  work: Work,
  order: OrderRecord,
  plan: PaymentPlan,
  error: Co3Error | null,
): Promise<Ended> => {
  const { deps } = work;
  const { purpose, generation, digest, document } = plan;
  const said =
    error ??
    toOwnError('InvoiceMissingInCo3', `CO3 does not show the invoice of the id ${document.id} as it should.`, []);
  const decision = asMissing({ kind: 'letter', error: said });
  const refusal = {
    error: decision.error,
    purpose,
    generation,
    digest,
    call: toShownCall(work, oneInvoice(document.id)),
  };
  deps.log.warn('refused', { ...logFields(order), purpose, name: decision.error.name });
  const { settingsDigest } = plan;
  const sum = { currency: document.currency, totalMinor: plan.targetMinor - document.paidMinor };
  const payment = {
    invoiceId: document.id,
    document: document.marker,
    amountMinor: sum.totalMinor,
    beforeMinor: document.paidMinor,
  };
  const step: Step = {
    ...toSentStep(work, order, plan, sum, { payment }),
    settingsDigest,
    state: 'refused',
    endedAt: deps.clock.now(),
    payment: null,
  };
  const given = await amendAndSettle(work, order, SUPERSEDED, (current) =>
    withLetter({ ...current, steps: [...withoutStep(current, step), step] }, current.key, refusal, deps.clock.now()),
  );
  return ended(given, 'idle');
};
