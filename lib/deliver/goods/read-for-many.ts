import { MAX_STOCK_IDS } from '../../co3/product-reads.ts';
import type { StockRecord } from '../goods-records.ts';
import type { WorkResult } from '../work.ts';
import type { GoodsWork } from './goods-work.ts';
import { planStock } from './plan-stock.ts';
import { readStock } from './read-stock.ts';
import { refuseRead } from './refuse-read.ts';
import { amendGoods, type Planner, putGoodsBack } from './settle-goods.ts';
import { type Known, readKnown, stockPlanner } from './stock-known.ts';
import { forgetProduct, isGone } from './work-product.ts';

/** The stock of one product costs a call, and so does that of a hundred. */
export const readForMany = async (
  work: GoodsWork,
  record: StockRecord,
  known: Known,
  productId: string,
): Promise<WorkResult> => {
  const { deps, account, stockSeen } = work;
  const now = deps.clock.now();
  const others: string[] = [];
  for (const { kind, key } of await deps.ledger.due(account.id, 'catalogue', now, MAX_STOCK_IDS)) {
    if (kind !== 'stock' || key === record.key) continue;
    const level = await deps.ledger.read('stock', key);
    const id = level === undefined ? null : (await readKnown(work, level)).product?.productId;
    if (id != null && id !== productId && !stockSeen.has(id)) others.push(id);
  }
  let read = await readStock(work, [...new Set([productId, ...others])]);
  // One of the others may be gone from CO3: that is no matter of this one.
  if (read.kind === 'refused' && others.length > 0) read = await readStock(work, [productId]);
  if (read.kind === 'failed') {
    await putGoodsBack(work, record, now);
    return 'stop';
  }
  const isShown = read.kind === 'read' && stockSeen.has(productId);
  if (isShown) {
    await putGoodsBack(work, record, deps.clock.now());
    return 'idle';
  }
  const error = read.kind === 'refused' ? read.error : null;
  if (error === null || isGone(error)) return lookUpGone(work, record, known);
  await refuseRead(work, record, error);
  return 'idle';
};

/** CO3 does not know the remembered product, or shows nothing of it: it is looked up, once for this level. */
export const lookUpGone = async (work: GoodsWork, record: StockRecord, known: Known): Promise<WorkResult> => {
  if (known.product === undefined || record.relooked) {
    const product = { id: '', sku: known.item?.sku ?? '', name: '', stock: null };
    const seen = { product, at: work.deps.clock.now() };
    const unreadable: Planner<StockRecord> = (current, now) => planStock(current, { ...work, ...known, seen }, now);
    await amendGoods(work, record, unreadable, (current) => current);
    return 'idle';
  }
  const forgotten = await forgetProduct(work, known.product);
  const relooked = (current: StockRecord) => ({ ...current, relooked: true });
  await amendGoods(work, record, stockPlanner(work, { ...known, product: forgotten }), relooked);
  return 'idle';
};
