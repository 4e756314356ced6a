import type { Co3Error } from '../../co3/codes.ts';
import { digestOf } from '../../event/digest.ts';
import { AGAIN_PAUSE_MS } from '../conclude.ts';
import { MAX_TRIES } from '../decide.ts';
import type { GoodsRecord } from '../records.ts';
import { type GoodsWork, goodsFields } from './goods-work.ts';
import { letterGoods, putGoodsBack } from './settle-goods.ts';

/** CO3's database failed at a read: that passes. */
const PASSES = 202;

/** What follows from a read for goods that CO3 refused: another try a minute later where that may help, else a letter. */
export const refuseRead = async <R extends GoodsRecord>(work: GoodsWork, record: R, error: Co3Error): Promise<void> => {
  const { deps } = work;
  if (error.code === PASSES && record.tries + 1 < MAX_TRIES) {
    const again = (current: R): R => ({ ...current, tries: current.tries + 1 });
    await putGoodsBack(work, record, deps.clock.now() + AGAIN_PAUSE_MS, again);
    return;
  }
  deps.log.warn('read refused', { ...goodsFields(record), name: error.name });
  await letterGoods(work, record, { error, digest: digestOf(['read', error.code]), call: null }, (current) => current);
};
