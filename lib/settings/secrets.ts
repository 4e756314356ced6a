import * as z from 'zod/mini';
import { fail, ok, type Result } from '../event/result.ts';
import type { PlatformTraits } from './platform-traits.ts';

const key = z.string().check(z.minLength(1));

/** What verifies a shop's webhooks. Whatever else stands in the secret must not keep a webhook out. */
const webhookKeys = z.object({
  /** Any of them may have signed: platforms go on with the old one for a while after a change. */
  webhook: z.array(key).check(z.minLength(1)),
  api: z.optional(z.unknown()),
});

/** A shop's secret. `api` is read where its platform has an API that is asked; elsewhere it may stand there, unread. */
export const toShopSecretSchema = ({ api }: Pick<PlatformTraits, 'api'>) =>
  api === null ? z.omit(webhookKeys, { api: true }) : z.extend(webhookKeys, { api: z.optional(api) });

export const accountSecretSchema = z.object({ apiKey: key, username: key, password: key });

export type ShopSecret = z.infer<typeof webhookKeys>;
export type AccountSecret = z.infer<typeof accountSecretSchema>;

/** Secrets by their name in Secrets Manager. */
export interface SecretStore {
  /** The secret's text, from a cache where `fresh` is not asked for. Rejects where the store does not answer. */
  read(name: string, how: 'cached' | 'fresh'): Promise<string>;
}

export const readShopSecret = async (store: SecretStore, name: string, how: 'cached' | 'fresh'): Promise<ShopSecret> =>
  parseSecret(webhookKeys, name, await store.read(name, how));

export const readAccountSecret = async (
  store: SecretStore,
  name: string,
  how: 'cached' | 'fresh',
): Promise<AccountSecret> => parseSecret(accountSecretSchema, name, await store.read(name, how));

/** What the secret's text says; else the places that are not as they must be, and nothing of what stands there. */
export const checkSecret = <T>(schema: z.core.$ZodType<T>, text: string): Result<T, readonly SecretPlace[]> => {
  const parsed = z.safeParse(schema, parseJson(text));
  return parsed.success ? ok(parsed.data) : fail(parsed.error.issues.map(({ path }) => path));
};

/** The whole secret where it is empty. A part may be a word of the secret's own. */
export type SecretPlace = readonly PropertyKey[];

const parseSecret = <T>(schema: z.core.$ZodType<T>, name: string, text: string): T => {
  const secret = checkSecret(schema, text);
  if (secret.ok) return secret.value;
  const paths = secret.problem.map((path) => path.join('.') || '(whole)');
  throw new Error(`secret ${name} has no valid ${paths.join(', ')}; its shape is described in docs/operations.md`);
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
