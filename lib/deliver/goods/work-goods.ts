import { toOwnError } from '../../co3/own-problems.ts';
import { keepsGoods } from '../../settings/keeps-goods.ts';
import { MAX_STARTS } from '../plan.ts';
import { RecordTooLarge } from '../ports.ts';
import type { GoodsRecord } from '../records.ts';
import { syncLetters } from '../sync-letters.ts';
import { amendWorked } from '../update-record.ts';
import type { WorkResult } from '../work.ts';
import { isDue } from '../work-order.ts';
import { withoutGoodsLetter } from './goods-letter.ts';
import { type GoodsWork, goodsFields } from './goods-work.ts';
import { amendGoods, letterGoods } from './settle-goods.ts';
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
  if (!keepsGoods(work.shop)) return putAside(work, synced);
  if (synced.starts >= MAX_STARTS) return giveUp(work, synced);
  const started = await amendWorked(deps, synced, (current) => ({
    ...current,
    starts: current.starts + 1,
    dueAt: lane.leaseUntil,
  }));
  try {
    return await step(work, started);
  } catch (cause) {
    // What outgrows its record is a person's matter, and no reason for the others to wait.
    if (!(cause instanceof RecordTooLarge)) throw cause;
    await letterGoods(work, started, { ...TOO_LARGE, call: null }, (current) => current);
    return 'idle';
  }
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

const tooLarge = 'What is kept of it, or of what bears its SKU, has outgrown its record.';
const TOO_LARGE = { error: toOwnError('GoodsTooLarge', tooLarge, []), digest: 'GoodsTooLarge' };

const ASIDE_MS = 24 * 60 * 60_000;

// The settings were changed while it was due: it goes by itself when they keep goods again.
const putAside = async (work: GoodsWork, record: GoodsRecord): Promise<WorkResult> => {
  const now = work.deps.clock.now();
  const wait = { kind: 'wait', until: now + ASIDE_MS, reason: 'GoodsNotKept' } as const;
  const quiet = (current: GoodsRecord) => withoutGoodsLetter(current, 'superseded', now);
  await amendGoods(work, record, () => wait, quiet);
  return 'idle';
};

const giveUp = async (work: GoodsWork, record: GoodsRecord): Promise<WorkResult> => {
  const error = toOwnError('WorkerCrashed', `The worker ended without a result ${MAX_STARTS} times at this.`, []);
  const given = await letterGoods(work, record, { error, digest: error.name, call: null }, (current) => current);
  work.deps.log.error('given up', { ...goodsFields(given), name: given.reason });
  return 'idle';
};
