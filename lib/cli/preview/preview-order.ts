import type { Co3Error } from '../../co3/codes.ts';
import { type Co3Command, toXml } from '../../co3/command.ts';
import { toContactCommand } from '../../co3/contact-command.ts';
import type { Contract } from '../../co3/contract.ts';
import { toDocumentCommand } from '../../co3/document-command.ts';
import { toOwnError } from '../../co3/own-problems.ts';
import { type Prediction, predictRefusals } from '../../co3/predict.ts';
import { toMarker } from '../../deliver/marker.ts';
import { toInvoicePlan } from '../../deliver/plan-document.ts';
import type { DocumentPlan } from '../../deliver/plan-types.ts';
import { digestOf } from '../../event/digest.ts';
import type { OrderSnapshot } from '../../event/snapshot.ts';
import type { AccountSettings, ShopSettings } from '../../settings/settings.ts';
import { documentDates } from '../../translate/dates.ts';
import type { DocumentRow, OrderDrafts } from '../../translate/drafts.ts';
import { type DueForIssue, dueForIssue } from '../../translate/issue.ts';
import { translateOrder } from '../../translate/translate-order.ts';

export interface PreviewedCall {
  readonly method: string;
  /** With its keys elided. */
  readonly xml: string;
}

/** What would be sent for an order. */
export interface CallsPreview {
  readonly owedMinor: number;
  readonly currency: string;
  readonly rows: readonly DocumentRow[];
  readonly calls: readonly PreviewedCall[];
  readonly predictions: readonly Prediction[];
}

export interface OrderPreview {
  readonly due: DueForIssue;
  readonly mode: ShopSettings['mode'];
  /** Why it would become a letter; null where it would not. */
  readonly letter: Co3Error | null;
  /** Null where it would become a letter, or where nothing is owed. */
  readonly sent: CallsPreview | null;
}

export interface PreviewDeps {
  readonly shop: ShopSettings;
  readonly account: AccountSettings;
  readonly contract: Contract;
  readonly stage: string;
  readonly now: number;
}

/** What a snapshot of an order that has no document yet leads to. Pure. */
export const previewOrder = (order: OrderSnapshot, deps: PreviewDeps): OrderPreview => {
  const { shop, account } = deps;
  const head = { due: dueForIssue(order, shop), mode: shop.mode };
  const drafts = translateOrder(order, shop, account);
  if (!drafts.ok) {
    const { name, text, fields } = drafts.problem;
    return { ...head, letter: toOwnError(name, text, fields), sent: null };
  }
  return {
    ...head,
    letter: null,
    sent: drafts.value.owedMinor === 0 ? null : previewCalls(order, firstInvoice(order, drafts.value, deps), deps),
  };
};

const firstInvoice = (snapshot: OrderSnapshot, drafts: OrderDrafts, { shop, account }: PreviewDeps): DocumentPlan =>
  toInvoicePlan({ snapshot, steps: [], documents: [] }, drafts, digestOf([shop, account]));

/** The calls of a document, with what CO3 is likely to refuse. An invoice's contact is shown as one that CO3 does not know yet. */
export const previewCalls = (
  order: OrderSnapshot,
  { purpose, generation, contactId, drafts, draft, sent }: DocumentPlan,
  { contract, stage, now }: Pick<PreviewDeps, 'contract' | 'stage' | 'now'>,
): CallsPreview => {
  const toCall = (call: Co3Command): PreviewedCall => ({ method: call.method, xml: toXml(call, 'elided', contract) });
  const document = toDocumentCommand(draft, {
    contactId: contactId ?? CONTACT_ID,
    marker: toMarker(stage, order, purpose, generation),
    corrects: sent.corrects,
    dates: documentDates(draft, now),
  });
  return {
    owedMinor: drafts.owedMinor,
    currency: draft.currency,
    rows: draft.rows,
    calls: [...(contactId === null ? [toCall(toContactCommand(drafts.contact, null))] : []), toCall(document)],
    predictions: contactId === null ? predictRefusals(drafts.contact, draft) : [],
  };
};

/** Stands for the id that CO3 gives the contact. */
const CONTACT_ID = '…';
