import type { CallMinute } from '../co3/call-minutes.ts';
import type { OrderKey } from '../event/snapshot.ts';
import type { Versioned } from './records.ts';

export type Resource = 'crm' | 'finance' | 'product';

export type HoldReason =
  | 'code'
  | 'never-left'
  | 'no-answer'
  | 'unknown-documents'
  | 'breaker'
  | 'by-hand'
  | 'ledger-lost'; // CO3 knows documents that the table does not: `bridge ledger rebuild`

export interface Hold {
  readonly reason: HoldReason;
  /** CO3's number where one holds the lane. */
  readonly code: number | null;
  readonly method: string | null;
  readonly since: number;
  /** The next probe; null waits for `bridge lane resume`. */
  readonly until: number | null;
  readonly probes: number;
}

/** A document that shows whether CO3 keeps our markers. */
export interface ProofDocument {
  readonly order: OrderKey;
  readonly marker: string;
  readonly id: string | null;
  readonly contactId: string;
  readonly corrects: string | null;
  readonly currency: string;
  readonly totalMinor: number;
  readonly sentAt: number;
  readonly reads: number;
  /** The next read, in ms. */
  readonly at: number;
}

/** Whether an account's CO3 is known to keep markers: until then a search that finds nothing says nothing. */
export interface Proof {
  readonly provenAt: number | null;
  readonly candidate: ProofDocument | null;
  /** When and why the last candidate was no proof. */
  readonly failed: { readonly at: number; readonly why: string } | null;
}

/** The one worker's place at a CO3 account. The lane `*` is held when CO3 has banned the address. */
export interface LaneRecord extends Versioned {
  readonly kind: 'lane';
  readonly lease: { readonly id: string; readonly until: number } | null;
  readonly session: { readonly key: string; readonly since: number } | null;
  /** When the last two calls were answered, in ms, oldest first. */
  readonly answeredAt: readonly number[];
  /** The calls of the last hour. Written when the lane is given back, so those of a worker that died are missing. */
  readonly calls: readonly CallMinute[];
  /** Which table the lane was opened in: a restored or an empty one is another, and has forgotten documents. */
  readonly ledger: string | null;
  /** The oldest of CO3's invoices that was looked at for our markers, as long as that search before the opening is not over. */
  readonly lookedDownTo: string | null;
  readonly proof: Proof;
  readonly hold: Hold | null;
  /** Catalogue work alone is held: the same refusal of products or stock again and again is no reason for an order to wait. */
  readonly catalogueHold: Hold | null;
  /** No write leaves towards these until a read of them has been answered. */
  readonly suspect: readonly Resource[];
  /** Calls running whose outcome is unknown, by method: documents and payments. */
  readonly unknownRuns: Readonly<Record<string, number>>;
  readonly neverLeftRun: number;
  /** One code again and again for one method, without a success of it. */
  readonly refusals: Readonly<Record<string, { readonly code: number; readonly count: number }>>;
}
