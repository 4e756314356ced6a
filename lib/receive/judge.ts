import { ok, type Result } from '../event/result.ts';
import type { Clock } from '../event/time.ts';
import { readShopSecret, type SecretStore } from '../settings/secrets.ts';
import type { ShopSettings } from '../settings/settings.ts';
import type { Platform, RequestHeaders, Verdict } from '../shops/platform.ts';
import type { Budget } from './budget.ts';

export interface Claim {
  readonly shop: ShopSettings;
  readonly platform: Platform;
  readonly raw: Uint8Array;
  readonly headers: RequestHeaders;
  readonly budget: Budget;
}

/** The problem is the class of what kept the secrets from being read. */
export type Judge = (claim: Claim) => Promise<Result<Verdict, string>>;

/**
 * Verifies with the cached secrets, and where these do not fit with fresh ones: the shop's may have been changed.
 * Fresh ones are read at most once a minute per shop, else anybody could wear out the store with wrong signatures.
 */
export const makeJudge = ({ secrets, clock }: { readonly secrets: SecretStore; readonly clock: Clock }): Judge => {
  const freshAt = new Map<string, number>();

  const mayReadFresh = (shopId: string): boolean => {
    const last = freshAt.get(shopId);
    return last === undefined || clock.now() - last >= FRESH_EVERY_MS;
  };

  return async ({ shop, platform, raw, headers, budget }) => {
    const verify = async (how: 'cached' | 'fresh'): Promise<Result<Verdict, string>> => {
      const secret = await budget(() => readShopSecret(secrets, shop.secret, how));
      return secret.ok ? ok(platform.verify(raw, headers, secret.value.webhook, clock.now())) : secret;
    };

    const verdict = await verify('cached');
    if (!verdict.ok || verdict.value !== 'forged' || !mayReadFresh(shop.id)) return verdict;
    freshAt.set(shop.id, clock.now());
    return verify('fresh');
  };
};

const FRESH_EVERY_MS = 60_000;
