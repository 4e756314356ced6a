import type { ShopSettings } from '../settings/settings.ts';
import type { ApiCaller, NotTold } from './shop-fetch.ts';

/** Which webhooks a shop has to have. */
export interface ShopWebhooks {
  /** Topics as the platform calls them, by what the shop's settings keep. */
  topics(shop: ShopSettings): readonly string[];
  /** What a person clicks, and where, as one sentence or more. */
  readonly byHand: string;
  /** Null where no API tells of webhooks. */
  readonly api: WebhookApi | null;
}

/** A webhook that there is in the shop. */
export interface ListedWebhook {
  readonly id: string;
  /** In the platform's words. */
  readonly topic: string;
  /** Where it posts to. Another tool's may be a secret of that tool: never shown but where it is ours. */
  readonly address: string;
  readonly isOn: boolean;
  /** Why the bridge would not be told by it what it needs, for a person; empty where it would. */
  readonly flaw: string;
}

/** What an API is asked with. `api` are the shop's credentials, already checked by the platform's own schema. */
export interface WebhookAsking {
  readonly shop: ShopSettings;
  readonly api: unknown;
  /** What the shop's webhooks are to be signed with. */
  readonly secret: string;
  /** All that the bridge takes them by. */
  readonly secrets: readonly string[];
  readonly caller: ApiCaller;
}

export type Told<T> = { readonly kind: 'told'; readonly value: T } | NotTold;

/** How a platform's API keeps its webhooks. */
export interface WebhookApi {
  /** Calls begin so far apart at the least, in ms. */
  readonly everyMs: number;
  /** What of the shop's webhooks this API does not show, for a person; empty where it shows them all. */
  readonly unseen: string;
  /** Why the bridge would refuse what webhooks made with these credentials post; empty where it would not. */
  whyRefused(asking: WebhookAsking): string;
  list(asking: WebhookAsking): Promise<Told<readonly ListedWebhook[]>>;
  make(asking: WebhookAsking, topic: string, address: string): Promise<Told<null>>;
  /** Null where a webhook is there or not, and never switched off. */
  readonly turnOn: ((asking: WebhookAsking, webhook: ListedWebhook) => Promise<Told<null>>) | null;
}

export const told = <T>(value: T): Told<T> => ({ kind: 'told', value });

export const DONE: Told<null> = told(null);
