import { toLetterLine } from '../../lib/dead-letters/letter.ts';
import { type Ledger, RecordTooLarge } from '../../lib/deliver/ports.ts';
import type { LedgerRecord, OrderRecord, RecordKind, RecordOf } from '../../lib/deliver/records.ts';

export interface MemoryLedger extends Ledger {
  /** All records of a kind, as they stand. */
  all<K extends RecordKind>(kind: K): readonly RecordOf<K>[];
}

/** The ledger's rules in memory. Records are kept as JSON, so that nothing is shared with who wrote them. */
export const makeMemoryLedger = (): MemoryLedger => {
  const stored = new Map<string, string>();
  const idOf = (kind: RecordKind, key: string): string => `${kind}#${key}`;
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
      const known = stored.get(idOf(record.kind, record.key));
      const version = known === undefined ? 0 : (JSON.parse(known) as LedgerRecord).version;
      if (version !== record.version - 1) return 'conflict';
      stored.set(idOf(record.kind, record.key), json);
      return 'written';
    },
    due: async (account, until, limit) =>
      all('order')
        .filter((order): order is OrderRecord & { dueAt: number } => order.account === account && order.dueAt !== null)
        .filter((order) => order.dueAt <= until)
        .sort((a, b) => a.dueAt - b.dueAt)
        .slice(0, limit)
        .map(({ key }) => key),
    letters: async () =>
      all('letter')
        .filter(({ letter }) => letter.state !== 'closed')
        .map(toLetterLine)
        .sort((a, b) => (a.parkedAt < b.parkedAt ? 1 : -1)),
    orders: async function* () {
      yield* all('order');
    },
    identity: async () => 'memory',
  };
};
