import type { Letter } from '../dead-letters/letter.ts';
import type { LetterLine } from '../dead-letters/letter-line.ts';
import type { LogFields } from '../event/log.ts';
import type { Instant } from '../event/time.ts';
import type { RestingRef } from './personal-data/resting.ts';
import type { LedgerRecord, RecordKind, RecordOf, WorkRef } from './records.ts';
import type { WaitingFor, WaitingLine } from './waiting-line.ts';

/** The truth. One table of records; each write names the version that it replaces. */
export interface Ledger {
  /** The record as it stands (strongly consistent), or undefined. */
  read<K extends RecordKind>(kind: K, key: string): Promise<RecordOf<K> | undefined>;
  /**
   * Writes the record where the stored version is `record.version - 1` (version 1: where there is none).
   * Rejects where it is not known whether it was written: read again and compare `writeId`.
   * An order too large for an item rejects with `RecordTooLarge`.
   */
  write(record: LedgerRecord): Promise<'written' | 'conflict'>;
  /** Orders, or the records of the catalogue, with `dueAt` at or before `until`, oldest first. Eventually consistent: candidates, to be read. */
  due(account: string, of: 'orders' | 'catalogue', until: number, limit: number): Promise<readonly WorkRef[]>;
  /** Letters that are not closed, newest first. Eventually consistent. */
  letters(): Promise<readonly LetterLine[]>;
  /** Orders that wait for a person's release, the newest in the shop first, at most so many. Eventually consistent. */
  waiting(of: WaitingFor, limit: number): Promise<readonly WaitingLine[]>;
  /**
   * Orders and closed letters that hold a buyer's data and have rested since `until` or longer, up to `limit`, and as many of the orders that were only seen in
   * shadow, the oldest first. Eventually consistent: candidates, to be read.
   */
  resting(until: Instant, limit: number): Promise<readonly RestingRef[]>;
  /** Every record there is of the kind, in no order. Reads the whole table: for work by hand only. */
  each<K extends RestingRef['kind']>(kind: K): AsyncIterable<RecordOf<K>>;
  /** What tells this table from every other, one restored from its backup too. */
  identity(): Promise<string>;
}

/** The record would not fit into an item of the table. */
export class RecordTooLarge extends Error {
  override readonly name = 'RecordTooLarge';
}

/** What stands in the ledger under a key is not what the bridge wrote there. The message names the key and quotes nothing. */
export class RecordUnreadable extends Error {
  override readonly name = 'RecordUnreadable';
}

/** The queue `events`, as its worker sees it. */
export interface EventInbox {
  delete(receiptHandles: readonly string[]): Promise<void>;
}

export interface Notice {
  readonly messageId: string;
  readonly receiptHandle: string;
  readonly body: string;
}

/** The queue `dead-letters`. */
export interface DeadLetterQueue {
  /** Gives notice of a letter; answers the queue's id of the message. */
  send(letter: Letter): Promise<string>;
  /** About how many messages there are, whether somebody works on them or not: SQS tells it only roughly, and some moments late. */
  count(): Promise<number>;
  /** At most ten messages, invisible to others for so many seconds. */
  receive(visibilitySeconds: number): Promise<readonly Notice[]>;
  delete(receiptHandle: string): Promise<void>;
}

/** What people get by mail. */
export interface Alert {
  /** ASCII on one line, shorter than 100 characters, as SNS takes it. */
  readonly subject: string;
  readonly text: string;
}

/** The topic that people are subscribed to. */
export interface Alerts {
  /** Rejects where it is not known that the topic has taken it. */
  tell(alert: Alert): Promise<void>;
}

/** Figures for CloudWatch's alarms and charts: of the whole stage, since a figure of each shop, account or code would be billed by itself. */
export interface Figures {
  /** `at` is the moment that they are of, in ms; left out, now. */
  note(figures: Readonly<Partial<Record<FigureName, number>>>, at?: number): void;
}

export type FigureName =
  | 'Co3Calls' // of one account in one minute
  | 'LanesHeld'
  | 'OldestDueMinutes'
  | 'OpenLetters'
  | 'OldestLetterHours';

/** The stack from outside, for people. Each rejects where AWS does not answer, or does not let us. */
export interface StackLook {
  /** The table's state, `ACTIVE` where all is well. */
  table(): Promise<string>;
  /** How many messages wait in the queues, about. */
  queues(): Promise<{ readonly events: number; readonly deadLetters: number }>;
  /** How far AWS's clock is ahead of this machine's, in ms; null before anything was asked. */
  clockAheadMs(): number | null;
}

/** What somebody should hear of: a log line and a metric that alarms are set on. */
export interface Alarms {
  raise(
    name: 'LaneHeld' | 'ShopNotRead' | 'LetterNeedsAdmin' | 'UnknownCode' | 'UnknownOutcome',
    fields: LogFields,
  ): void;
}
