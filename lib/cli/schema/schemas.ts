import * as z from 'zod';
import { snapshotSchema } from '../../event/snapshot.ts';
import type { PlatformsTraits } from '../../settings/platform-traits.ts';
import { productData, stockData } from '../../shops/standard/goods-data.ts';
import { orderData } from '../../shops/standard/order-data.ts';
import { webhookBody } from '../../shops/standard/webhook-body.ts';
import type { JsonSchema } from './json-schema.ts';
import { letterSchema } from './letter-schema.ts';
import { toSecretJsonSchemas } from './secret-json-schemas.ts';
import { toSettingsJsonSchema } from './settings-json-schema.ts';

/** What is described, in a few words, and its JSON Schema (draft 2020-12), made of the very schema that reads it. */
export interface Described {
  readonly says: string;
  readonly schema: JsonSchema;
}

/** The JSON Schemas of all that the bridge is given and shows, by name. */
export const toJsonSchemas = (platforms: PlatformsTraits): ReadonlyMap<string, Described> =>
  new Map([
    ...Object.entries(SENT).map(([name, sent]) => [name, { says: sent.says, schema: toJsonSchema(sent) }] as const),
    ...Object.entries(SHOWN).map(([name, shown]) => [name, { says: shown.says, schema: toJsonSchema(shown) }] as const),
    ['settings', { says: 'the settings, shops.yml', schema: toSettingsJsonSchema(platforms) }],
    ...Object.entries(toSecretJsonSchemas(platforms)).map(
      ([name, schema]) => [name, { says: lowerFirst(String(schema['title'])), schema }] as const,
    ),
  ]);

interface Source {
  readonly says: string;
  readonly schema: z.core.$ZodType;
  readonly title: string;
  readonly description: string;
}

const UNITS =
  'Amounts are integers of minor units, quantities and prices decimal texts, moments ISO 8601 with an offset. What is not listed is refused.';

/** What a shop of the platform `standard` sends. */
const SENT: Readonly<Record<string, Source>> = {
  order: {
    says: '`data` of a webhook that tells an order',
    schema: orderData(),
    title: 'An order',
    description: `The whole order as it is, whatever has happened to it: the newest state counts. ${UNITS}`,
  },
  product: {
    says: '`data` of a webhook that tells a product',
    schema: productData(),
    title: 'A product',
    description: `The whole product as it is, with its variants. ${UNITS}`,
  },
  stock: {
    says: '`data` of a webhook that tells a stock level',
    schema: stockData(),
    title: 'A stock level',
    description: `How many of an item there are at a place. ${UNITS}`,
  },
  webhook: {
    says: 'the whole body that a shop of the platform `standard` posts',
    schema: webhookBody(),
    title: 'A webhook to the bridge',
    description: `The body of a request to /webhooks/{shop}, signed as Standard Webhooks 1.0.0 says. ${UNITS}`,
  },
};

/** What the bridge itself writes, for programs that read it. */
const SHOWN: Readonly<Record<string, Source>> = {
  snapshot: {
    says: 'what the bridge makes of a webhook: `event` of a letter, `snapshot` of a message in `events`',
    schema: snapshotSchema(),
    title: 'A snapshot',
    description: `An order, a product or a stock level as it was at a time, in the words of no particular shop. ${UNITS}`,
  },
  letter: {
    says: 'a letter, as in the queue `dead-letters` and in `bridge dlq show --json`',
    schema: letterSchema,
    title: 'A letter',
    description:
      'What CO3 or the bridge refused and a person has to look at. `event` is the snapshot that was tried, or what is known of a message that has none. More fields may come in the same version.',
  },
};

const toJsonSchema = ({ schema, title, description }: Source): JsonSchema => {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' });
  return { $schema, title, description, ...rest };
};

const lowerFirst = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
