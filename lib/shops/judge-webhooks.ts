import type { ListedWebhook } from './shop-webhooks.ts';

/**
 * How it stands with one topic: `good` tells the bridge all; `off` is there and switched off; `flawed` tells only a part; `elsewhere` posts
 * to another bridge's address for this shop; `missing` is not there.
 */
export type WebhookState = 'good' | 'off' | 'flawed' | 'elsewhere' | 'missing';

export interface JudgedWebhook {
  readonly topic: string;
  readonly state: WebhookState;
  /** The webhook that was judged by; null where there is none. */
  readonly webhook: ListedWebhook | null;
}

/**
 * Holds the shop's webhooks against what the bridge has to be told. Without an `address` each is ours that posts to this shop's name, at
 * whatever host. Webhooks of other tools are not looked at.
 */
export const judgeWebhooks = (
  listed: readonly ListedWebhook[],
  topics: readonly string[],
  shop: string,
  address: string | null,
): readonly JudgedWebhook[] => {
  const ours = listed.filter((webhook) => isForShop(webhook.address, shop));
  return topics.map((topic) => {
    const ofTopic = ours.filter((webhook) => webhook.topic === topic);
    const here = ofTopic.filter((webhook) => address === null || isSame(webhook.address, address));
    const first = (list: readonly ListedWebhook[], state: WebhookState): JudgedWebhook | undefined =>
      list[0] === undefined ? undefined : { topic, state, webhook: list[0] };
    const on = here.filter(({ isOn }) => isOn);
    return (
      first(
        on.filter(({ flaw }) => flaw === ''),
        'good',
      ) ??
      first(on, 'flawed') ??
      first(here, 'off') ??
      first(ofTopic, 'elsewhere') ?? { topic, state: 'missing', webhook: null }
    );
  });
};

const isForShop = (address: string, shop: string): boolean =>
  URL.canParse(address) && pathOf(new URL(address)).endsWith(`/webhooks/${shop}`);

const isSame = (one: string, other: string): boolean => {
  if (!URL.canParse(one) || !URL.canParse(other)) return false;
  const [a, b] = [new URL(one), new URL(other)];
  return a.origin === b.origin && pathOf(a) === pathOf(b);
};

const pathOf = ({ pathname }: URL): string => pathname.replace(/\/+$/, '');
