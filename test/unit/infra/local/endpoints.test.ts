import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, it, onTestFinished } from 'vitest';
import { makeCleanUp } from '../../../../infra/local/clean-up.ts';
import { toEndpoints } from '../../../../infra/local/endpoints.ts';
import { closeServer, listenNear } from '../../../../infra/local/listen.ts';
import { makeDynamoDbClient } from '../../../../lib/aws/dynamodb-client.ts';

const SERVICES = { sqs: 'http://q', sns: 'http://q', dynamodb: 'http://d', secretsmanager: 'http://s' };

it('leads the functions to the services themselves', async () => {
  const endpoints = await toEndpoints(SERVICES, null, makeCleanUp(unexpected));

  expect(endpoints).toStrictEqual({
    AWS_ENDPOINT_URL_SQS: 'http://q',
    AWS_ENDPOINT_URL_SNS: 'http://q',
    AWS_ENDPOINT_URL_DYNAMODB: 'http://d',
    AWS_ENDPOINT_URL_SECRETS_MANAGER: 'http://s',
  });
});

it('writes each kind of call down once on its way to the service, where a file is named', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bridge-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const server = createServer((request, response) => {
    text(request).then((body) => {
      const { Key: key } = JSON.parse(body);
      response.end(JSON.stringify({ Item: { ...key, seen: { S: String(request.headers['x-amz-target']) } } }));
    }, unexpected);
  });
  onTestFinished(() => closeServer(server));
  const dynamodb = await listenNear(server, 0);
  const cleanUp = makeCleanUp(unexpected);
  const file = join(folder, 'calls.jsonl');

  const { AWS_ENDPOINT_URL_DYNAMODB: endpoint = '' } = await toEndpoints({ ...SERVICES, dynamodb }, file, cleanUp);
  const client = makeDynamoDbClient({
    region: 'eu-central-1',
    endpoints: { sqs: endpoint, dynamodb: endpoint, secrets: endpoint },
  });
  const items = [];
  for (const pk of ['a', 'b'])
    items.push((await client.send(new GetItemCommand({ TableName: 'ledger', Key: { pk: { S: pk } } }))).Item);
  client.destroy();
  await cleanUp.run();

  expect(items).toStrictEqual(['a', 'b'].map((pk) => ({ pk: { S: pk }, seen: { S: 'DynamoDB_20120810.GetItem' } })));
  expect(await readFile(file, 'utf8')).toBe('{"by":"local","service":"dynamodb","action":"GetItem","on":"ledger"}\n');
});

const unexpected = (problem: unknown): never => {
  throw new Error(`unexpected: ${String(problem)}`);
};
