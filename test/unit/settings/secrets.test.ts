import { expect, it } from 'vitest';
import { readAccountSecret, readShopSecret, type SecretStore } from '../../../lib/settings/secrets.ts';

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

it('lets the store’s own failure through', async () => {
  const down = new Error('no answer');
  const store: SecretStore = { read: () => Promise.reject(down) };

  const read = readShopSecret(store, 'co3-bridge/acme-shop', 'cached');

  await expect(read).rejects.toBe(down);
});

function storeOf(text: string): SecretStore {
  return { read: async () => text };
}
