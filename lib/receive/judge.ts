import { fail, ok, type Result } from '../event/result.ts';
import type { Clock } from '../event/time.ts';
import { readShopSecret, type SecretStore } from '../settings/secrets.ts';
import type { ShopSettings } from '../settings/settings.ts';
import type { Platform, ShopRequest, Verdict } from '../shops/platform.ts';
import type { Budget } from './budget.ts';

export interface Claim {
  readonly shop: ShopSettings;
  readonly platform: Platform;
  readonly request: ShopRequest;
  readonly budget: Budget;
}

/** The problem is the class of what kept the secrets from being read. */
export type Judge = (claim: Claim) => Promise<Result<Verdict, string>>;

/**
 * Verifies with the cached secrets, and where these do not fit with fresh ones: the shop's may have been changed.
 * Fresh ones are read at most once a minute per shop, else anybody could wear out the store with wrong signatures.
 * Until such a reading has worked, nothing is called forged: the cached secrets may be the old ones.
 */
export const makeJudge = ({ secrets, clock }: { readonly secrets: SecretStore; readonly clock: Clock }): Judge => {
  const freshByShop = new Map<string, Fresh>();

  return async ({ shop, platform, request, budget }) => {
    // What no secret is needed for is told while the secrets cannot be read.
    const unjudged = platform.verify(request, [], clock.now());
    if (unjudged === 'unsigned' || unjudged === 'ping') return ok(unjudged);

    const verify = async (how: 'cached' | 'fresh'): Promise<Result<Verdict, string>> => {
      const secret = await budget(() => readShopSecret(secrets, shop.secret, how));
      return secret.ok ? ok(platform.verify(request, secret.value.webhook, clock.now())) : secret;
    };

    const verdict = await verify('cached');
    if (!verdict.ok || verdict.value !== 'forged') return verdict;
    const last = freshByShop.get(shop.id);
    if (last !== undefined && clock.now() - last.at < FRESH_EVERY_MS)
      return last.problem === null ? verdict : fail(last.problem);
    const at = clock.now();
    freshByShop.set(shop.id, { at, problem: 'Reading' });
    const fresh = await verify('fresh');
    freshByShop.set(shop.id, { at, problem: fresh.ok ? null : fresh.problem });
    return fresh;
  };
};

interface Fresh {
  readonly at: number;
  /** Null once the secrets were read. */
  readonly problem: string | null;
}

const FRESH_EVERY_MS = 60_000;
