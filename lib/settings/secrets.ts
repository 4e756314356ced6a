import * as z from 'zod';

const shopSecretSchema = z.object({
  /** Any of them may have signed: platforms go on with the old one for a while after a change. */
  webhook: z.array(z.string().min(1)).min(1),
  api: z.record(z.string(), z.unknown()).optional(),
});
const accountSecretSchema = z.object({
  apiKey: z.string().min(1),
  username: z.string().min(1),
  password: z.string().min(1),
});

export type ShopSecret = z.infer<typeof shopSecretSchema>;
export type AccountSecret = z.infer<typeof accountSecretSchema>;

/** Secrets by their name in Secrets Manager. */
export interface SecretStore {
  /** The secret's text, from a cache where `fresh` is not asked for. Rejects where the store does not answer. */
  read(name: string, how: 'cached' | 'fresh'): Promise<string>;
}

export const readShopSecret = async (store: SecretStore, name: string, how: 'cached' | 'fresh'): Promise<ShopSecret> =>
  parseSecret(shopSecretSchema, name, await store.read(name, how));

export const readAccountSecret = async (
  store: SecretStore,
  name: string,
  how: 'cached' | 'fresh',
): Promise<AccountSecret> => parseSecret(accountSecretSchema, name, await store.read(name, how));

const parseSecret = <T>(schema: z.ZodType<T>, name: string, text: string): T => {
  const parsed = schema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  // Only the paths: what stands there is secret.
  const paths = parsed.error.issues.map((issue) => issue.path.join('.') || '(whole)');
  throw new Error(`secret ${name} has no valid ${paths.join(', ')}; its shape is described in docs/operations.md`);
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
