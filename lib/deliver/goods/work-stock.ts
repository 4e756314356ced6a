import type { Co3Command } from '../../co3/command.ts';
import { toRemoveCommand, toTakeInCommand } from '../../co3/product-command.ts';
import { MAX_STOCK_IDS } from '../../co3/product-reads.ts';
import { digestOf } from '../../event/digest.ts';
import { decide } from '../decide.ts';
import type { ItemRecord, ProductRecord, StockRecord } from '../goods-records.ts';
import { afterGoodsDone, afterUnknown } from '../lane-state.ts';
import { isClear } from '../probe.ts';
import { amendWorked, updateRecord } from '../update-record.ts';
import type { WorkResult } from '../work.ts';
import { productKeyOf } from './claim-sku.ts';
import { concludeBooking, newWatch, nextWatch } from './conclude-booking.ts';
import { concludeGoods } from './conclude-goods.ts';
import { type GoodsWork, goodsFields } from './goods-work.ts';
import { itemKeyOf } from './merge-goods.ts';
import { planStock, type StockAct, type StockBooking } from './plan-stock.ts';
import { readStock } from './read-stock.ts';
import { refuseRead } from './refuse-read.ts';
import { amendGoods, type Planner, putGoodsBack } from './settle-goods.ts';
import { forgetProduct, isGone } from './work-product.ts';

interface Known {
  readonly item: ItemRecord | undefined;
  readonly product: ProductRecord | undefined;
}

/** Makes at most one call for a level: reads CO3's stock, or books the difference. */
export const workStock = async (work: GoodsWork, record: StockRecord): Promise<WorkResult> => {
  const known = await readKnown(work, record);
  const plan = plannerOf(work, known)(record, work.deps.clock.now());
  if (plan.kind !== 'act') {
    await amendGoods(work, record, plannerOf(work, known), (current) => current);
    return 'idle';
  }
  switch (plan.act.kind) {
    case 'seek-product':
      return seekProduct(work, record, known);
    case 'read':
      return readForMany(work, record, known, plan.act.productId);
    case 'conclude': {
      const { has } = plan.act;
      await amendGoods(work, record, plannerOf(work, known), (current) => concludeBooking(current, has, work));
      work.stockSeen.delete(known.product?.productId ?? '');
      return 'idle';
    }
    case 'agree': {
      const { digest } = plan.act;
      const agree = (current: StockRecord) => ({ ...agreed(current, digest), watch: nextWatch(current.watch, work) });
      await amendGoods(work, record, plannerOf(work, known), agree, 'success');
      await trustProduct(work, known);
      return 'idle';
    }
    case 'book':
      return book(work, record, known, plan.act);
    default:
      return plan.act satisfies never;
  }
};

const plannerOf =
  ({ shop, account, stockSeen }: GoodsWork, { item, product }: Known) =>
  (record: StockRecord, now: number) =>
    planStock(record, { shop, account, item, product, seen: stockSeen.get(product?.productId ?? '') }, now);

const readKnown = async ({ deps, account }: GoodsWork, { level }: StockRecord): Promise<Known> => {
  const item = await deps.ledger.read('item', itemKeyOf(level));
  const product =
    item === undefined || item.sku === ''
      ? undefined
      : await deps.ledger.read('product', productKeyOf(account.id, item.sku));
  return { item, product };
};

// The product's own work looks it up, and wakes the level when it has.
const seekProduct = async (work: GoodsWork, record: StockRecord, { product }: Known): Promise<WorkResult> => {
  const now = work.deps.clock.now();
  if (product !== undefined)
    await updateRecord(work.deps, 'product', product.key, (current) =>
      current === undefined || current.productId !== null
        ? current
        : { ...current, absentAt: null, status: 'due' as const, reason: 'ProductSought', dueAt: now },
    );
  // Its letter stays open meanwhile: most often the product is still not there.
  await amendWorked(work.deps, record, (current) => ({
    ...current,
    status: current.letter === null ? 'waiting' : 'letter',
    reason: 'ProductSought',
    dueAt: null,
    starts: 0,
    redrive: false,
  }));
  return 'idle';
};

