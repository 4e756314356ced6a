import type { ApiSession } from '../../shops/shop-fetch.ts';
import type { Versioned } from '../records.ts';

/** A shop's own API is left alone: it did not take the credentials, or asked for a pause, or gave no answer. */
export interface ShopPause {
  readonly reason: 'refused' | 'later';
  /** For a person; holds nothing of an order or the credentials. */
  readonly detail: string;
  readonly since: number;
  /** The next try, in ms. */
  readonly until: number;
  /** Tries that failed since the first. */
  readonly probes: number;
}

/** What outlives a worker of a shop's own API; its key is the shop's name in the settings. */
export interface ShopRecord extends Versioned {
  readonly kind: 'shop';
  readonly session: ApiSession | null;
  /** When the last call began, in ms. */
  readonly calledAt: number | null;
  readonly pause: ShopPause | null;
}
