import type { OrderSnapshot } from '../event/snapshot.ts';
import type { ShopSettings } from '../settings/settings.ts';

/** A request's headers, asked by lower-case name. The global `Headers` is one, a `Map` too. */
export interface RequestHeaders {
  get(name: string): string | null | undefined;
}

/** `unsigned`: a header that is needed is missing. `forged`: no current secret has signed these bytes. */
export type Verdict = 'genuine' | 'unsigned' | 'forged';

export type Reading =
  | { readonly kind: 'snapshot'; readonly snapshot: OrderSnapshot }
  | { readonly kind: 'not-used'; readonly why: string }
  | {
      readonly kind: 'problem';
      readonly problem: 'UnreadablePayload' | 'WrongShop';
      /** The place and what is wrong there, never the value: it may be a person's. */
      readonly detail: string;
      readonly orderId: string | null;
    };

/** What one kind of shop software sends, and how it is read. */
export interface Platform {
  verify(raw: Uint8Array, headers: RequestHeaders, secrets: readonly string[], now: number): Verdict;
  /** Only for bytes that `verify` has found genuine. Never throws for what stands in them. */
  read(raw: Uint8Array, shop: ShopSettings, topic: string): Reading;
  /** The topic where it is one of the platform's, `other` where not, empty without one: header text is the sender's own. */
  topicOf(headers: RequestHeaders): string;
  /** The headers that the shop would send with these bytes. */
  sign(raw: Uint8Array, secret: string, topic: string): Record<string, string>;
}
