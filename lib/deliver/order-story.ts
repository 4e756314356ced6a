import type { Result } from '../event/result.ts';
import type { AccountSettings, ShopSettings } from '../settings/settings.ts';
import type { DocumentPlan } from './plan-types.ts';
import { type Leaving, type PlannedCalls, toPlannedCalls } from './planned-calls.ts';
import type { OrderRecord } from './records.ts';
import { type ReleaseRefusal, toReleasable } from './release.ts';
import type { ShopPause } from './shop/shop-record.ts';

/** What is known of an order, as `--json` shows it. */
export interface OrderStory {
  readonly order: OrderRecord;
  /** What would be sent for one that waits for a release; null where none does. */
  readonly plan: (PlannedCalls & { readonly digest: string }) | null;
  /** Why there is no plan that waits for a release. */
  readonly noPlan: ReleaseRefusal | null;
  /** Why the shop's own API is left alone, where the order waits for it. */
  readonly pause: ShopPause | null;
}

export interface StoryDeps extends Leaving {
  readonly shop: ShopSettings;
  readonly account: AccountSettings;
  readonly pause: ShopPause | null;
}

export const toOrderStory = (order: OrderRecord, deps: StoryDeps): OrderStory => {
  const plan: Result<DocumentPlan, ReleaseRefusal> = toReleasable(order, deps.shop, deps.account, deps.now);
  if (!plan.ok) return { order, plan: null, noPlan: plan.problem, pause: deps.pause };
  const calls = toPlannedCalls(order.snapshot, plan.value, deps);
  return { order, plan: { ...calls, digest: plan.value.digest }, noPlan: null, pause: deps.pause };
};