/** The stock of one product costs a call, and so does that of a hundred. */
const readForMany = async (
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
  if (error === null || isGone(error)) return gone(work, record, known);
  await refuseRead(work, record, error);
  return 'idle';
};

// CO3 does not know the remembered product, or shows nothing of it.
const gone = async (work: GoodsWork, record: StockRecord, known: Known): Promise<WorkResult> => {
  if (known.product === undefined || known.product.relooked) {
    const product = { id: '', sku: known.item?.sku ?? '', name: '', stock: null };
    const seen = { product, at: work.deps.clock.now() };
    const unreadable: Planner<StockRecord> = (current, now) => planStock(current, { ...work, ...known, seen }, now);
    await amendGoods(work, record, unreadable, (current) => current);
    return 'idle';
  }
  const forgotten = await forgetProduct(work, known.product);
  await amendGoods(work, record, plannerOf(work, { ...known, product: forgotten }), (current) => current);
  return 'idle';
};

const book = async (
  work: GoodsWork,
  record: StockRecord,
  known: Known,
  { booking, digest, settingsDigest }: Extract<StockAct, { kind: 'book' }>,
): Promise<WorkResult> => {
  const { deps, lane, account, stockSeen } = work;
  const { product, before, after } = booking;
  if (!(await isClear(work, 'product'))) {
    await putGoodsBack(work, record, deps.clock.now());
    return 'stop';
  }
  const at = deps.clock.now();
  const sent = { before, after, at, reads: 0, readAt: at + account.readBack.settleSeconds * 1_000 };
  let isPlanned = true;
  const journalled = await amendWorked(deps, record, (current) => {
    isPlanned = digestOf(current.level) === digestOf(record.level);
    // Should this worker die, CO3 is looked at again as for a call without an answer.
    return isPlanned
      ? { ...current, sent, agreed: null, watch: newWatch(at, work) }
      : { ...current, dueAt: at, starts: 0 };
  });
  if (!isPlanned) return 'idle';
  const command = toCommand(booking, account.currency);
  const answer = await work.co3.call(command);
  // Whatever was seen of it is no longer so.
  stockSeen.delete(product.id);
  if (answer.kind === 'acknowledged') {
    const done = (current: StockRecord) => ({ ...agreed(current, digest), watch: nextWatch(record.watch, work) });
    await amendGoods(work, journalled, plannerOf(work, known), done, 'success');
    await trustProduct(work, known);
    await lane.change((state) => afterGoodsDone(state, command.method));
    deps.log.info('stock booked', { ...goodsFields(record), method: command.method });
    return 'answered';
  }
  const decision = decide(answer, { isDocument: true, tries: record.tries, remade: true });
  if (decision.kind === 'unknown') {
    await lane.change((state) => afterUnknown(state, 'product', null, deps.clock.now()));
    deps.log.warn('stock unknown', { ...goodsFields(record), method: command.method });
    await amendGoods(work, journalled, plannerOf(work, known), (current) => current);
    return 'idle';
  }
  const undo = (current: StockRecord) => ({ ...current, sent: null, watch: record.watch });
  if (decision.kind === 'letter' && isGone(decision.error) && known.product?.relooked === false)
    return gone(work, await amendWorked(deps, journalled, undo), known);
  return concludeGoods(work, journalled, command, decision as Exclude<typeof decision, { kind: 'remake-contact' }>, {
    digest: digestOf(['book', digest]),
    undo,
    refused: (current) => ({ ...current, refused: { digest, settingsDigest } }),
  });
};

// Its id was good for something: should CO3 forget it again, it is looked up again.
const trustProduct = async ({ deps }: GoodsWork, { product }: Known): Promise<void> => {
  if (product?.relooked === true) await amendWorked(deps, product, (current) => ({ ...current, relooked: false }));
};

const toCommand = ({ way, product, warehouse, quantity }: StockBooking, currency: string): Co3Command => {
  const booking = { productId: product.id, sku: product.sku, name: product.name, warehouse, quantity, currency };
  return way === 'in' ? toTakeInCommand(booking) : toRemoveCommand(booking);
};

const agreed = (record: StockRecord, digest: string): StockRecord => ({
  ...record,
  agreed: digest,
  sent: null,
  refused: null,
  redrive: false,
  tries: 0,
});
