import type { Co3Connection } from '../co3/client.ts';
import type { Contract } from '../co3/contract.ts';
import type { LetterDeps } from '../dead-letters/park-letter.ts';
import type { Log } from '../event/log.ts';
import type { SecretStore } from '../settings/secrets.ts';
import type { AccountSettings, ShopSettings } from '../settings/settings.ts';
import type { Platform } from '../shops/platform.ts';
import type { ShopHttp } from '../shops/shop-http.ts';
import type { Lane, LaneDeps } from './lane.ts';
import type { OrderRecord } from './records.ts';

/** What a worker holds while it works at one order. */
export interface Work {
  readonly deps: LaneDeps & LetterDeps & ShopReading & { readonly log: Log; readonly stage: string };
  readonly lane: Lane;
  readonly co3: Co3Connection;
  readonly contract: Contract;
  readonly shop: ShopSettings;
  readonly account: AccountSettings;
  /** No call begins after it, in ms: the time for the call and for writing down what came of it is left. */
  readonly lastCallAt: number;
}

/** What a shop's own API is read with. */
export interface ShopReading {
  readonly secrets: SecretStore;
  readonly shopHttp: ShopHttp;
  /** Few orders need it, so what reads shops need not be there before the first of them. */
  readonly loadPlatform: (shop: ShopSettings) => Promise<Pick<Platform, 'traits' | 'fetch'>>;
}

/**
 * What became of the work at one order: `idle` made no call that CO3 answered, `answered` had a step done or refused for a reason
 * of the order's own, `stop` must not be followed by another order.
 */
export type WorkResult = 'idle' | 'answered' | 'stop';

/** A step's end, with the order as it stands then. */
export interface Ended {
  readonly kind: 'ended';
  readonly order: OrderRecord;
  readonly result: WorkResult;
}

export const ended = (order: OrderRecord, result: WorkResult): Ended => ({ kind: 'ended', order, result });

/** The fields that every log line about an order bears. */
export const logFields = (
  order: OrderRecord,
): { shop: string; account: string; order: string; number?: string; traceId: string } => ({
  shop: order.shop,
  account: order.account,
  order: order.key,
  traceId: order.traceId,
  // A number is whatever the shop made of it; only what cannot be a name is logged.
  ...(/^(?=.*\d)[\w#./-]{1,24}$/.test(order.number) ? { number: order.number } : {}),
});
