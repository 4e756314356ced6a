import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { callAws } from '../../infra/local/aws-json.ts';
import { closeServer, listenNear } from '../../infra/local/listen.ts';
import { createQueuesAt, startQueues } from '../../infra/local/queues.ts';
import { startSecrets } from '../../infra/local/secrets.ts';
import { createTablesAt } from '../../infra/local/tables.ts';
import { type RestartableService, startPollerPart, startProcessPart, startServerPart } from './parts.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'soak-parts-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('brings a queue that was killed back with its messages', { timeout: 60_000 }, async () => {
  const queue = await startProcessPart('queue', 0, folder, 'SIGKILL');
  await createQueuesAt(queue.address)([{ name: 'events', url: '', arn: '', attributes: {} }], REGION);
  const QueueUrl = `${queue.address}/000000000000/events`;
  await ask(queue, 'sqs', 'SendMessage', { QueueUrl, MessageBody: 'a snapshot' });

  await queue.restart(0);
  const received = await ask(queue, 'sqs', 'ReceiveMessage', { QueueUrl });
  await queue.stop();

  expect(received).toMatchObject({ Messages: [{ Body: 'a snapshot' }] });
});

it('brings a table back with its items, the index among them', { timeout: 60_000 }, async () => {
  const table = await startProcessPart('table', 0, folder, 'SIGTERM');
  await createTablesAt(table.address)([LEDGER], REGION);
  const item = { pk: { S: 'order' }, account: { S: 'acme' } };
  await ask(table, 'dynamodb', 'PutItem', { TableName: 'ledger', Item: item });
  const before = table.pid();

  await table.restart(0);
  const found = await ask(table, 'dynamodb', 'Query', {
    TableName: 'ledger',
    IndexName: 'due',
    KeyConditionExpression: 'account = :account',
    ExpressionAttributeValues: { ':account': { S: 'acme' } },
  });
  const after = table.pid();
  await table.stop();

  expect(found).toMatchObject({ Items: [item] });
  expect(after).not.toBe(before);
});

it('hands a message that a killed poller had under way to the function again', { timeout: 60_000 }, async () => {
  const queues = await startQueues(0);
  const queue = { name: 'events', url: `${queues.address}/000000000000/events`, arn: '' };
  await queues.create([{ ...queue, attributes: { VisibilityTimeout: '1' } }], REGION);
  await ask(queues, 'sqs', 'SendMessage', { QueueUrl: queue.url, MessageBody: 'a snapshot' });
  const lambda = createServer();
  const plan = {
    sources: [{ functionName: 'deliver', queue: { ...queue, attributes: {} }, batchSize: 10, reportsFailures: true }],
    sqs: queues.address,
    lambda: await listenNear(lambda, 0),
    region: REGION,
  };
  const called = nextCall(lambda);
  const poller = await startPollerPart(plan, folder);
  const first = await called;
  const before = poller.pid();

  const calledAgain = nextCall(lambda);
  await poller.restart(0);
  const again = await calledAgain;
  const after = poller.pid();
  await poller.stop();
  await closeServer(lambda);
  await queues.stop();

  expect([first, again]).toStrictEqual([['a snapshot'], ['a snapshot']]);
  expect(after).not.toBe(before);
});

it('brings a server back at its address, and nobody is there meanwhile', async () => {
  const secrets = await startServerPart((port) => startSecrets(port, { 'co3-bridge/acme': 'hush' }), 0);
  const read = () => ask(secrets, 'secretsmanager', 'GetSecretValue', { SecretId: 'co3-bridge/acme' });

  const restarted = secrets.restart(20);
  await expect(read()).rejects.toThrow('fetch failed');
  await restarted;
  const value = await read();
  await secrets.stop();

  expect(value).toMatchObject({ SecretString: 'hush' });
});

/** The bodies of the messages that a function is called with; the call is never answered. */
const nextCall = async (lambda: Server): Promise<readonly string[]> => {
  const [request] = (await once(lambda, 'request')) as [IncomingMessage];
  const { Records: records }: { readonly Records: readonly { readonly body: string }[] } = JSON.parse(
    await text(request),
  );
  return records.map(({ body }) => body);
};

const REGION = 'eu-central-1';

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

const ask = (
  { address }: Pick<RestartableService, 'address'>,
  service: 'sqs' | 'dynamodb' | 'secretsmanager',
  action: string,
  input: object,
): Promise<unknown> => callAws({ service, address, region: REGION }, action, input, AbortSignal.timeout(10_000));
