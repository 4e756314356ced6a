import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it, onTestFinished } from 'vitest';
import { closeServer, listenNear } from '../../../infra/local/listen.ts';
import { makeSecretsServer } from '../../../infra/local/secrets.ts';
import { makeOpenPlace } from '../../../lib/cli/ports.ts';
import { toProbe } from '../../../lib/co3/reads.ts';
import type { Day } from '../../../lib/event/time.ts';
import { anAccount } from '../../support/orders.ts';

const STACK = {
  webhooks: 'http://127.0.0.1:3000/webhooks',
  sqs: 'http://127.0.0.1:4566',
  dynamodb: 'http://127.0.0.1:8000',
  co3: 'http://127.0.0.1:8787',
  co3BaseUrl: 'http://127.0.0.1:8787/api/',
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
  const place = await makeOpenPlace(rootWith(JSON.stringify(STACK)), {})({ kind: 'local' });

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
  const place = await makeOpenPlace(rootWith(content), {})({ kind: 'local' });

  expect(place).toMatchObject({ ok: false, problem: { code: 1, text: expect.stringContaining('npm start') } });
});

it('needs neither file nor network to find a stage on AWS', async () => {
  const place = await makeOpenPlace(rootWith(undefined), {})({ kind: 'aws', stage: 'dev', region: 'eu-central-1' });

  expect(place.ok && [place.value.webhooks, place.value.shopsFile]).toStrictEqual([null, null]);
});

it('refuses a CO3 that keys would travel to in the clear', async () => {
  const open = makeOpenPlace(rootWith(undefined), { CO3_BASE_URL: 'http://co3.example/api/' });

  const place = await open({ kind: 'aws', stage: 'dev', region: 'eu-central-1' });

  expect(place).toMatchObject({ ok: false, problem: { code: 2, text: expect.stringContaining('CO3_BASE_URL') } });
});

it('calls the local stack’s CO3 where its functions call it, with the secrets of its store', async () => {
  const called: { path: string | undefined; hasKey: boolean }[] = [];
  const co3 = await serve(
    createServer((request, response) => {
      const read = text(request).then((body) => {
        called.push({ path: request.url, hasKey: body.includes('key-1') });
        response.end('<response><session_key>session-1</session_key></response>');
      });
      read.catch(() => response.destroy());
    }),
  );
  const account = { apiKey: 'key-1', username: 'bridge', password: 'pass-1' };
  const secrets = await serve(makeSecretsServer({ 'co3-bridge/acme': JSON.stringify(account) }));
  const root = rootWith(JSON.stringify({ ...STACK, co3, co3BaseUrl: `${co3}/api/`, secrets }));
  const place = await makeOpenPlace(root, {})({ kind: 'local' });
  const ports = place.ok ? await place.value.open() : undefined;
  const memory = { session: null, answeredAt: [], calls: [] };

  const connection = ports?.co3.open(anAccount(), memory, Date.now() + 10_000, () => undefined);
  const answer = await connection?.call(toProbe('crm', '2026-12-02' as Day));
  connection?.close();

  expect(answer?.kind).toBe('data');
  expect(called).toStrictEqual([
    { path: '/api/authenticate', hasKey: true },
    { path: '/api/crm', hasKey: true },
  ]);
});

const serve = async (server: Server): Promise<string> => {
  const address = await listenNear(server, 0);
  onTestFinished(() => closeServer(server));
  return address;
};

const rootWith = (stackJson: string | undefined): string => {
  const root = mkdtempSync(join(tmpdir(), 'bridge-ports-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, '.local'));
  if (stackJson !== undefined) writeFileSync(join(root, '.local/stack.json'), stackJson);
  return root;
};
