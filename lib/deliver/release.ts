import { fail, ok, type Result } from '../event/result.ts';
import type { OrderKey } from '../event/snapshot.ts';
import { toInstant } from '../event/time.ts';
import type { AccountSettings, Settings, ShopSettings } from '../settings/settings.ts';
import { planOrder } from './plan.ts';
import { planDocument } from './plan-document.ts';
import type { DocumentPlan } from './plan-types.ts';
import type { OrderRecord } from './records.ts';
import { amendRecord, type Content, type Writer } from './update-record.ts';

export interface ReleaseDeps extends Writer {
  readonly settings: Settings;
}

export interface ReleaseRefusal {
  readonly why:
    | 'no-such-order'
    | 'not-in-settings'
    | 'nothing-waits'
    | 'not-translatable'
    | 'shop-in-shadow'
    | 'plan-changed';
  /** For the person who asked: what is so, and what to do instead. */
  readonly text: string;
}

/** Lets the plan of this digest go, which a person has seen. A plan that is another one by then is refused. */
export const releaseOrder = async (
  deps: ReleaseDeps,
  key: OrderKey,
  digest: string,
  now: number,
): Promise<Result<OrderRecord, ReleaseRefusal>> => {
  const known = await deps.ledger.read('order', key);
  if (known === undefined) return fail(NO_SUCH_ORDER);
  let refusal: ReleaseRefusal | undefined;
  const order = await amendRecord<'order'>(deps, known, (current) => {
    refusal = refusalOf(deps.settings, current, digest, now);
    return refusal === undefined ? released(current, digest, now) : current;
  });
  return refusal === undefined ? ok(order) : fail(refusal);
};

/** The plan that waits for a release: what would be sent, whatever mode the shop is in. */
export const toReleasable = (
  order: OrderRecord,
  shop: ShopSettings,
  account: AccountSettings,
  now: number,
): Result<DocumentPlan, ReleaseRefusal> => {
  const plan = planOrder(order, shop, account, now);
  if (plan.kind === 'fetch') return fail(nothingWaits(order.reason));
  // A shop that was switched on meanwhile wakes no order by itself.
  const isWaiting =
    plan.kind === 'nothing'
      ? plan.status === 'shadow' || plan.status === 'release'
      : order.status === 'shadow' || order.status === 'release';
  if (!isWaiting) return fail(nothingWaits(plan.kind === 'nothing' ? plan.reason : order.reason));
  const document = planDocument(order, shop, account);
  switch (document.kind) {
    case 'document':
      return ok(document);
    case 'letter':
      return fail(notTranslatable(document.error.name, document.error.text));
    default:
      return fail(nothingWaits(document.kind === 'nothing' ? document.reason : order.reason));
  }
};

const refusalOf = (settings: Settings, order: OrderRecord, digest: string, now: number): ReleaseRefusal | undefined => {
  const shop = settings.shops.get(order.shop);
  const account = settings.accounts.get(order.account);
  if (shop === undefined || account === undefined) return NOT_IN_SETTINGS;
  const plan = toReleasable(order, shop, account, now);
  if (!plan.ok) return plan.problem;
  if (shop.mode === 'shadow') return SHOP_IN_SHADOW;
  return plan.value.digest === digest ? undefined : PLAN_CHANGED;
};

const released = (order: OrderRecord, digest: string, now: number): Content<OrderRecord> => ({
  ...order,
  release: { digest, at: toInstant(now) },
  status: 'due',
  reason: 'Released',
  dueAt: now,
  starts: 0,
  tries: 0,
});

const NO_SUCH_ORDER: ReleaseRefusal = {
  why: 'no-such-order',
  text: 'The order is not known. Let the shop send it once more.',
};
const NOT_IN_SETTINGS: ReleaseRefusal = {
  why: 'not-in-settings',
  text: 'The order’s shop or account is not in the settings. Put it back into shops.yml.',
};
const SHOP_IN_SHADOW: ReleaseRefusal = {
  why: 'shop-in-shadow',
  text: 'The shop is in shadow, where nothing is sent. Set its mode to `supervised` or `on` in shops.yml, deploy, and release then.',
};
const PLAN_CHANGED: ReleaseRefusal = {
  why: 'plan-changed',
  text: 'The plan is another one than that of this digest. Look at the order once more and release what it shows then.',
};
const nothingWaits = (reason: string): ReleaseRefusal => ({
  why: 'nothing-waits',
  text: `Nothing of this order waits for a release (${reason}). \`bridge order\` without --release shows where it stands.`,
});
const notTranslatable = (name: string, text: string): ReleaseRefusal => ({
  why: 'not-translatable',
  text: `The order cannot become an invoice as it is (${name}): ${text} Mend that in the shop or the settings first.`,
});
