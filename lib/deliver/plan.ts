import { predictRefusals } from '../co3/predict.ts';
import { letterIdOf } from '../dead-letters/build-letter.ts';
import { digestOf } from '../event/digest.ts';
import { formatMinor } from '../event/money.ts';
import { orderKeyOf } from '../event/snapshot.ts';
import type { AccountSettings, ShopSettings } from '../settings/settings.ts';
import { dueForIssue } from '../translate/issue.ts';
import { corrected } from './corrections/corrected.ts';
import { isShownOtherwise } from './live-documents.ts';
import { RIVAL_WAIT_MS } from './merge.ts';
import { generationOf, planDocument, waitForId } from './plan-document.ts';
import { planPayment } from './plan-payment.ts';
import { type DocumentPlan, ownLetter, type PaymentPlan, type Plan, type Planned } from './plan-types.ts';
import { planUnknown } from './plan-unknown.ts';
import { isSettledByHand, SETTLED_BY_HAND, toldOfChange } from './settled-by-hand.ts';
import { planReading } from './shop/reading.ts';

/** Starts of work that did not end by themselves before an order is given to a person. */
export const MAX_STARTS = 5;

/** What is to be done next for an order: what its newest snapshot owes against the documents that are there. Pure. */
export const planOrder = (order: Planned, shop: ShopSettings, account: AccountSettings, now: number): Plan => {
  if (order.starts >= MAX_STARTS)
    return ownLetter('WorkerCrashed', `The worker ended without a result ${MAX_STARTS} times at this order.`);
  // Nothing more is planned for an order while it is not known what CO3 has.
  const unknown = planUnknown(order.steps) ?? planFindings(order);
  if (unknown !== undefined) return unknown;
  if (order.personal.clearedAt !== null) return BUYER_CLEARED;
  if (isSettledByHand(order)) return SETTLED_BY_HAND;
  return toldOfChange(order, planOwed(order, shop, account, now), shop);
};

/** What is to be done for an order that no person has settled as it stands, and of which CO3 shows what was sent. */
const planOwed = (order: Planned, shop: ShopSettings, account: AccountSettings, now: number): Plan => {
  const told = corrected(order, shop);
  const issue = dueForIssue(told.order.snapshot, told.shop);
  const isUntouched = order.documents.length === 0;
  const isForNobody = !issue.due && OUTSIDE.has(issue.reason);
  // Also in shadow: what is shown there is to be right.
  const reading = isUntouched && isForNobody ? undefined : planReading(order);
  if (reading !== undefined) return reading;
  const isOutside = isForNobody || (isInShadow(order, shop) && order.release === null);
  if (order.rival !== null && !(isUntouched && isOutside)) return planRival(order.rival.since, now);
  if (isUntouched && !issue.due)
    return { kind: 'nothing', status: FINAL.has(issue.reason) ? 'settled' : 'waiting', reason: issue.reason };
  if (isUntouched && isInShadow(order, shop) && order.release === null)
    return { kind: 'nothing', status: 'shadow', reason: 'Shadow' };
  const plan = planDocument(order, shop, account);
  if (plan.kind === 'document') return allowed(order, plan, shop);
  return plan.kind === 'nothing' && shop.mode !== 'shadow' && !isHint(order)
    ? (planBooking(order, shop, account) ?? plan)
    : plan;
};

// Whom to bill is known no more, so it waits for the shop to tell it anew.
const BUYER_CLEARED = { kind: 'nothing', status: 'settled', reason: 'BuyerCleared' } as const satisfies Plan;

// Whatever else such an order says, nothing is planned for it.
const OUTSIDE: ReadonlySet<string> = new Set(['Test', 'BeforeInvoiceFrom']);

// What never changes again by itself; everything else waits for the shop's next word.
const FINAL: ReadonlySet<string> = new Set(['Test', 'BeforeInvoiceFrom', 'FreeOrder', 'Cancelled']);

