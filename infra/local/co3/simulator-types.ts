import type { Account, AccountOptions } from './account.ts';
import type { Dialect } from './dialect.ts';
import type { ActiveFault, FaultRule } from './faults.ts';
import type { LimitOptions } from './limits.ts';
import type { Snapshot } from './snapshot.ts';

export interface Co3Request {
  /** Of HTTP. */
  readonly method: string;
  /** `/api/crm` */
  readonly path: string;
  readonly secure: boolean;
  /** Where it comes from. */
  readonly address: string;
  readonly body: string;
}

/** What becomes of a request. Delays are told, not waited for. */
export type Co3Reply =
  | { readonly kind: 'answer'; readonly status: number; readonly body: string | Uint8Array; readonly delayMs: number }
  /** The connection is closed after so much of the body, or before anything. */
  | { readonly kind: 'cut'; readonly body: string; readonly delayMs: number }
  | { readonly kind: 'hang' };

/** How CO3 can be out of order. `unreachable`: not even a connection comes about. */
export type Outage = 'reset' | 'hang' | '503' | 'unreachable';

export interface CallRecord {
  readonly at: number;
  readonly address: string;
  /** The account's name, empty where the key is nobody's. */
  readonly account: string;
  readonly method: string;
  /** What CO3 itself made of the call; `none`: it never came so far, `at-work`: CO3 has not finished it. */
  readonly outcome: 'data' | 'saved' | 'refused' | 'none' | 'at-work';
  readonly code: number | null;
  /** What was saved under which id. */
  readonly id: number | null;
  /** What went wrong on the way. */
  readonly fault: string | null;
}

export interface SimulatorOptions {
  readonly now: () => number;
  readonly seed: number;
  /** Laid over the dialect that the seed picks. */
  readonly dialect?: Partial<Dialect>;
  readonly limits?: LimitOptions;
}

export interface Co3Simulator {
  /** Request in, answer out; sleeps never. */
  handle(request: Co3Request): Co3Reply;
  readonly now: () => number;
  addAccount(options: AccountOptions): Account;
  /** By name. */
  readonly accounts: ReadonlyMap<string, Account>;
  /** The last thousand, oldest first. */
  readonly calls: readonly CallRecord[];
  readonly faults: readonly ActiveFault[];
  readonly dialect: Dialect;
  setDialect(part: Partial<Dialect>): void;
  fault(rule: FaultRule): void;
  clearFaults(): void;
  /** Out of order until then, or until `up()` where it is null. */
  down(until: number | null, kind: Outage): void;
  up(): void;
  /** The outage that is on. */
  readonly outage: Outage | null;
  /** Whether a request over plain HTTP is answered with 11. */
  setRequireTls(required: boolean): void;
  ban(address: string, until: number): void;
  /** Everything that the page shows, without keys and passwords. */
  snapshot(): Snapshot;
}
