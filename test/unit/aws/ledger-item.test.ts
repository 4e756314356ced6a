import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { fromItem, readLetterLine, readWaitingLine } from '../../../lib/aws/ledger-item.ts';
import { RecordUnreadable } from '../../../lib/deliver/ports.ts';

const pk = { S: 'order#shopify:acme.myshopify.com#1001' };
const CUT_OFF = '{"buyer":{"email":"anna@example.hu"';

it.each<[string, () => unknown]>([
  ['bytes that are not gzipped', () => fromItem({ pk, record: { B: Buffer.from(CUT_OFF) } })],
  ['a text that is no JSON', () => fromItem({ pk, record: { B: gzipSync(CUT_OFF) } })],
  ['no bytes at all', () => fromItem({ pk })],
  ['a line of an open letter that is cut off', () => readLetterLine({ pk, line: { S: CUT_OFF } })],
  ['a line of a waiting order that is cut off', () => readWaitingLine({ pk, line: { S: CUT_OFF } })],
])('an item of %s is refused by its key, and nothing of it is quoted', (_what, read) => {
  expect(thrownBy(read)).toStrictEqual(
    new RecordUnreadable('the item order#shopify:acme.myshopify.com#1001 bears no record'),
  );
});

const thrownBy = (read: () => unknown): unknown => {
  try {
    return read();
  } catch (thrown) {
    return thrown;
  }
};
