import { gunzipSync, gzipSync } from 'node:zlib';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { LetterRecord } from '../dead-letters/letter.ts';
import { type LetterLine, toLetterLine } from '../dead-letters/letter-line.ts';
import { type RestingRef, restsSince } from '../deliver/personal-data/resting.ts';
import { RecordTooLarge, RecordUnreadable } from '../deliver/ports.ts';
import type { LedgerRecord, OrderRecord, RecordKind, RecordOf, WorkedRecord, WorkRef } from '../deliver/records.ts';
import { toWaitingLine, type WaitingFor, type WaitingLine, waitingSince, waitsFor } from '../deliver/waiting-line.ts';
import type { Instant } from '../event/time.ts';

/** An item: the record as gzipped JSON, and beside it only what keys, conditions and indexes need. */
export type Item = Record<string, AttributeValue>;

export const toItemKey = (kind: RecordKind, key: string): Item => ({ pk: { S: `${kind}#${key}` } });

export const toItem = (record: LedgerRecord): Item => {
  const packed = gzipSync(JSON.stringify(record));
  if (packed.byteLength > MAX_PACKED_BYTES) throw new RecordTooLarge();
  return {
    ...toItemKey(record.kind, record.key),
    version: { N: String(record.version) },
    record: { B: packed },
    ...toIndexed(record),
  };
};

/** Throws `RecordUnreadable` where the item bears no record. */
export const fromItem = <K extends RecordKind>(item: Item): RecordOf<K> =>
  readJson<RecordOf<K>>(item, ({ record }) => gunzipSync(record?.B ?? Buffer.of()).toString('utf8'));

/** The bounds of the sort key of index `due` for what is due at `until` or before. */
export const toDueBounds = (
  of: 'orders' | 'catalogue',
  until: number,
): { readonly from: string; readonly to: string } => ({ from: toDueText(of, 0), to: toDueText(of, until) });

export const toWorkRef = (item: Item): WorkRef => toRef(item) as WorkRef;

export const toRestingRef = (item: Item): RestingRef => toRef(item) as RestingRef;

const toRef = (item: Item): unknown => {
  const [, kind, key] = /^([a-z]+)#(.*)$/s.exec(item['pk']?.S ?? '') ?? [];
  return { kind, key };
};

export const readLetterLine = (item: Item): LetterLine => readJson<LetterLine>(item, lineOf);

export const readWaitingLine = (item: Item): WaitingLine => readJson<WaitingLine>(item, lineOf);

/** The lists that index `letters` holds, each a partition of it. */
export const OPEN_LETTERS = 'open';
const AT_REST = 'resting';
export type ListName = typeof OPEN_LETTERS | typeof AT_REST | WaitingFor;

/** Where what rests stands. What was seen in shadow is also in the list of what can be released. */
export const RESTING_LISTS = [AT_REST, 'shadow'] as const;

/** Room is left for the index attributes below DynamoDB's 400 kB, and for what a person adds to a letter. */
const MAX_PACKED_BYTES = 300_000;

const lineOf = ({ line }: Item): string => line?.S ?? '';

/** The exceptions of JSON quote what they could not read, which may be a person's: they go nowhere. */
const readJson = <T>(item: Item, textOf: (item: Item) => string): T => {
  try {
    return JSON.parse(textOf(item)) as T;
  } catch {
    throw new RecordUnreadable(`the item ${item['pk']?.S ?? 'without a key'} bears no record`);
  }
};

const toIndexed = (record: LedgerRecord): Item => {
  switch (record.kind) {
    case 'order':
      return { ...toDue(record, 'orders'), ...toWaiting(record) };
    case 'listing':
    case 'product':
    case 'stock':
      return toDue(record, 'catalogue');
    case 'letter':
      return toOpen(record);
    default:
      return {};
  }
};

const toDue = ({ account, dueAt }: WorkedRecord, of: 'orders' | 'catalogue'): Item =>
  dueAt === null ? {} : { account: { S: account }, dueAt: { S: toDueText(of, dueAt) } };

// The kind of work stands before the time, so that each can be asked for by itself.
const RANK = { orders: 0, catalogue: 1 };
const toDueText = (of: 'orders' | 'catalogue', ms: number): string =>
  `${RANK[of]}#${String(Math.trunc(Math.min(Math.max(ms, 0), Number.MAX_SAFE_INTEGER))).padStart(16, '0')}`;

const toOpen = (record: LetterRecord): Item => {
  const { letter } = record;
  if (letter.state === 'closed') return toResting(record);
  return { ...toListed(OPEN_LETTERS, letter.parkedAt), ...toLine(toLetterLine(record)) };
};

const toWaiting = (order: OrderRecord): Item => {
  const of = waitsFor(order);
  if (of === null) return toResting(order);
  return { ...toListed(of, waitingSince(of, order)), ...toLine(toWaitingLine(order)) };
};

const toResting = (record: OrderRecord | LetterRecord): Item => {
  const since = restsSince(record);
  return since === null ? {} : toListed(AT_REST, since);
};

const toListed = (list: ListName, since: Instant): Item => ({ open: { S: list }, parkedAt: { S: since } });

const toLine = (line: LetterLine | WaitingLine): Item => ({ line: { S: JSON.stringify(line) } });
