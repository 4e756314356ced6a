/** A JSON Schema, as far as we write any. */
export type JsonSchema = { readonly [keyword: string]: unknown };

export const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands below a keyword whose value is one more schema, or schemas by name; empty where there is none. */
export const below = (schema: unknown, ...keywords: readonly string[]): JsonSchema => {
  const found = keywords.reduce<unknown>((value, keyword) => (isSchema(value) ? value[keyword] : undefined), schema);
  return isSchema(found) ? found : {};
};
