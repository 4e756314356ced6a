import type { Co3Error } from '../../co3/codes.ts';
import { toOwnError } from '../../co3/own-problems.ts';
import { toInvoicePlan } from '../../deliver/plan-document.ts';
import type { DocumentPlan } from '../../deliver/plan-types.ts';
import { type Leaving, type PlannedCalls, toPlannedCalls } from '../../deliver/planned-calls.ts';
import { digestOf } from '../../event/digest.ts';
import type { OrderSnapshot } from '../../event/snapshot.ts';
import type { AccountSettings, ShopSettings } from '../../settings/settings.ts';
import type { OrderDrafts } from '../../translate/drafts.ts';
import { type DueForIssue, dueForIssue } from '../../translate/issue.ts';
import { translateOrder } from '../../translate/translate-order.ts';

export interface OrderPreview {
  readonly due: DueForIssue;
  readonly mode: ShopSettings['mode'];
  /** Why it would become a letter; null where it would not. */
  readonly letter: Co3Error | null;
  /** Null where it would become a letter, or where nothing is owed. */
  readonly sent: PlannedCalls | null;
}

export interface PreviewDeps extends Leaving {
  readonly shop: ShopSettings;
  readonly account: AccountSettings;
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
    sent: drafts.value.owedMinor === 0 ? null : toPlannedCalls(order, firstInvoice(order, drafts.value, deps), deps),
  };
};

const firstInvoice = (snapshot: OrderSnapshot, drafts: OrderDrafts, { shop, account }: PreviewDeps): DocumentPlan =>
  toInvoicePlan({ snapshot, steps: [], documents: [] }, drafts, digestOf([shop, account]));
