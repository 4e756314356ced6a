import { type CallMinute, toLastHour } from '../co3/call-minutes.ts';
import type { Settings } from '../settings/settings.ts';
import type { Hold, LaneRecord } from './lane-records.ts';
import { ADDRESS_LANE, isHeld, isLeased, longestUnknownRun } from './lane-state.ts';
import type { Ledger } from './ports.ts';
import type { ShopPause, ShopRecord } from './shop/shop-record.ts';

/** One account's lane as `--json` shows it: without its session, which is a key. */
export interface LaneLine {
  readonly account: string;
  readonly state: 'free' | 'working' | 'held';
  readonly hold: Hold | null;
  /** Of products and stock alone; orders go on. */
  readonly catalogueHold: Hold | null;
  /** Documents running whose outcome is unknown. */
  readonly unknownRun: number;
  readonly lastHour: { readonly calls: number; readonly mostInAMinute: number };
}

/** The line of a list. */
export interface ListedLane extends LaneLine {
  /** Shops of the account whose own API is left alone; only what has to be read there waits. */
  readonly pausedShops: readonly PausedShop[];
}

export type PausedShop = { readonly shop: string } & ShopPause;

export const toLaneLine = (account: string, lane: LaneRecord | undefined, now: number): LaneLine => ({
  account,
  // A hold whose time is up stands until the probe that ends it.
  state:
    lane?.hold != null && (isHeld(lane, now) || !isLeased(lane, now))
      ? 'held'
      : isLeased(lane, now)
        ? 'working'
        : 'free',
  hold: lane?.hold ?? null,
  catalogueHold: lane?.catalogueHold ?? null,
  unknownRun: lane === undefined ? 0 : longestUnknownRun(lane),
  lastHour: toFigures(toLastHour(lane?.calls ?? [], now).map(({ calls }) => calls)),
});

const toPausedShops = (shops: readonly (ShopRecord | undefined)[]): readonly PausedShop[] =>
  shops.flatMap((shop) => (shop?.pause == null ? [] : [{ shop: shop.key, ...shop.pause }]));

const toFigures = (counts: readonly number[]): LaneLine['lastHour'] => ({
  calls: counts.reduce((sum, count) => sum + count, 0),
  mostInAMinute: Math.max(0, ...counts),
});

/** A lane with the minutes of its last hour. */
export interface ReadLane {
  readonly line: ListedLane;
  readonly minutes: readonly CallMinute[];
}

/** The lanes of all accounts of the settings, and that of our address. */
export const readLanes = (
  ledger: Pick<Ledger, 'read'>,
  settings: Settings,
  now: number,
): Promise<readonly ReadLane[]> =>
  Promise.all(
    [...settings.accounts.keys(), ADDRESS_LANE].map(async (account) => {
      const names = [...settings.shops.values()].filter((shop) => shop.account === account).map(({ id }) => id);
      const shops = await Promise.all(names.map((name) => ledger.read('shop', name)));
      const lane = await ledger.read('lane', account);
      const line = { ...toLaneLine(account, lane, now), pausedShops: toPausedShops(shops) };
      return { line, minutes: toLastHour(lane?.calls ?? [], now) };
    }),
  );
