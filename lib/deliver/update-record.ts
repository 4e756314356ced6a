import { type Ledger, RecordTooLarge } from './ports.ts';
import type { RecordKind, RecordOf, Versioned, WorkedRecord } from './records.ts';

/** A record without what the ledger's protocol adds to it. */
export type Content<R> = Omit<R, keyof Versioned>;

export interface Writer {
  readonly ledger: Ledger;
  readonly newId: () => string;
}

/** Somebody else wrote this record each time that we tried. */
export class RecordContended extends Error {
  override readonly name = 'RecordContended';
}

const MAX_ATTEMPTS = 12;

/**
 * Applies `change` to the record as it stands and answers the record that is there afterwards. `change` runs anew after each conflict,
 * so it must be pure; where it answers undefined or what it was given, nothing is written. `known` saves the first read.
 */
export const updateRecord = async <K extends RecordKind>(
  { ledger, newId }: Writer,
  kind: K,
  key: string,
  change: (current: RecordOf<K> | undefined) => Content<RecordOf<K>> | undefined,
  known?: RecordOf<K>,
): Promise<RecordOf<K> | undefined> => {
  let current = known ?? (await ledger.read(kind, key));
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const next = change(current);
    if (next === undefined || next === current) return current;
    const record = { ...next, kind, key, version: (current?.version ?? 0) + 1, writeId: newId() } as RecordOf<K>;
    if ((await tryWrite(ledger, record)) === 'written') return record;
    current = await ledger.read(kind, key);
    // The answer was lost, not the write.
    if (current?.writeId === record.writeId) return current;
  }
  throw new RecordContended(`${kind} was written by others ${MAX_ATTEMPTS} times`);
};

/** Like `updateRecord`, for a record that is known to be there. */
export const amendRecord = async <K extends RecordKind>(
  writer: Writer,
  record: RecordOf<K>,
  change: (current: RecordOf<K>) => Content<RecordOf<K>>,
): Promise<RecordOf<K>> => {
  const kind = record.kind as K;
  const amended = await updateRecord(
    writer,
    kind,
    record.key,
    (current) => (current === undefined ? undefined : change(current)),
    record,
  );
  if (amended === undefined) throw new Error(`the ${kind} that was just read is gone from the ledger`);
  return amended;
};

/** As `amendRecord`, for a record that may be of any kind that work is due for. */
export const amendWorked = <R extends WorkedRecord>(writer: Writer, record: R, change: (current: R) => R): Promise<R> =>
  // What is read under a record's key is of its kind: the compiler cannot follow that through a union.
  amendRecord<RecordKind>(writer, record, change as unknown as (current: RecordOf<RecordKind>) => R) as Promise<R>;

const tryWrite = async (ledger: Ledger, record: RecordOf<RecordKind>): Promise<'written' | 'conflict' | 'lost'> => {
  try {
    return await ledger.write(record);
  } catch (cause) {
    if (cause instanceof RecordTooLarge) throw cause;
    return 'lost';
  }
};
