import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Addresses, writeAddresses } from '../../../../infra/local/addresses.ts';

/** Beyond the largest process id that Linux and macOS give. */
const NOBODY = 4_194_305;

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'bridge-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

it('writes the addresses of the stack that was started last, and takes them away with it', async () => {
  const takeAway = await writeAddresses(root, toAddresses('http://127.0.0.1:1/webhooks'));
  const written = await read();

  await takeAway();

  expect(written).toStrictEqual(toAddresses('http://127.0.0.1:1/webhooks'));
  expect(await read()).toBeUndefined();
});

it.each([
  ['gives its place back to an earlier stack that still runs', process.pid, 'http://127.0.0.1:2/webhooks'],
  ['forgets an earlier stack that was killed', NOBODY, undefined],
])('%s', async (_name, pid, expected) => {
  await writeAddresses(root, toAddresses('http://127.0.0.1:2/webhooks', pid));
  const takeAway = await writeAddresses(root, toAddresses('http://127.0.0.1:1/webhooks'));

  await takeAway();

  expect((await read())?.['webhooks']).toBe(expected);
});

it('leaves the addresses of a later stack alone', async () => {
  const takeAway = await writeAddresses(root, toAddresses('http://127.0.0.1:1/webhooks'));
  await writeAddresses(root, toAddresses('http://127.0.0.1:2/webhooks'));

  await takeAway();

  expect(await read()).toStrictEqual(toAddresses('http://127.0.0.1:2/webhooks'));
});

const read = async (): Promise<Record<string, unknown> | undefined> => {
  const text = await readFile(`${root}/.local/stack.json`, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : JSON.parse(text);
};

const toAddresses = (webhooks: string, pid = process.pid): Addresses => ({
  pid,
  webhooks,
  sqs: 'http://127.0.0.1:4566',
  dynamodb: 'http://127.0.0.1:8000',
  co3: 'http://127.0.0.1:8787',
  co3BaseUrl: 'http://127.0.0.1:8787/api/',
  console: null,
  secrets: 'http://127.0.0.1:4570',
  lambda: 'http://127.0.0.1:3002',
  region: 'eu-central-1',
  eventsQueueUrl: 'http://127.0.0.1:4566/000000000000/events',
  deadLettersQueueUrl: 'http://127.0.0.1:4566/000000000000/dead-letters',
  table: 'ledger',
  stage: 'local',
  shopsFile: '/shops.yml',
});
