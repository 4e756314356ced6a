import { readFileSync } from 'node:fs';

const sample = JSON.parse(
  readFileSync(new URL('../../infra/local/orders/paid.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, unknown>> & { readonly line_items: readonly Readonly<Record<string, unknown>>[] };

const FIRST_LINE = 13_000_000_000_000;

/** The sample order as Shopify's webhook tells it, about 1 kB a row, with so many rows. */
export const orderBody = (rows: number): Buffer => {
  const lines = Array.from({ length: rows }, (_, index) => ({
    ...sample.line_items[index % sample.line_items.length],
    id: FIRST_LINE + index,
    admin_graphql_api_id: `gid://shopify/LineItem/${FIRST_LINE + index}`,
    name: `Bögre, ${index + 1}. minta`,
  }));
  return Buffer.from(JSON.stringify({ ...sample, line_items: lines }));
};
