import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { makeOpenPlace } from '../../../lib/cli/ports.ts';

const STACK = {
  webhooks: 'http://127.0.0.1:3000/webhooks',
  sqs: 'http://127.0.0.1:4566',
  dynamodb: 'http://127.0.0.1:8000',
  co3: 'http://127.0.0.1:8787',
  console: null,
  secrets: 'http://127.0.0.1:4570',
  region: 'eu-central-1',
  eventsQueueUrl: 'http://127.0.0.1:4566/000000000000/events',
  deadLettersQueueUrl: 'http://127.0.0.1:4566/000000000000/dead-letters',
  table: 'ledger',
  stage: 'local',
  shopsFile: '/project/infra/local/shops.yml',
};

it('finds the local stack by its file', async () => {
  const place = await makeOpenPlace(rootWith(JSON.stringify(STACK)))({ kind: 'local' });

  expect(place.ok && { webhooks: place.value.webhooks, shopsFile: place.value.shopsFile }).toStrictEqual({
    webhooks: STACK.webhooks,
    shopsFile: STACK.shopsFile,
  });
});

it.each([
  ['there is no file', undefined],
  ['the file is no JSON', '{'],
  ['the file is of another version', JSON.stringify({ webhooks: STACK.webhooks })],
])('says how to start the local stack where %s', async (_, content) => {
  const place = await makeOpenPlace(rootWith(content))({ kind: 'local' });

  expect(place).toMatchObject({ ok: false, problem: { code: 1, text: expect.stringContaining('npm start') } });
});

it('needs neither file nor network to find a stage on AWS', async () => {
  const place = await makeOpenPlace(rootWith(undefined))({ kind: 'aws', stage: 'dev', region: 'eu-central-1' });

  expect(place.ok && [place.value.webhooks, place.value.shopsFile]).toStrictEqual([null, null]);
});

const rootWith = (stackJson: string | undefined): string => {
  const root = mkdtempSync(join(tmpdir(), 'bridge-ports-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, '.local'));
  if (stackJson !== undefined) writeFileSync(join(root, '.local/stack.json'), stackJson);
  return root;
};
