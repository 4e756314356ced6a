import type { Hold } from '../lane-records.ts';
import type { Versioned } from '../records.ts';

/** The key of the one record of this kind. */
export const TOLD = 'people';

/** A hold that people have heard of. */
export interface ToldHold {
  /** The lane's account; `*` is our address. */
  readonly account: string;
  /** Products and stock may be held alone. */
  readonly what: 'all' | 'catalogue';
  readonly reason: Hold['reason'];
  readonly code: number | null;
  /** Whether only a person opens it. */
  readonly byHandOnly: boolean;
  /** Since when the lane has been seen open again, in ms: its opening is told when it stays so. */
  readonly openSince: number | null;
}

/** What people have been told of, so that nothing is told at each tick. */
export interface ToldRecord extends Versioned {
  readonly kind: 'told';
  /** The keys of causes that have an open letter. */
  readonly causes: readonly string[];
  readonly holds: readonly ToldHold[];
}
