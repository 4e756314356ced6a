import { makeRandom, pickOne, type Random } from '../../infra/local/co3/random.ts';
import { LATEST_MS, pickCopies } from './histories.ts';
import type { SoakShop } from './shops.ts';

/** What a shop tells of one of its goods: the product, or how many of it there are. */
export type Telling =
  | { readonly what: 'product'; readonly name: string; readonly price: string }
  | { readonly what: 'level'; readonly available: number };

/** Times count from the beginning of the soak. */
export interface ToldState {
  readonly telling: Telling;
  readonly atMs: number;
  readonly arrivesAtMs: readonly number[];
}

/** Something that a shop sells and counts. */
export interface KeptGoods {
  readonly shop: SoakShop;
  readonly id: number;
  readonly sku: string;
  readonly states: readonly ToldState[];
  /** As the shop has told it last. */
  readonly name: string;
  readonly price: string;
  readonly available: number;
}

export interface Keeping {
  readonly seed: number;
  readonly shops: readonly SoakShop[];
  readonly loadMs: number;
}

/** The goods of those shops that keep any. Every webhook of theirs arrives within the load, and the last of each kind does arrive. */
export const keepGoods = ({ seed, shops, loadMs }: Keeping): readonly KeptGoods[] => {
  const random = makeRandom(seed + 2);
  return shops
    .filter(({ platform }) => platform === 'shopify')
    .flatMap((shop, index) =>
      Array.from({ length: GOODS_OF_A_SHOP }, (_, nth) => toGoods(random, shop, FIRST_ID + 10 * index + nth, loadMs)),
    );
};

const GOODS_OF_A_SHOP = 2;
/** No order has such a number. */
const FIRST_ID = 700_000;
/** From one change of the goods to the next, on average. */
const CHANGE_EVERY_MS = 60_000;

const toGoods = (random: Random, shop: SoakShop, id: number, loadMs: number): KeptGoods => {
  const lastMs = loadMs - LATEST_MS;
  const everyMs = Math.min(CHANGE_EVERY_MS, lastMs / 4);
  const tellings: { readonly telling: Telling; readonly atMs: number }[] = [];
  for (let atMs = random() * everyMs; atMs < lastMs; atMs += everyMs * (0.5 + random()))
    tellings.push({ telling: pickTelling(random, id, tellings.length), atMs: Math.floor(atMs) });
  const product = tellings.map(({ telling }) => telling).findLast((one) => one.what === 'product');
  const level = tellings.map(({ telling }) => telling).findLast((one) => one.what === 'level');
  if (product === undefined || level === undefined) throw new Error('goods of which not all is told');
  return {
    ...{ shop, id, sku: `SOAK-${id}`, name: product.name, price: product.price, available: level.available },
    states: tellings.map(({ telling, atMs }) => {
      const copies = pickCopies(random);
      const isLast = telling === product || telling === level;
      const delays = copies.length === 0 && isLast ? [0] : copies;
      return { telling, atMs, arrivesAtMs: delays.map((delayMs) => atMs + delayMs) };
    }),
  };
};

/** The product comes first and its level next; then levels more often than products, as shops sell more than they edit. */
const pickTelling = (random: Random, id: number, nth: number): Telling =>
  nth === 0 || (nth > 1 && random() < 0.25)
    ? {
        what: 'product',
        name: `Bögre ${id}, ${nth + 1}. kiadás`,
        price: pickOne(random, ['1990.00', '2490.00', '12.50']),
      }
    : { what: 'level', available: Math.floor(random() * 40) };
