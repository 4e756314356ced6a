import { gunzipSync, gzipSync } from 'node:zlib';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { type LetterLine, type LetterRecord, toLetterLine } from '../dead-letters/letter.ts';
import { RecordTooLarge } from '../deliver/ports.ts';
import type { LedgerRecord, OrderRecord, RecordKind, RecordOf } from '../deliver/records.ts';
import type { OrderKey } from '../event/snapshot.ts';

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

/** The bounds of the sort key of index `due` for orders that are due at `until` or before. */
export const toDueBounds = (until: number): { readonly from: string; readonly to: string } => ({
  from: toDueText(0),
  to: toDueText(until),
});

export const toOrderKey = (item: Item): OrderKey => (item['pk']?.S ?? '').slice('order#'.length) as OrderKey;

export const readLetterLine = (item: Item): LetterLine => JSON.parse(item['line']?.S ?? '') as LetterLine;

/** Room is left for the index attributes below DynamoDB's 400 kB, and for what a person adds to a letter. */
const MAX_PACKED_BYTES = 300_000;

const toIndexed = (record: LedgerRecord): Item => {
  if (record.kind === 'order') return toDue(record);
  return record.kind === 'letter' ? toOpen(record) : {};
};

const toDue = ({ account, dueAt }: OrderRecord): Item =>
  dueAt === null ? {} : { account: { S: account }, dueAt: { S: toDueText(dueAt) } };

// Catalogue work would come after orders: the priority stands before the time.
const ORDERS_FIRST = 0;
const toDueText = (ms: number): string =>
  `${ORDERS_FIRST}#${String(Math.trunc(Math.min(Math.max(ms, 0), Number.MAX_SAFE_INTEGER))).padStart(16, '0')}`;

const toOpen = (record: LetterRecord): Item => {
  const { letter } = record;
  if (letter.state === 'closed') return {};
  return { open: { S: 'open' }, parkedAt: { S: letter.parkedAt }, line: { S: JSON.stringify(toLetterLine(record)) } };
};
