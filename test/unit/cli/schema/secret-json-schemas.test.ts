import { expect, it } from 'vitest';
import { below } from '../../../../lib/cli/schema/json-schema.ts';
import { toSecretJsonSchemas } from '../../../../lib/cli/schema/secret-json-schemas.ts';
import { PLATFORMS } from '../../../support/platform-traits.ts';

const schemas = toSecretJsonSchemas(PLATFORMS);

it.each([
  ['account-secret', ['apiKey', 'username', 'password'], ['apiKey', 'username', 'password']],
  ['shop-secret.whole', ['webhook', 'api'], ['webhook']],
  ['shop-secret.plain', ['webhook'], ['webhook']],
])('says of %s what it holds, and each word what it is for', (name, words, required) => {
  const schema = schemas[name] ?? {};

  const properties = below(schema, 'properties');

  expect({ words: Object.keys(properties), required: schema['required'] }).toStrictEqual({ words, required });
  expect(words.filter((word) => typeof below(properties, word)['description'] !== 'string')).toStrictEqual([]);
});

it('has a schema for each platform, and one for accounts', () => {
  expect(Object.keys(schemas)).toStrictEqual(['account-secret', 'shop-secret.whole', 'shop-secret.plain']);
});
