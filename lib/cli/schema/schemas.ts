import * as z from 'zod';
import { productData, stockData } from '../../shops/standard/goods-data.ts';
import { orderData } from '../../shops/standard/order-data.ts';
import { webhookBody } from '../../shops/standard/webhook-body.ts';

interface Entry {
  readonly says: string;
  readonly schema: z.ZodType;
  readonly title: string;
  readonly description: string;
}

const UNITS =
  'Amounts are integers of minor units, quantities and prices decimal texts, moments ISO 8601 with an offset. What is not listed is refused.';

const ENTRIES = {
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
} as const satisfies Readonly<Record<string, Entry>>;

export type SchemaName = keyof typeof ENTRIES;
export const SCHEMA_NAMES = Object.keys(ENTRIES) as readonly SchemaName[];

/** What is described, in a few words. */
export const schemaSays = (name: SchemaName): string => ENTRIES[name].says;

/** The JSON Schema (draft 2020-12) of what is put in, of the very schema that reads it. */
export const toJsonSchema = (name: SchemaName): Readonly<Record<string, unknown>> => {
  const { schema, title, description } = ENTRIES[name];
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' });
  return { $schema, title, description, ...rest };
};
