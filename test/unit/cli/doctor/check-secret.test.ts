import { expect, it } from 'vitest';
import { lookAtSecret } from '../../../../lib/cli/doctor/check-secret.ts';
import { toShopSecretSchema } from '../../../../lib/settings/secrets.ts';
import { PLATFORMS } from '../../../support/platform-traits.ts';

const API = { url: 'https://shop.hu', key: 'k' };

it.each([
  [{ webhook: ['k'], api: API }, ''],
  [{ webhook: ['k', ''], api: { ...API, key: '' } }, 'webhook[1], api.key'],
  [{ webhook: ['k'], api: { ...API, scopes: { hunter2: 5, hunter3: 6 } } }, 'api.scopes["…"]'],
])('names the places of a secret that are not as its platform has them: %j', async (secret, places) => {
  const schema = toShopSecretSchema(PLATFORMS['whole'] ?? { api: null });

  const { good, says } = await lookAtSecret(
    { read: async () => JSON.stringify(secret) },
    { what: 'secret', name: 'co3-bridge/s', schema, withoutApi: '', alsoOf: [] },
  );

  expect({ good, says }).toStrictEqual(
    places === '' ? { good: true, says: '' } : { good: false, says: `missing, empty or of the wrong kind: ${places}` },
  );
});

it.each([
  [{ webhook: ['k'] }, 'no `api`: orders are not read anew'],
  [{ webhook: ['k'], api: API }, ''],
])(
  'says what follows where the credentials of an API are not there, and finds nothing wrong: %j',
  async (secret, words) => {
    const { api, withoutApi } = PLATFORMS['whole'] ?? { api: null, withoutApi: '' };

    const { good, says } = await lookAtSecret(
      { read: async () => JSON.stringify(secret) },
      { what: 'secret', name: 'co3-bridge/s', schema: toShopSecretSchema({ api }), withoutApi, alsoOf: [] },
    );

    expect({ good, says }).toStrictEqual({ good: true, says: words });
  },
);

it.each([
  [{ webhook: ['k', 'MARK \n'], api: API }, 'webhook[1]'],
  [{ webhook: ['k'], api: { ...API, key: ' MARK' } }, 'api.key'],
  [{ webhook: ['\u00a0MARK'], api: { ...API, key: 'MARK\t' } }, 'webhook[0], api.key'],
  [{ webhook: ['MARK MARK'], api: API, other: ' MARK' }, ''],
])('warns of blanks at the ends of what is read, by its place alone: %j', async (secret, places) => {
  const schema = toShopSecretSchema(PLATFORMS['whole'] ?? { api: null });

  const check = await lookAtSecret(
    { read: async () => JSON.stringify(secret) },
    { what: 'secret', name: 'co3-bridge/s', schema, withoutApi: '', alsoOf: [] },
  );

  const says = places === '' ? '' : `begins or ends with a blank, which is probably none of it: ${places}`;
  expect(check).toStrictEqual({ what: 'secret', good: true, at: 'co3-bridge/s', says, next: '' });
});
