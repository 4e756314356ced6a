import { expect, it } from 'vitest';
import { toSampleSecrets } from '../../../../infra/local/sample-secrets.ts';

it('makes a secret for each account and each shop of the settings', () => {
  const settings = {
    accounts: [{ id: 'acme', secret: 'bridge/acme', currency: 'HUF' }],
    shops: [
      { id: 'one', secret: 'bridge/one' },
      { id: 'two', secret: 'bridge/two' },
    ],
  };

  const secrets = toSampleSecrets(settings, (account) => ({
    apiKey: `key of ${account}`,
    username: 'u',
    password: 'p',
  }));

  expect(secrets).toStrictEqual({
    'bridge/acme': '{"apiKey":"key of acme","username":"u","password":"p"}',
    'bridge/one': '{"webhook":["whsec_dGhlIGxvY2FsIHdlYmhvb2sga2V5IG9mIG9uZQ=="]}',
    'bridge/two': '{"webhook":["whsec_dGhlIGxvY2FsIHdlYmhvb2sga2V5IG9mIHR3bw=="]}',
  });
});
