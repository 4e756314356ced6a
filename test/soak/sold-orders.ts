import { makeRandom } from '../../infra/local/co3/random.ts';
import { isDue } from '../model/chronicle.ts';
import { type History, momentsOf } from '../model/histories.ts';
import { type Owed, owedBy } from '../model/oracle.ts';
import type { ShopOrder } from '../model/shop-order.ts';
import { LATEST_MS, MOST_CHANGES, pickHistory } from './histories.ts';
import type { SoakShop } from './shops.ts';

/** A state of an order, and when its webhooks arrive; times count from the beginning of the soak. */
export interface SoldState {
  readonly order: ShopOrder;
  readonly atMs: number;
  readonly cancelledAtMs: number | null;
  readonly arrivesAtMs: readonly number[];
}

export interface SoldOrder {
  /** As the ledger and the markers of the documents name it. */
  readonly key: string;
  readonly orderId: number;
  readonly shop: SoakShop;
  readonly buyer: number;
  readonly placedAtMs: number;
  readonly states: readonly SoldState[];
  /** What its last state comes to. */
  readonly owed: Owed;
  readonly isDue: boolean;
  /** Whether it was in any state. */
  readonly wasDue: boolean;
}

export interface Sale {
  readonly seed: number;
  readonly shops: readonly SoakShop[];
  readonly loadMs: number;
  /** From one order of a shop to its next, on average. */
  readonly everyMs: number;
}

/** All orders of a soak. Every webhook of theirs arrives within the load. */
export const sellOrders = ({ seed, shops, loadMs, everyMs }: Sale): readonly SoldOrder[] => {
  const random = makeRandom(seed);
  const gapMs = Math.max(3_000, Math.min(40_000, loadMs / 12));
  const lastMs = loadMs - MOST_CHANGES * gapMs - LATEST_MS;
  if (lastMs <= 0) throw new Error(`${Math.round(loadMs / 1_000)} s are too short for an order’s life`);
  let orderId = 1_000;
  return shops.flatMap((shop) => {
    const sold: SoldOrder[] = [];
    for (let atMs = random() * everyMs; atMs < lastMs; atMs += everyMs * (0.5 + random())) {
      orderId += 1;
      const placedAtMs = Math.floor(atMs);
      const buyer = Math.floor(random() * BUYERS);
      sold.push(toSold({ shop, orderId, buyer, placedAtMs }, pickHistory(random, shop.platform, gapMs)));
    }
    return sold;
  });
};

/** So few that most come back. */
const BUYERS = 40;

const toSold = (placed: Pick<SoldOrder, 'shop' | 'orderId' | 'buyer' | 'placedAtMs'>, history: History): SoldOrder => {
  let cancelledAtMs: number | null = null;
  const states = momentsOf(history).map(({ order, atMs, copies }): SoldState => {
    const at = placed.placedAtMs + atMs;
    cancelledAtMs = order.cancelled ? (cancelledAtMs ?? at) : null;
    return { order, atMs: at, cancelledAtMs, arrivesAtMs: copies.map((delayMs) => at + delayMs) };
  });
  const last = states.at(-1);
  if (last === undefined) throw new Error('an order without a state');
  return {
    ...placed,
    key: `${placed.shop.platform}:${placed.shop.tenant}#${placed.orderId}`,
    states,
    owed: owedBy(last.order, {}),
    isDue: mayBeInvoiced(last.order),
    wasDue: states.some(({ order }) => mayBeInvoiced(order)),
  };
};

/** The shops invoice what is paid. */
export const mayBeInvoiced = (order: ShopOrder): boolean => isDue(order, owedBy(order, {}), { issueOn: 'paid' });
