import type { Co3Error } from '../co3/codes.ts';
import { contactDigest } from '../co3/contact-command.ts';
import { documentDigest } from '../co3/document-command.ts';
import { type OwnProblemName, toOwnError } from '../co3/own-problems.ts';
import { predictRefusals } from '../co3/predict.ts';
import { letterIdOf } from '../dead-letters/build-letter.ts';
import { digestOf } from '../event/digest.ts';
import { formatMinor } from '../event/money.ts';
import { orderKeyOf } from '../event/snapshot.ts';
import type { AccountSettings, ShopSettings } from '../settings/settings.ts';
import type { OrderDrafts } from '../translate/drafts.ts';
import { dueForIssue } from '../translate/issue.ts';
import { translateOrder } from '../translate/translate-order.ts';
import { RIVAL_WAIT_MS } from './merge.ts';
import type { OrderRecord, OrderStatus } from './records.ts';

/** Starts of work that did not end by themselves before an order is given to a person. */
export const MAX_STARTS = 5;

/** An invoice that is to be sent, with the digests that say whether it is the same as another one. */
export interface InvoicePlan {
  readonly kind: 'invoice';
  readonly drafts: OrderDrafts;
  /** Of the buyer's data, and of the document without dates. */
  readonly billing: string;
  readonly document: string;
  /** Of all rows that are owed, and of the billed buyer: what a later snapshot is compared with. */
  readonly content: string;
  readonly buyer: string;
  /** Of all that a person sees before a release. */
  readonly digest: string;
  readonly settingsDigest: string;
}

export type Plan =
  | { readonly kind: 'nothing'; readonly status: OrderStatus; readonly reason: string }
  | { readonly kind: 'wait'; readonly until: number; readonly reason: string }
  | {
      readonly kind: 'letter';
      readonly error: Co3Error;
      readonly purpose: string;
      readonly generation: number;
      readonly digest: string;
    }
  | InvoicePlan;

export type Planned = Pick<
  OrderRecord,
  'snapshot' | 'rival' | 'shadow' | 'release' | 'steps' | 'documents' | 'letter' | 'redrive' | 'starts'
>;

/** What is to be done next for an order: what its newest snapshot owes against the documents that are there. Pure. */
export const planOrder = (order: Planned, shop: ShopSettings, account: AccountSettings, now: number): Plan => {
  if (order.starts >= MAX_STARTS)
    return ownLetter('WorkerCrashed', `The worker ended without a result ${MAX_STARTS} times at this order.`);
  const issue = dueForIssue(order.snapshot, shop);
  const isUnknown = order.steps.some(({ state }) => state === 'unknown');
  const isUntouched = order.documents.length === 0 && !isUnknown;
  const isOutside = (!issue.due && OUTSIDE.has(issue.reason)) || (isInShadow(order, shop) && order.release === null);
  if (order.rival !== null && !(isUntouched && isOutside)) return planRival(order.rival.since, now);
  if (isUnknown)
    return ownLetter('OutcomeUnknown', 'CO3 gave no answer to an invoice; whether it was made is not known.');
  if (order.documents.length === 0 && !issue.due)
    return { kind: 'nothing', status: FINAL.has(issue.reason) ? 'settled' : 'waiting', reason: issue.reason };
  if (order.documents.length === 0 && isInShadow(order, shop) && order.release === null)
    return { kind: 'nothing', status: 'shadow', reason: 'Shadow' };
  const drafts = translateOrder(order.snapshot, shop, account);
  if (!drafts.ok) return ownLetter(drafts.problem.name, drafts.problem.text, drafts.problem.fields);
  if (order.documents.length > 0) return planAgainstDocuments(order, drafts.value);
  // A free order has rows at no price where the settings want its invoice.
  if (drafts.value.invoice.rows.length === 0) return { kind: 'nothing', status: 'settled', reason: 'NothingOwed' };
  return planInvoice(order, drafts.value, shop, account);
};

/** What would be sent for an order that has no document yet, whatever mode it is in: for a preview and for a release. */
export const toInvoicePlan = (drafts: OrderDrafts, shop: ShopSettings, account: AccountSettings): InvoicePlan => {
  const billing = contactDigest(drafts.contact);
  const document = documentDigest(drafts.invoice);
  return {
    kind: 'invoice',
    drafts,
    billing,
    document,
    content: contentOf(drafts),
    buyer: buyerOf(drafts),
    digest: digestOf([billing, document]),
    settingsDigest: digestOf([shop, account]),
  };
};

