import type { OrderSnapshot, Snapshot } from '../event/snapshot.ts';
import type { PlatformTraits } from '../settings/platform-traits.ts';
import type { ShopSettings } from '../settings/settings.ts';
import type { ShopFetch } from './shop-fetch.ts';
import type { ShopWebhooks } from './shop-webhooks.ts';

/** A request's headers, asked by lower-case name. The global `Headers` is one, a `Map` too. */
export interface RequestHeaders {
  get(name: string): string | null | undefined;
}

/** A webhook as it came. */
export interface ShopRequest {
  readonly raw: Uint8Array;
  readonly headers: RequestHeaders;
  /** Of the address that was posted to. */
  readonly query: Readonly<Record<string, string | undefined>>;
}

/**
 * `unsigned`: a header that is needed is missing. `forged`: no current secret has signed these bytes. `ping`: the shop only tries the
 * address; it is answered 200 and not read.
 */
export type Verdict = 'genuine' | 'unsigned' | 'forged' | 'ping';

export type Reading =
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot }
  | { readonly kind: 'not-used'; readonly why: string }
  /** A buyer wants to be forgotten: the shop's ids of their orders. */
  | { readonly kind: 'redact'; readonly orders: readonly string[] }
  | {
      readonly kind: 'problem';
      readonly problem: 'UnreadablePayload' | 'WrongShop' | 'DataRequested';
      /** The place and what is wrong there, never the value: it may be a person's. */
      readonly detail: string;
      readonly orderId: string | null;
    };

/** Headers that the shop would send with these bytes, and what it would add to the address. */
export interface Signed {
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
}

/** What one kind of shop software sends, and how it is read. */
export interface Platform {
  /** What the settings of such a shop may say. */
  readonly traits: PlatformTraits;
  verify(request: ShopRequest, secrets: readonly string[], now: number): Verdict;
  /** Only for a request that `verify` has found genuine. Never throws for what stands in it. `now` is when it came, in ms. */
  read(raw: Uint8Array, shop: ShopSettings, topic: string, now: number): Reading;
  /** The topic where it is one of the platform's, `other` where not, empty without one: header text is the sender's own. */
  topicOf(headers: RequestHeaders): string;
  sign(raw: Uint8Array, secret: string, topic: string, now: number): Signed;
  /** How its API completes an order that a webhook tells only in part; null where every webhook is whole. */
  readonly fetch: ShopFetch<OrderSnapshot> | null;
  /** Which webhooks such a shop has to have, and how they are looked at and made. */
  readonly webhooks: ShopWebhooks;
}
