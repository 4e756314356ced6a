import { digestOf } from '../../event/digest.ts';
import type { OrderSnapshot } from '../../event/snapshot.ts';
import { whyNoSnapshot } from '../../event/why-no-snapshot.ts';
import type { ApiCaller, Fetched, ShopFetch } from '../../shops/shop-fetch.ts';
import { type Credentials, type CredentialsOf, readCredentials } from './read-credentials.ts';

export interface Completing extends CredentialsOf {
  readonly fetch: ShopFetch<OrderSnapshot>;
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
  if (digestOf(apiOf(fresh)) === digestOf(apiOf(cached))) return first;
  completing.caller.keep(null);
  return askWith(completing, fresh, known);
};

const apiOf = (credentials: Credentials): unknown =>
  credentials.kind === 'credentials' ? credentials.api : credentials;

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