// Whatever else such an order says, nothing is planned for it.
const OUTSIDE: ReadonlySet<string> = new Set(['Test', 'BeforeInvoiceFrom']);

// What never changes again by itself; everything else waits for the shop's next word.
const FINAL: ReadonlySet<string> = new Set(['Test', 'BeforeInvoiceFrom', 'FreeOrder', 'Cancelled']);

const planRival = (since: number, now: number): Plan =>
  now < since + RIVAL_WAIT_MS
    ? { kind: 'wait', until: since + RIVAL_WAIT_MS, reason: 'ConflictingSnapshots' }
    : ownLetter(
        'ConflictingSnapshots',
        'The shop sent two different states of the order with the same time of change.',
      );

const planAgainstDocuments = (order: Pick<OrderRecord, 'documents' | 'snapshot'>, drafts: OrderDrafts): Plan => {
  const live = order.documents.reduce((sum, { totalMinor }) => sum + totalMinor, 0);
  const { currency } = drafts.invoice;
  if (live !== drafts.owedMinor)
    return ownLetter(
      'CorrectionNeeded',
      `Invoiced: ${formatMinor(live, currency)} ${currency}; owed: ${formatMinor(drafts.owedMinor, currency)} ${currency}.`,
    );
  if (
    live !== 0 &&
    (order.documents.at(-1)?.content !== contentOf(drafts) || order.documents.at(-1)?.buyer !== buyerOf(drafts))
  )
    return ownLetter(
      'ChangedAfterInvoice',
      'The order has another buyer or other items than its invoice; the sum is the same.',
    );
  return { kind: 'nothing', status: 'settled', reason: 'Invoiced' };
};

const planInvoice = (order: Planned, drafts: OrderDrafts, shop: ShopSettings, account: AccountSettings): Plan => {
  const plan = toInvoicePlan(drafts, shop, account);
  if ((order.shadow || shop.mode !== 'on') && order.release?.digest !== plan.digest)
    return { kind: 'nothing', status: order.shadow ? 'shadow' : 'release', reason: 'WaitsForRelease' };
  if (shop.mode === 'shadow') return { kind: 'nothing', status: 'shadow', reason: 'Shadow' };
  if (!order.redrive && wasRefused(order, plan)) return { kind: 'nothing', status: 'letter', reason: 'RefusedBefore' };
  const certain = predictRefusals(drafts.contact, drafts.invoice).find((refusal) => refusal.certain);
  if (certain !== undefined)
    return { kind: 'letter', error: certain.error, purpose: 'contact', generation: 1, digest: plan.billing };
  return plan;
};

// Only while the letter of that very refusal is open: otherwise nobody would hear of it.
const wasRefused = ({ snapshot, steps, letter }: Planned, plan: InvoicePlan): boolean => {
  const last = steps.at(-1);
  if (last?.state !== 'refused' || last.settingsDigest !== plan.settingsDigest) return false;
  if (last.digest !== plan.billing && last.digest !== plan.document) return false;
  return letter?.id === letterIdOf(orderKeyOf(snapshot), last);
};

const isInShadow = (order: Pick<OrderRecord, 'shadow'>, shop: ShopSettings): boolean =>
  order.shadow || shop.mode === 'shadow';

const contentOf = ({ invoice }: OrderDrafts): string => digestOf([invoice.currency, invoice.rows]);

// Phone, e-mail and the way of paying are not on the legal document: their change asks for no correction.
const buyerOf = ({ contact }: OrderDrafts): string =>
  digestOf([
    contact.lastName,
    contact.firstName,
    contact.firm,
    contact.taxNumber,
    contact.country,
    contact.zip,
    contact.city,
    contact.street,
  ]);

const ownLetter = (
  name: OwnProblemName,
  text: string,
  fields: readonly { path: string; value: string; allowed: readonly string[] }[] = [],
): Plan => ({
  kind: 'letter',
  error: toOwnError(name, text, fields),
  purpose: 'invoice',
  generation: 1,
  digest: digestOf([name, text, fields]),
});
