import { expect, it } from 'vitest';
import { callAws } from '../../../../infra/local/aws-json.ts';
import { startTables } from '../../../../infra/local/tables.ts';

it('makes a table whose index finds an item at once', async () => {
  const tables = await startTables(0);
  const ask = (action: string, input: unknown) =>
    callAws(
      { service: 'dynamodb', address: tables.address, region: 'eu-central-1' },
      action,
      input,
      AbortSignal.timeout(5_000),
    );

  await tables.create([LEDGER], 'eu-central-1');
  await ask('PutItem', { TableName: 'ledger', Item: { pk: { S: 'order' }, account: { S: 'acme' } } });
  const found = await ask('Query', {
    TableName: 'ledger',
    IndexName: 'due',
    KeyConditionExpression: 'account = :account',
    ExpressionAttributeValues: { ':account': { S: 'acme' } },
  });
  await tables.stop();

  expect(found).toMatchObject({ Items: [{ pk: { S: 'order' }, account: { S: 'acme' } }] });
});

const LEDGER = {
  TableName: 'ledger',
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [
    { AttributeName: 'pk', AttributeType: 'S' },
    { AttributeName: 'account', AttributeType: 'S' },
  ],
  KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'due',
      KeySchema: [{ AttributeName: 'account', KeyType: 'HASH' }],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    },
  ],
};