/** What CO3 shows beside or against what was sent: a person has to look first. */
const planFindings = ({ steps, documents }: Planned): Plan | undefined => {
  const doubled = steps.find(({ doubles }) => doubles.length > 0);
  if (doubled !== undefined) {
    const { purpose, generation, marker, doubles } = doubled;
    return ownLetter(
      'DuplicateFound',
      `CO3 has more than one document for ${purpose} of this order: also those of the ids ${doubles.join(', ')}.`,
      [{ path: 'documents', value: marker, allowed: [] }],
      { purpose, generation, digest: digestOf(['DuplicateFound', marker, doubles]) },
    );
  }
  const other = documents.find(isShownOtherwise);
  if (other === undefined) return undefined;
  const { currency, purpose, generation, marker } = other;
  const sent = formatMinor(other.totalMinor, currency);
  const shown = formatMinor(other.shownMinor, currency);
  return ownLetter(
    'AmountDiffers',
    `Sent: ${sent} ${currency}; CO3 shows: ${shown} ${currency}.`,
    [{ path: 'documents', value: sent, allowed: [shown] }],
    { purpose, generation, digest: digestOf(['AmountDiffers', marker, other.shownMinor]) },
  );
};

const planRival = (since: number, now: number): Plan =>
  now < since + RIVAL_WAIT_MS
    ? { kind: 'wait', until: since + RIVAL_WAIT_MS, reason: 'ConflictingSnapshots' }
    : ownLetter(
        'ConflictingSnapshots',
        'The shop sent two different states of the order with the same time of change.',
      );

/** The document, where the mode, earlier refusals and CO3's rules let it go. */
const allowed = (order: Planned, plan: DocumentPlan, shop: ShopSettings): Plan => {
  if ((order.shadow || shop.mode !== 'on' || isHint(order)) && order.release?.digest !== plan.digest)
    return { kind: 'nothing', status: order.shadow ? 'shadow' : 'release', reason: 'WaitsForRelease' };
  if (shop.mode === 'shadow') return { kind: 'nothing', status: 'shadow', reason: 'Shadow' };
  if (!order.redrive && wasRefused(order, [plan.billing, plan.document], plan.settingsDigest)) return REFUSED_BEFORE;
  if (plan.contactId !== null) return plan;
  const certain = predictRefusals(plan.drafts.contact, plan.draft).find((refusal) => refusal.certain);
  if (certain !== undefined)
    return { kind: 'letter', error: certain.error, purpose: 'contact', generation: 1, digest: plan.billing };
  return plan;
};

// Nobody vouches for it but the person who lets its document go.
const isHint = ({ snapshot }: Pick<Planned, 'snapshot'>): boolean => snapshot.coverage === 'hint';

const planBooking = (order: Planned, shop: ShopSettings, account: AccountSettings): Plan | undefined => {
  const wish = planPayment(order, shop);
  if (wish === null) return undefined;
  if (wish.kind === 'no-id') return waitForId(order, wish.document);
  const { document, targetMinor, n } = wish;
  const plan: PaymentPlan = {
    kind: 'payment',
    purpose: `payment:${n}`,
    generation: generationOf(order),
    document,
    targetMinor,
    digest: digestOf(['payment', document.marker, targetMinor]),
    settingsDigest: digestOf([shop, account]),
  };
  return !order.redrive && wasRefused(order, [plan.digest], plan.settingsDigest) ? REFUSED_BEFORE : plan;
};

const REFUSED_BEFORE: Plan = { kind: 'nothing', status: 'letter', reason: 'RefusedBefore' };

// Only while the letter of that very refusal is open: otherwise nobody would hear of it.
const wasRefused = (
  { snapshot, steps, letter }: Planned,
  digests: readonly string[],
  settingsDigest: string,
): boolean => {
  const last = steps.at(-1);
  if (last?.state !== 'refused' || last.settingsDigest !== settingsDigest || !digests.includes(last.digest))
    return false;
  return letter?.id === letterIdOf(orderKeyOf(snapshot), last);
};

const isInShadow = (order: Pick<Planned, 'shadow'>, shop: ShopSettings): boolean =>
  order.shadow || shop.mode === 'shadow';
