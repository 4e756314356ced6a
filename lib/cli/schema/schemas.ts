import * as z from 'zod';
import type { PlatformsTraits } from '../../settings/platform-traits.ts';
import { productData, stockData } from '../../shops/standard/goods-data.ts';
import { orderData } from '../../shops/standard/order-data.ts';
import { webhookBody } from '../../shops/standard/webhook-body.ts';
import type { JsonSchema } from './json-schema.ts';
import { toSecretJsonSchemas } from './secret-json-schemas.ts';
import { toSettingsJsonSchema } from './settings-json-schema.ts';

/** What is described, in a few words, and its JSON Schema (draft 2020-12), made of the very schema that reads it. */
export interface Described {
  readonly says: string;
  readonly schema: JsonSchema;
}

/** The JSON Schemas of all that the bridge is given, by name. */
export const toJsonSchemas = (platforms: PlatformsTraits): ReadonlyMap<string, Described> =>
  new Map([
    ...Object.entries(SENT).map(([name, sent]) => [name, { says: sent.says, schema: ofSent(sent) }] as const),
    ['settings', { says: 'the settings, shops.yml', schema: toSettingsJsonSchema(platforms) }],
    ...Object.entries(toSecretJsonSchemas(platforms)).map(
      ([name, schema]) => [name, { says: lowerFirst(String(schema['title'])), schema }] as const,
    ),
  ]);

interface Sent {
  readonly says: string;
  readonly schema: z.ZodType;
  readonly title: string;
  readonly description: string;
}

const UNITS =
  'Amounts are integers of minor units, quantities and prices decimal texts, moments ISO 8601 with an offset. What is not listed is refused.';

/** What a shop of the platform `standard` sends. */
const SENT: Readonly<Record<string, Sent>> = {
  order: {
    says: '`data` of a webhook that tells an order',
    schema: orderData,
    title: 'An order',
    description: `The whole order as it is, whatever has happened to it: the newest state counts. ${UNITS}`,
  },
  product: {
    says: '`data` of a webhook that tells a product',
    schema: productData,
    title: 'A product',
    description: `The whole product as it is, with its variants. ${UNITS}`,
  },
  stock: {
    says: '`data` of a webhook that tells a stock level',
    schema: stockData,
    title: 'A stock level',
    description: `How many of an item there are at a place. ${UNITS}`,
  },
  webhook: {
    says: 'the whole body that a shop of the platform `standard` posts',
    schema: webhookBody,
    title: 'A webhook to the bridge',
    description: `The body of a request to /webhooks/{shop}, signed as Standard Webhooks 1.0.0 says. ${UNITS}`,
  },
};

const ofSent = ({ schema, title, description }: Sent): JsonSchema => {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' });
  return { $schema, title, description, ...rest };
};

const lowerFirst = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
