import { expect, it } from 'vitest';
import {
  checkSecret,
  readAccountSecret,
  readShopSecret,
  type SecretStore,
  toShopSecretSchema,
} from '../../../lib/settings/secrets.ts';
import { PLATFORMS } from '../../support/platform-traits.ts';

const ACCOUNT = { apiKey: 'key-1', username: 'bridge', password: 'pass-1' };

it('reads an account’s secret', async () => {
  const secret = await readAccountSecret(storeOf(JSON.stringify(ACCOUNT)), 'co3-bridge/acme', 'cached');

  expect(secret).toStrictEqual(ACCOUNT);
});

it('reads a shop’s secret with all its keys', async () => {
  const text = JSON.stringify({ webhook: ['new', 'old'], api: { token: 'token-1' } });

  const secret = await readShopSecret(storeOf(text), 'co3-bridge/acme-shop', 'cached');

  expect(secret).toStrictEqual({ webhook: ['new', 'old'], api: { token: 'token-1' } });
});

it.each(['cached', 'fresh'] as const)('asks the store for this secret, %s', async (how) => {
  const asked: unknown[] = [];
  const store: SecretStore = {
    read: async (...question) => {
      asked.push(question);
      return JSON.stringify(ACCOUNT);
    },
  };

  await readAccountSecret(store, 'co3-bridge/acme', how);

  expect(asked).toStrictEqual([['co3-bridge/acme', how]]);
});

it.each([
  ['hunter2 is no JSON', '(whole)'],
  ['"hunter2"', '(whole)'],
  ['{"apiKey": "hunter2"}', 'username, password'],
  ['{"apiKey": "hunter2", "username": "", "password": 5}', 'username, password'],
])('names what is wrong with an account’s secret, and never what stands there: %s', async (text, paths) => {
  const read = readAccountSecret(storeOf(text), 'co3-bridge/acme', 'cached');

  await expect(read).rejects.toThrow(
    new Error(`secret co3-bridge/acme has no valid ${paths}; its shape is described in docs/operations.md`),
  );
});

it.each([
  ['{"webhook": "hunter2"}', 'webhook'],
  ['{"webhook": []}', 'webhook'],
  ['{"webhook": ["hunter2", ""]}', 'webhook.1'],
  ['{"hunter2": ["key"]}', 'webhook'],
])('names what is wrong with a shop’s secret, and never what stands there: %s', async (text, paths) => {
  const read = readShopSecret(storeOf(text), 'co3-bridge/acme-shop', 'cached');

  await expect(read).rejects.toThrow(
    new Error(`secret co3-bridge/acme-shop has no valid ${paths}; its shape is described in docs/operations.md`),
  );
});

it.each(['"hunter2"', '[]', '5', 'null'])('lets no faulty credentials of an API keep webhooks out: %s', async (api) => {
  const read = readShopSecret(storeOf(`{"webhook": ["key"], "api": ${api}}`), 'co3-bridge/acme-shop', 'cached');

  await expect(read).resolves.toMatchObject({ webhook: ['key'] });
});

it.each([
  ['whole', { webhook: ['key'], api: { url: 'https://shop.hu', key: 'k' } }, []],
  ['whole', { webhook: ['key'] }, []],
  [
    'whole',
    { webhook: ['key'], api: { url: 'hunter2', key: '' } },
    [
      ['api', 'url'],
      ['api', 'key'],
    ],
  ],
  [
    'whole',
    { webhook: [''], api: { url: 'https://shop.hu' } },
    [
      ['webhook', 0],
      ['api', 'key'],
    ],
  ],
  ['plain', { webhook: ['key'] }, []],
  ['plain', { webhook: ['key'], api: 'hunter2', more: 1 }, []],
  ['plain', { api: {} }, [['webhook']]],
])('holds a secret to what its platform reads: %s, %j', (platform, secret, places) => {
  const traits = PLATFORMS[platform] ?? { api: null };

  const checked = checkSecret(toShopSecretSchema(traits), JSON.stringify(secret));

  expect(checked.ok ? [] : checked.problem).toStrictEqual(places);
});

it('lets the store’s own failure through', async () => {
  const down = new Error('no answer');
  const store: SecretStore = { read: () => Promise.reject(down) };

  const read = readShopSecret(store, 'co3-bridge/acme-shop', 'cached');

  await expect(read).rejects.toBe(down);
});

function storeOf(text: string): SecretStore {
  return { read: async () => text };
}
