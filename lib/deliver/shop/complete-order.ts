import { digestOf } from '../../event/digest.ts';
import type { OrderSnapshot } from '../../event/snapshot.ts';
import { whyNoSnapshot } from '../../event/why-no-snapshot.ts';
import { readShopSecret, type SecretStore } from '../../settings/secrets.ts';
import type { ShopSettings } from '../../settings/settings.ts';
import type { Platform } from '../../shops/platform.ts';
import type { ApiCaller, Fetched, ShopFetch } from '../../shops/shop-fetch.ts';

export interface Completing {
  readonly secrets: SecretStore;
  readonly platform: Pick<Platform, 'traits'>;
  readonly fetch: ShopFetch<OrderSnapshot>;
  readonly shop: ShopSettings;
  readonly caller: ApiCaller;
}

type Completion = Fetched<OrderSnapshot> | { readonly kind: 'no-credentials' };

/** Asks the shop's API for the order. Credentials that are refused are read once afresh: they may have been changed. */
export const completeOrder = async (completing: Completing, known: OrderSnapshot): Promise<Completion> => {
  const cached = await readCredentials(completing, 'cached');
  const first = await askWith(completing, cached, known);
  if (first.kind !== 'refused') return first;
  const fresh = await readCredentials(completing, 'fresh');
  // Platforms count refused sign-ins: the same are not tried twice.
  if (digestOf(fresh) === digestOf(cached)) return first;
  completing.caller.keep(null);
  return askWith(completing, fresh, known);
};

type Credentials =
  | { readonly kind: 'credentials'; readonly api: unknown }
  | Exclude<Completion, { kind: 'read' | 'unreadable' }>;

const readCredentials = async (
  { secrets, platform, shop }: Completing,
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
  if (parsed.success) return { kind: 'credentials', api: parsed.data };
  const places = parsed.error.issues.map(({ path }) => ['api', ...path].map(String).join('.'));
  return { kind: 'refused', detail: `the shop’s secret has no valid ${[...new Set(places)].join(', ')}` };
};

const askWith = async (
  { fetch, shop, caller }: Completing,
  credentials: Credentials,
  known: OrderSnapshot,
): Promise<Completion> => {
  if (credentials.kind !== 'credentials') return credentials;
  try {
    return checked(await fetch.complete(known, shop, credentials.api, caller), known);
  } catch (cause) {
    // Whatever a reader breaks on is a matter of this order alone.
    const name = cause instanceof Error ? cause.name : 'an exception';
    return { kind: 'unreadable', detail: `the reader of the shop’s answer stopped with ${name}` };
  }
};

const checked = (fetched: Fetched<OrderSnapshot>, known: OrderSnapshot): Fetched<OrderSnapshot> => {
  if (fetched.kind !== 'read') return fetched;
  const { snapshot } = fetched;
  if (snapshot.coverage !== 'whole') return { kind: 'unreadable', detail: 'the shop’s answer was not read whole' };
  const isSame = (['platform', 'tenant', 'orderId'] as const).every((name) => snapshot[name] === known[name]);
  if (!isSame) return { kind: 'unreadable', detail: 'the shop answered with another order' };
  const why = whyNoSnapshot(snapshot);
  return why === undefined ? fetched : { kind: 'unreadable', detail: `the shop’s answer is no order: ${why}` };
};
