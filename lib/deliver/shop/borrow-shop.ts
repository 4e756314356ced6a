import type { Clock } from '../../event/time.ts';
import type { SecretStore } from '../../settings/secrets.ts';
import type { ShopSettings } from '../../settings/settings.ts';
import type { Platform } from '../../shops/platform.ts';
import type { ShopHttp } from '../../shops/shop-http.ts';
import type { Told, WebhookAsking } from '../../shops/shop-webhooks.ts';
import { updateRecord, type Writer } from '../update-record.ts';
import { readCredentials } from './read-credentials.ts';
import { makeShopCaller } from './shop-caller.ts';
import { afterReading, emptyShop, isPaused } from './shop-state.ts';

export interface BorrowShopDeps extends Writer {
  readonly secrets: SecretStore;
  readonly shopHttp: ShopHttp;
  readonly clock: Clock;
}

/** `paused`: the workers leave the API alone until then, in ms. */
export type Borrowed<T> =
  | Told<T>
  | { readonly kind: 'no-credentials' }
  | { readonly kind: 'paused'; readonly detail: string; readonly until: number };

/** Lends a shop's API to a command, with the signing in, the pace and the pauses of the workers. */
export const borrowShop = async <T>(
  deps: BorrowShopDeps,
  { shop, platform, everyMs }: Borrowing,
  ask: (asking: WebhookAsking) => Promise<Told<T>>,
): Promise<Borrowed<T>> => {
  const credentials = await readCredentials({ ...deps, platform, shop }, 'fresh');
  if (credentials.kind !== 'credentials') return credentials;
  const known = await deps.ledger.read('shop', shop.id);
  if (known?.pause != null && isPaused(known, deps.clock.now()))
    return { kind: 'paused', detail: known.pause.detail, until: known.pause.until };
  const { api, webhook } = credentials;
  const caller = makeShopCaller(deps, known ?? emptyShop(), everyMs, Number.POSITIVE_INFINITY);
  const told = await ask({ shop, api, secret: webhook[0] ?? '', secrets: webhook, caller });
  await updateRecord(deps, 'shop', shop.id, (current) => {
    const before = current ?? emptyShop();
    // Some ban who is refused too often, so that the next try is everybody's matter. Whatever else fails here keeps no worker off.
    return told.kind === 'refused' && told.until !== undefined
      ? afterReading(before, caller.memory(), told, deps.clock.now())
      : { ...before, ...caller.memory() };
  });
  return told;
};

export interface Borrowing {
  readonly shop: ShopSettings;
  readonly platform: Pick<Platform, 'traits'>;
  readonly everyMs: number;
}
