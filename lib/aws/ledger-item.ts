import { gunzipSync, gzipSync } from 'node:zlib';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { LetterRecord } from '../dead-letters/letter.ts';
import { type LetterLine, toLetterLine } from '../dead-letters/letter-line.ts';
import { RecordTooLarge } from '../deliver/ports.ts';
import type { LedgerRecord, RecordKind, RecordOf, WorkedRecord, WorkRef } from '../deliver/records.ts';

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

export const fromItem = <K extends RecordKind>(item: Item): RecordOf<K> => {
  const packed = item['record']?.B;
  if (packed === undefined) throw new Error(`the item ${item['pk']?.S} bears no record`);
  return JSON.parse(gunzipSync(packed).toString('utf8')) as RecordOf<K>;
};

/** The bounds of the sort key of index `due` for what is due at `until` or before. */
export const toDueBounds = (
  of: 'orders' | 'catalogue',
  until: number,
): { readonly from: string; readonly to: string } => ({ from: toDueText(of, 0), to: toDueText(of, until) });

export const toWorkRef = (item: Item): WorkRef => {
  const [, kind, key] = /^([a-z]+)#(.*)$/s.exec(item['pk']?.S ?? '') ?? [];
  return { kind, key } as WorkRef;
};

export const readLetterLine = (item: Item): LetterLine => JSON.parse(item['line']?.S ?? '') as LetterLine;

/** Room is left for the index attributes below DynamoDB's 400 kB, and for what a person adds to a letter. */
const MAX_PACKED_BYTES = 300_000;

const toIndexed = (record: LedgerRecord): Item => {
  switch (record.kind) {
    case 'order':
      return toDue(record, 'orders');
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
  if (letter.state === 'closed') return {};
  return { open: { S: 'open' }, parkedAt: { S: letter.parkedAt }, line: { S: JSON.stringify(toLetterLine(record)) } };
};
