import type { ShopSettings } from '../settings/settings.ts';

/** A request to a shop's own API. What workers ask only reads: whatever came of it may be asked again. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

export type ApiAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly body: Uint8Array;
      readonly retryAfter: string | null;
    }
  | { readonly kind: 'failed'; readonly cause: unknown };

/** A signing in that outlives one worker. */
export interface ApiSession {
  readonly token: string;
  /** Not to be used any more from then on, in ms. */
  readonly until: number;
}

/** What a platform reads its API with. */
export interface ApiCaller {
  /** Sends the request when the platform's pace lets it go. */
  call(request: ApiRequest): Promise<ApiAnswer>;
  /** The last signing in that is still good, or null. */
  session(): ApiSession | null;
  /** Keeps a signing in for those to come, or forgets the one there is. */
  keep(session: ApiSession | null): void;
  /** In ms. */
  now(): number;
}

/** What became of reading. `detail` is for a person and holds nothing of the order or the credentials. */
export type Fetched<T> =
  | { readonly kind: 'read'; readonly snapshot: T }
  /** This one order cannot be read, however often it is tried: gone, of no known shape. */
  | { readonly kind: 'unreadable'; readonly detail: string }
  /** The API does not take the credentials. */
  | {
      readonly kind: 'refused';
      readonly detail: string;
      /** Where the next try before then, in ms, would do harm: some ban who fails too often. */
      readonly until?: number;
    }
  /** The API asks for a pause, or does not answer; `until` in ms where it says how long. */
  | { readonly kind: 'later'; readonly detail: string; readonly until: number | null };

/** Why an API told nothing. */
export type NotTold = Exclude<Fetched<never>, { kind: 'read' }>;

/** How a platform's own API is read. */
export interface ShopFetch<T> {
  /** Calls begin so far apart at the least, in ms. */
  readonly everyMs: number;
  /** Completes what a webhook told. `api` are the shop's credentials, already checked by the platform's own schema. */
  complete(known: T, shop: ShopSettings, api: unknown, caller: ApiCaller): Promise<Fetched<T>>;
}
