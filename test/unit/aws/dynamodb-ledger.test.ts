import { randomBytes } from 'node:crypto';
import { GetItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, expect, it } from 'vitest';
import { makeDynamoDbLedger } from '../../../lib/aws/dynamodb-ledger.ts';
import { RecordTooLarge } from '../../../lib/deliver/ports.ts';
import type { OrderKey } from '../../../lib/event/snapshot.ts';
import { startDynamoDb } from '../../support/dynamodb.ts';
import { describeLedger } from '../../support/ledger-conformance.ts';
import { aLetterRecord, anOrderRecord } from '../../support/ledger-records.ts';
import { anOrder } from '../../support/orders.ts';

const dynamoDb = await startDynamoDb();
const { client } = dynamoDb;

afterAll(() => dynamoDb.stop());

describeLedger('a ledger in DynamoDB', async () => makeDynamoDbLedger({ client, table: await dynamoDb.createTable() }));

it('keeps a snapshot packed, with nothing of the buyer beside it', async () => {
  const table = await dynamoDb.createTable();
  const order = anOrderRecord();

  await makeDynamoDbLedger({ client, table }).write(order);

  const { Item: { record, ...rest } = {} } = await client.send(
    new GetItemCommand({ TableName: table, Key: { pk: { S: `order#${order.key}` } } }),
  );
  expect(rest).toStrictEqual({
    pk: { S: `order#${order.key}` },
    version: { N: '1' },
    account: { S: 'acme' },
    dueAt: { S: '0#0000000000001000' },
  });
  expect(record?.B?.byteLength).toBeGreaterThan(100);
});

it('follows a list over all its pages', async () => {
  const table = await dynamoDb.createTable();
  const ledger = makeDynamoDbLedger({ client, table });
  // DynamoDB ends a page at 1 MB, so lines of a fifth of that need two.
  const subject = { kind: 'order', id: 'x'.repeat(200_000), label: '#1001' } as const;
  for (let index = 0; index < 7; index += 1) await ledger.write(aLetterRecord({}, { id: `letter-${index}`, subject }));

  const letters = await ledger.letters();

  expect(letters.map(({ id }) => id).sort()).toStrictEqual(Array.from({ length: 7 }, (_, index) => `letter-${index}`));
});

it.each([
  { bytes: 210_000, outcome: 'written' },
  { bytes: 310_000, outcome: 'too large' },
])('packs an order of $bytes bytes that no packing shortens: $outcome', async ({ bytes, outcome }) => {
  const table = await dynamoDb.createTable();
  const notes = [{ name: 'note', value: randomBytes(bytes).toString('base64') }];

  const written = await makeDynamoDbLedger({ client, table })
    .write(anOrderRecord({ key: 'large' as OrderKey, snapshot: anOrder({ notes }) }))
    .catch((cause: unknown) => (cause instanceof RecordTooLarge ? 'too large' : cause));

  const { Count: count } = await client.send(new ScanCommand({ TableName: table }));
  expect({ written, count }).toStrictEqual({ written: outcome, count: outcome === 'written' ? 1 : 0 });
});

it('is told from a table that takes the place of its own under the same name', async () => {
  const table = await dynamoDb.createTable();
  const ledger = makeDynamoDbLedger({ client, table });
  const before = await ledger.identity();

  await dynamoDb.replaceTable(table);

  expect(await ledger.identity()).not.toBe(before);
});

it('rejects where the table does not answer', async () => {
  const ledger = makeDynamoDbLedger({ client, table: 'no-such-table' });

  const outcome = ledger.write(anOrderRecord());

  await expect(outcome).rejects.toThrow('resource not found');
});
