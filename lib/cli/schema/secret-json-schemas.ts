import * as z from 'zod';
import type { Descriptions } from '../../settings/descriptions.ts';
import type { PlatformsTraits } from '../../settings/platform-traits.ts';
import { accountSecretSchema, toShopSecretSchema } from '../../settings/secrets.ts';
import { describeSchema } from './describe-schema.ts';
import type { JsonSchema } from './json-schema.ts';

/** What the secrets hold, by the name of the file: an account's, and a shop's of each platform. */
export const toSecretJsonSchemas = (platforms: PlatformsTraits): Readonly<Record<string, JsonSchema>> => ({
  'account-secret': toJsonSchema('An account’s secret', accountSecretSchema),
  ...Object.fromEntries(
    Object.entries(platforms).map(([name, traits]) => [
      `shop-secret.${name}`,
      toJsonSchema(`The secret of a shop on ${name}`, toShopSecretSchema(traits)),
    ]),
  ),
});

const toJsonSchema = (title: string, schema: z.core.$ZodType): JsonSchema => {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' });
  return { $schema, title, ...describeSchema(rest, SECRET_DESCRIPTIONS) };
};

const SECRET_DESCRIPTIONS: Descriptions = {
  apiKey: { says: 'the key of CO3’s API (Users & Settings, Account settings, Account data)', allowed: 'a text' },
  username: { says: 'the user that the bridge signs in to CO3 as', allowed: 'a text' },
  password: { says: 'that user’s password, the plain one; the bridge makes its MD5', allowed: 'a text' },
  webhook: {
    says: 'the keys that the shop signs its webhooks with; two while a key is being changed, the new one first',
    allowed: 'a list of one or more texts',
  },
  api: { says: 'the credentials of the shop’s own API', allowed: 'as the platform has it' },
};
