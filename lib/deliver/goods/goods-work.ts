import type { GoodsRecord } from '../records.ts';
import type { Work } from '../work.ts';
import type { StockSeen } from './read-stock.ts';

/** What a worker holds while it works at something of the catalogue. */
export interface GoodsWork extends Work {
  /** What CO3 has shown of stock during this run. */
  readonly stockSeen: StockSeen;
}

/** The fields that every log line about goods bears; keys hold no person's data. */
export const goodsFields = ({ kind, shop, account, key }: GoodsRecord) => ({ shop, account, goods: `${kind} ${key}` });
