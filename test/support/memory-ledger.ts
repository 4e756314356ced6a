import type { LetterRecord } from '../../lib/dead-letters/letter.ts';
import { toLetterLine } from '../../lib/dead-letters/letter-line.ts';
import { type RestingRef, restsSince } from '../../lib/deliver/personal-data/resting.ts';
import { type Ledger, RecordTooLarge } from '../../lib/deliver/ports.ts';
import type {
  LedgerRecord,
  OrderRecord,
  RecordKind,
  RecordOf,
  WorkedRecord,
  WorkRef,
} from '../../lib/deliver/records.ts';
import { toWaitingLine, waitingSince, waitsFor } from '../../lib/deliver/waiting-line.ts';
import type { Instant } from '../../lib/event/time.ts';

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
  let due = toDueIndex(records);
  let table = identity;
  const all = <K extends RecordKind>(kind: K): readonly RecordOf<K>[] =>
    [...stored].filter(([id]) => id.startsWith(`${kind}#`)).map(([, json]) => JSON.parse(json) as RecordOf<K>);
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
      due.note(record);
      return 'written';
    },
    due: async (account, of, until, limit) => due.find(account, of, until).slice(0, limit),
    letters: async () =>
      all('letter')
        .filter(({ letter }) => letter.state !== 'closed')
        .map(toLetterLine)
        .sort((a, b) => (a.parkedAt < b.parkedAt ? 1 : -1)),
    waiting: async (of, limit) =>
      all('order')
        .filter((order) => waitsFor(order) === of)
        .sort((a, b) => (waitingSince(of, a) < waitingSince(of, b) ? 1 : -1))
        .slice(0, limit)
        .map(toWaitingLine),
    resting: async (until, limit) => {
      const listed = [...all('order'), ...all('letter')].flatMap((record) => {
        const at = toListing(record);
        return at === null ? [] : [{ ...at, ref: toRestingRef(record) }];
      });
      const oldest = (list: 'resting' | 'shadow') =>
        listed
          .filter(({ of, since }) => of === list && since <= until)
          .sort((a, b) => (a.since < b.since ? -1 : 1))
          .slice(0, limit);
      return [...oldest('resting'), ...oldest('shadow')].map(({ ref }) => ref);
    },
    each: async function* (kind) {
      yield* all(kind);
    },
    identity: async () => table,
    backUp: () => new Map(stored),
    replace: (name, backup = new Map()) => {
      stored = new Map(backup);
      due = toDueIndex([...backup.values()].map((json) => JSON.parse(json) as LedgerRecord));
      table = name;
    },
  };
};

/** What is due, beside the records: only what it names has to be looked at, however many there are. */
const toDueIndex = (records: readonly LedgerRecord[]) => {
  const byAccount = new Map<string, Map<string, { readonly ref: WorkRef; readonly dueAt: number }>>();
  const note = (record: LedgerRecord): void => {
    if (!isWorked(record)) return;
    const { kind, key, account, dueAt } = record;
    const refs = byAccount.get(account) ?? new Map();
    byAccount.set(account, refs);
    if (dueAt === null) refs.delete(`${kind}#${key}`);
    else refs.set(`${kind}#${key}`, { ref: { kind, key }, dueAt });
  };
  for (const record of records) note(record);
  return {
    note,
    /** Oldest first. */
    find: (account: string, of: 'orders' | 'catalogue', until: number): readonly WorkRef[] =>
      [...(byAccount.get(account)?.values() ?? [])]
        .filter(({ ref, dueAt }) => (ref.kind === 'order') === (of === 'orders') && dueAt <= until)
        .sort((a, b) => a.dueAt - b.dueAt)
        .map(({ ref }) => ref),
  };
};

const isWorked = (record: LedgerRecord): record is WorkedRecord =>
  record.kind === 'order' || record.kind === 'listing' || record.kind === 'product' || record.kind === 'stock';

const toRestingRef = ({ kind, key }: OrderRecord | LetterRecord): RestingRef => ({ kind, key }) as RestingRef;

/** In which of the lists that are looked through a record stands, and since when. */
const toListing = (
  record: OrderRecord | LetterRecord,
): { readonly of: 'resting' | 'shadow'; readonly since: Instant } | null => {
  const of = record.kind === 'order' ? waitsFor(record) : null;
  if (of === 'release') return null;
  if (record.kind === 'order' && of === 'shadow') return { of, since: waitingSince(of, record) };
  const since = restsSince(record);
  return since === null ? null : { of: 'resting', since };
};
