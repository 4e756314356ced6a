import type { OrderKey } from '../../event/snapshot.ts';
import type { Day } from '../../event/time.ts';
import type { FindingName } from './findings.ts';

/** `note`: worth knowing, no fault by itself. `warning`: something is overdue. `fault`: ledger, CO3 and what is owed do not agree. */
export type Severity = 'note' | 'warning' | 'fault';

/** An amount in minor units; null where it cannot be read. */
export interface Figure {
  readonly minor: number | null;
  readonly currency: string;
}

/** An invoice as CO3 shows it. */
export interface FoundInvoice {
  readonly id: string;
  readonly number: string;
  readonly day: string;
}

export interface Finding {
  readonly name: FindingName;
  readonly severity: Severity;
  /** `number` is null where the ledger does not know the order. */
  readonly order: { readonly key: OrderKey; readonly number: string | null } | null;
  readonly marker: string | null;
  readonly invoices: readonly FoundInvoice[];
  /** What was sent, or what is owed, and what CO3 shows instead. */
  readonly ours: Figure | null;
  readonly co3: Figure | null;
  /** The open letter. */
  readonly letter: string | null;
  /** What is particular to it. */
  readonly text: string;
}

export interface Count {
  readonly documents: number;
  readonly orders: number;
}

export interface AuditReport {
  readonly shop: string;
  readonly account: string;
  readonly stage: string;
  /** Days in Budapest, both included. */
  readonly from: Day;
  readonly to: Day;
  readonly comparedWith: readonly ['ledger', 'co3'];
  /** Orders with a document that was issued, or that were made, in these days; and all the documents that they have. */
  readonly audited: Count;
  /** Those of them without a fault. */
  readonly agreeing: Count;
  /** Outgoing invoices of these days in CO3: all, and those of the bridge's other shops. */
  readonly shown: { readonly outgoing: number; readonly otherShops: number };
  /** Orders that belong to another CO3 account, which was not read. */
  readonly otherAccounts: number;
  /** By kind as `FINDINGS` lists them, the gravest of a kind first, then the oldest order. */
  readonly findings: readonly Finding[];
}
