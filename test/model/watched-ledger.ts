import type { LetterRecord } from '../../lib/dead-letters/letter.ts';
import { toLetterLine } from '../../lib/dead-letters/letter-line.ts';
import type { Ledger } from '../../lib/deliver/ports.ts';
import type { LedgerRecord, OrderRecord, RecordKind, RecordOf } from '../../lib/deliver/records.ts';
import type { OrderKey } from '../../lib/event/snapshot.ts';
import { makeMemoryLedger } from '../support/memory-ledger.ts';

/** The ledger in memory as a story sees it: every record as it stands, and indexes that may be behind. */
export interface WatchedLedger {
  readonly ledger: Ledger;
  all<K extends RecordKind>(kind: K): readonly RecordOf<K>[];
}

export interface LedgerDeps {
  readonly now: () => number;
  readonly lagMs: number;
  readonly onWrite: (record: LedgerRecord) => void;
}

interface Entry {
  readonly since: number;
  readonly record: LedgerRecord;
}

export const makeWatchedLedger = ({ now, lagMs, onWrite }: LedgerDeps): WatchedLedger => {
  const memory = makeMemoryLedger();
  const versions = new Map<string, readonly Entry[]>();
  const standing = (kind: RecordKind, asOf: number): readonly LedgerRecord[] =>
    [...versions.values()].flatMap((entries) => {
      const record = entries.findLast(({ since }) => since <= asOf)?.record;
      return record === undefined || record.kind !== kind ? [] : [record];
    });
  const all = <K extends RecordKind>(kind: K): readonly RecordOf<K>[] =>
    standing(kind, Number.POSITIVE_INFINITY) as readonly RecordOf<K>[];
  const note = (record: LedgerRecord): void => {
    const id = `${record.kind}#${record.key}`;
    const kept = (versions.get(id) ?? []).slice(-KEPT);
    versions.set(id, [...kept, { since: now(), record }]);
  };
  return {
    all,
    ledger: {
      ...memory,
      write: async (record) => {
        const outcome = await memory.write(record);
        if (outcome === 'written') {
          note(record);
          onWrite(record);
        }
        return outcome;
      },
      letters: async () =>
        (standing('letter', now() - lagMs) as readonly LetterRecord[])
          .filter(({ letter }) => letter.state !== 'closed')
          .map(toLetterLine),
      due: async (account, of, until, limit) =>
        of === 'orders'
          ? dueOf(standing('order', now() - lagMs) as readonly OrderRecord[], account, until)
              .slice(0, limit)
              .map((key) => ({ kind: 'order', key }))
          : [],
    },
  };
};

// More than are written within the longest lag.
const KEPT = 40;

const dueOf = (orders: readonly OrderRecord[], account: string, until: number): readonly OrderKey[] =>
  orders
    .flatMap(({ key, account: of, dueAt }) =>
      of === account && dueAt !== null && dueAt <= until ? [{ key, dueAt }] : [],
    )
    .toSorted((a, b) => a.dueAt - b.dueAt)
    .map(({ key }) => key);
