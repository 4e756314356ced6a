import type { ApiSession, Fetched } from '../../shops/shop-fetch.ts';
import { pauseLength } from '../pause-length.ts';
import type { Content } from '../update-record.ts';
import type { ShopPause, ShopRecord } from './shop-record.ts';

type Shop = Content<ShopRecord>;

export const emptyShop = (): Shop => ({ kind: 'shop', session: null, calledAt: null, pause: null });

export const isPaused = (shop: Pick<ShopRecord, 'pause'> | undefined, now: number): boolean =>
  shop?.pause != null && shop.pause.until > now;

/** What a worker took away from its calls. */
export interface ShopMemory {
  readonly session: ApiSession | null;
  readonly calledAt: number | null;
}

/** The shop after an order was asked for. An answer about the order, whatever it says, ends the pauses. */
export const afterReading = (shop: Shop, memory: ShopMemory, fetched: Fetched<unknown>, now: number): Shop => {
  const next: Shop = { ...shop, ...memory };
  switch (fetched.kind) {
    case 'read':
    case 'unreadable':
      return { ...next, pause: null };
    case 'refused':
      return withPause(next, { reason: 'refused', detail: fetched.detail }, fetched.until ?? null, now);
    case 'later':
      return withPause(next, { reason: 'later', detail: fetched.detail }, fetched.until, now);
    default:
      return fetched satisfies never;
  }
};

/** No API is believed that asks for more. */
const LONGEST_ASKED_MS = 24 * 60 * 60_000;

const withPause = (
  shop: Shop,
  cause: Pick<ShopPause, 'reason' | 'detail'>,
  asked: number | null,
  now: number,
): Shop => {
  const probes = shop.pause === null ? 0 : shop.pause.probes + 1;
  const isAsked = asked !== null && asked > now && asked <= now + LONGEST_ASKED_MS;
  const until = isAsked ? asked : now + pauseLength(probes);
  return { ...shop, pause: { ...cause, since: shop.pause?.since ?? now, until, probes } };
};
