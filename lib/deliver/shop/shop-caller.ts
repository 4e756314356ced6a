import type { Clock } from '../../event/time.ts';
import type { ApiAnswer, ApiCaller, ApiRequest, ApiSession } from '../../shops/shop-fetch.ts';
import type { ShopHttp } from '../../shops/shop-http.ts';
import type { ShopMemory } from './shop-state.ts';

export interface ShopCaller extends ApiCaller {
  /** Whether a call was not made because the worker's time was up. */
  isOutOfTime(): boolean;
  memory(): ShopMemory;
}

export interface CallerDeps {
  readonly shopHttp: ShopHttp;
  readonly clock: Clock;
}

/** From the connecting to the last byte. */
export const API_TIMEOUT_MS = 10_000;

/** Calls a shop's API at the platform's pace, which the memory carries from worker to worker. No call begins after `lastCallAt`. */
export const makeShopCaller = (
  { shopHttp, clock }: CallerDeps,
  known: ShopMemory,
  everyMs: number,
  lastCallAt: number,
): ShopCaller => {
  let { session, calledAt } = known;
  let isOutOfTime = false;
  const isGood = (one: ApiSession | null): one is ApiSession => one !== null && one.until > clock.now();
  return {
    call: async (request: ApiRequest): Promise<ApiAnswer> => {
      const waitMs = calledAt === null ? 0 : Math.max(0, calledAt + everyMs - clock.now());
      if (clock.now() + waitMs > lastCallAt) {
        isOutOfTime = true;
        return { kind: 'failed', cause: new Error('the worker has no time left for a call') };
      }
      if (waitMs > 0) await clock.sleep(waitMs);
      calledAt = clock.now();
      return shopHttp(request, API_TIMEOUT_MS);
    },
    session: () => (isGood(session) ? session : null),
    keep: (kept) => {
      session = kept;
    },
    now: () => clock.now(),
    isOutOfTime: () => isOutOfTime,
    memory: () => ({ session, calledAt }),
  };
};
