import { readShopSecret, type SecretStore } from '../../settings/secrets.ts';
import type { ShopSettings } from '../../settings/settings.ts';
import type { Platform } from '../../shops/platform.ts';
import type { NotTold } from '../../shops/shop-fetch.ts';

export interface CredentialsOf {
  readonly secrets: SecretStore;
  readonly platform: Pick<Platform, 'traits'>;
  readonly shop: ShopSettings;
}

export type Credentials =
  | {
      readonly kind: 'credentials';
      readonly api: unknown;
      /** What the shop's webhooks are taken by, the current one first. */
      readonly webhook: readonly string[];
    }
  | { readonly kind: 'no-credentials' }
  | NotTold;

/** The shop's credentials for its own API, as the platform's schema has them. */
export const readCredentials = async (
  { secrets, platform, shop }: CredentialsOf,
  how: 'cached' | 'fresh',
): Promise<Credentials> => {
  let secret: Awaited<ReturnType<typeof readShopSecret>>;
  try {
    secret = await readShopSecret(secrets, shop.secret, how);
  } catch {
    return { kind: 'later', detail: 'the shop’s secret could not be read', until: null };
  }
  const schema = platform.traits.api;
  if (secret.api === undefined || schema === null) return { kind: 'no-credentials' };
  const parsed = schema.safeParse(secret.api);
  if (parsed.success) return { kind: 'credentials', api: parsed.data, webhook: secret.webhook };
  const places = parsed.error.issues.map(({ path }) => ['api', ...path].map(String).join('.'));
  return { kind: 'refused', detail: `the shop’s secret has no valid ${[...new Set(places)].join(', ')}` };
};
