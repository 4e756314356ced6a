import { toOwnError } from '../../co3/own-problems.ts';
import { MAX_STARTS } from '../plan.ts';
import type { GoodsRecord } from '../records.ts';
import { syncLetters } from '../sync-letters.ts';
import { amendWorked } from '../update-record.ts';
import type { WorkResult } from '../work.ts';
import { isDue } from '../work-order.ts';
import { type GoodsWork, goodsFields } from './goods-work.ts';
import { letterGoods } from './settle-goods.ts';
import { workListing } from './work-listing.ts';
import { workProduct } from './work-product.ts';
import { workStock } from './work-stock.ts';

/**
 * Does the next step of something of the catalogue that is due: at most one call, so that an order waits for no more. A start is counted
 * first, so that what kills its worker is given up in the end.
 */
export const workGoods = async (work: GoodsWork, record: GoodsRecord): Promise<WorkResult> => {
  const { deps, lane } = work;
  const synced = await syncLetters(deps, record);
  if (!isDue(synced, deps.clock.now())) return 'idle';
  if (synced.starts >= MAX_STARTS) return giveUp(work, synced);
  const started = await amendWorked(deps, synced, (current) => ({
    ...current,
    starts: current.starts + 1,
    dueAt: lane.leaseUntil,
  }));
  return step(work, started);
};

const step = (work: GoodsWork, record: GoodsRecord): Promise<WorkResult> => {
  switch (record.kind) {
    case 'listing':
      return workListing(work, record);
    case 'product':
      return workProduct(work, record);
    case 'stock':
      return workStock(work, record);
    default:
      return record satisfies never;
  }
};

const giveUp = async (work: GoodsWork, record: GoodsRecord): Promise<WorkResult> => {
  const error = toOwnError('WorkerCrashed', `The worker ended without a result ${MAX_STARTS} times at this.`, []);
  const given = await letterGoods(work, record, { error, digest: error.name, call: null }, (current) => current);
  work.deps.log.error('given up', { ...goodsFields(given), name: given.reason });
  return 'idle';
};
