import type { ShopSettings } from '../../settings/settings.ts';
import { type JudgedWebhook, judgeWebhooks } from '../../shops/judge-webhooks.ts';
import type { Platform } from '../../shops/platform.ts';
import { type Told, told, type WebhookApi, type WebhookAsking } from '../../shops/shop-webhooks.ts';
import { type Borrowed, type BorrowShopDeps, borrowShop } from './borrow-shop.ts';

export interface WebhooksOf {
  readonly shop: ShopSettings;
  readonly platform: Pick<Platform, 'traits' | 'webhooks'>;
}

export interface WebhookReport {
  readonly webhooks: readonly JudgedWebhook[];
  /** Why the bridge would refuse what they post, for a person; empty where it would not. */
  readonly refused: string;
  /** What this API does not show, for a person; empty where it shows all. */
  readonly unseen: string;
}

export interface Registration extends WebhookReport {
  /** What was done, a topic each. */
  readonly done: readonly WebhookDone[];
}

export interface WebhookDone {
  readonly topic: string;
  readonly did: 'made' | 'turned-on' | 'failed';
  /** Why it failed, for a person; empty where it did not. */
  readonly detail: string;
}

type Kept<T> = Borrowed<T> | { readonly kind: 'no-api' };

/** Looks which of the shop's webhooks are there. Without an `address` those to whatever host are ours. */
export const checkWebhooks = (
  deps: BorrowShopDeps,
  of: WebhooksOf,
  address: string | null,
): Promise<Kept<WebhookReport>> => withApi(deps, of, (api, asking) => report(api, asking, of, address));

/** Makes the webhooks that are missing and switches on those that are off; then looks once more. Nothing is taken away. */
export const registerWebhooks = (deps: BorrowShopDeps, of: WebhooksOf, address: string): Promise<Kept<Registration>> =>
  withApi(deps, of, async (api, asking) => {
    const before = await report(api, asking, of, address);
    if (before.kind !== 'told') return before;
    // The shop would be refused, and would take its webhooks away again.
    if (before.value.refused !== '') return told({ ...before.value, done: [] });
    const done: WebhookDone[] = [];
    for (const webhook of before.value.webhooks) {
      const one = await mend(api, asking, webhook, address);
      if (one !== undefined) done.push(one);
    }
    const after = done.length === 0 ? before : await report(api, asking, of, address);
    return after.kind === 'told' ? told({ ...after.value, done }) : after;
  });

const withApi = <T>(
  deps: BorrowShopDeps,
  { shop, platform }: WebhooksOf,
  act: (api: WebhookApi, asking: WebhookAsking) => Promise<Told<T>>,
): Promise<Kept<T>> => {
  const { api } = platform.webhooks;
  return api === null
    ? Promise.resolve({ kind: 'no-api' })
    : borrowShop(deps, { shop, platform, everyMs: api.everyMs }, (asking) => act(api, asking));
};

const report = async (
  api: WebhookApi,
  asking: WebhookAsking,
  { shop, platform }: WebhooksOf,
  address: string | null,
): Promise<Told<WebhookReport>> => {
  const listed = await api.list(asking);
  if (listed.kind !== 'told') return listed;
  const webhooks = judgeWebhooks(listed.value, platform.webhooks.topics(shop), shop.id, address);
  return told({ webhooks, refused: api.whyRefused(asking), unseen: api.unseen });
};

const mend = async (
  api: WebhookApi,
  asking: WebhookAsking,
  { topic, state, webhook }: JudgedWebhook,
  address: string,
): Promise<WebhookDone | undefined> => {
  switch (state) {
    case 'good':
    // Somebody has made it so on purpose, and two of a topic would tell everything twice.
    case 'flawed':
      return undefined;
    case 'off':
      return webhook === null || api.turnOn === null
        ? undefined
        : toDone(topic, 'turned-on', await api.turnOn(asking, webhook));
    case 'elsewhere':
    case 'missing':
      return toDone(topic, 'made', await api.make(asking, topic, address));
    default:
      return state satisfies never;
  }
};

const toDone = (topic: string, did: 'made' | 'turned-on', outcome: Told<null>): WebhookDone =>
  outcome.kind === 'told' ? { topic, did, detail: '' } : { topic, did: 'failed', detail: outcome.detail };
