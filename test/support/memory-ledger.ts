import { toLetterLine } from '../../lib/dead-letters/letter-line.ts';
import { type Ledger, RecordTooLarge } from '../../lib/deliver/ports.ts';
import type { LedgerRecord, RecordKind, RecordOf, WorkedRecord, WorkRef } from '../../lib/deliver/records.ts';
import { toWaitingLine, waitsFor } from '../../lib/deliver/waiting-line.ts';

export interface MemoryLedger extends Ledger {
  /** All records of a kind, as they stand. */
  all<K extends RecordKind>(kind: K): readonly RecordOf<K>[];
  /** Everything, as a backup keeps it. */
  backUp(): Backup;
  /** Puts another table in its place: one restored from the backup, or an empty one. */
  replace(identity: string, backup?: Backup): void;
}

export type Backup = ReadonlyMap<string, string>;

/** What tells the ledger of a test from those that come after it. */
export const MEMORY_LEDGER = 'memory';

/** The ledger's rules in memory. Records are kept as JSON, so that nothing is shared with who wrote them. */
export const makeMemoryLedger = (identity = MEMORY_LEDGER, records: readonly LedgerRecord[] = []): MemoryLedger => {
  const idOf = (kind: RecordKind, key: string): string => `${kind}#${key}`;
  let stored = new Map(records.map((record) => [idOf(record.kind, record.key), JSON.stringify(record)]));
  let table = identity;
  const all = <K extends RecordKind>(kind: K): readonly RecordOf<K>[] =>
    [...stored.values()]
      .map((json) => JSON.parse(json) as LedgerRecord)
      .filter((record) => record.kind === kind) as RecordOf<K>[];
  return {
    all,
    read: async (kind, key) => {
      const json = stored.get(idOf(kind, key));
      return json === undefined ? undefined : (JSON.parse(json) as RecordOf<typeof kind>);
    },
    write: async (record) => {
      const json = JSON.stringify(record);
      if (json.length > 10_000_000) throw new RecordTooLarge(idOf(record.kind, record.key));
      const before = stored.get(idOf(record.kind, record.key));
      const version = before === undefined ? 0 : (JSON.parse(before) as LedgerRecord).version;
      if (version !== record.version - 1) return 'conflict';
      stored.set(idOf(record.kind, record.key), json);
      return 'written';
    },
    due: async (account, of, until, limit) =>
      (of === 'orders' ? all('order') : [...all('listing'), ...all('product'), ...all('stock')])
        .filter(
          (record): record is WorkedRecord & { dueAt: number } => record.account === account && record.dueAt !== null,
        )
        .filter((record) => record.dueAt <= until)
        .sort((a, b) => a.dueAt - b.dueAt)
        .slice(0, limit)
        .map(({ kind, key }) => ({ kind, key }) as WorkRef),
    letters: async () =>
      all('letter')
        .filter(({ letter }) => letter.state !== 'closed')
        .map(toLetterLine)
        .sort((a, b) => (a.parkedAt < b.parkedAt ? 1 : -1)),
    waiting: async (of, limit) =>
      all('order')
        .filter((order) => waitsFor(order) === of)
        .map(toWaitingLine)
        .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
        .slice(0, limit),
    orders: async function* () {
      yield* all('order');
    },
    identity: async () => table,
    backUp: () => new Map(stored),
    replace: (name, backup = new Map()) => {
      stored = new Map(backup);
      table = name;
    },
  };
};
