import type { Co3Command } from '../../co3/command.ts';
import { toRemoveCommand, toTakeInCommand } from '../../co3/product-command.ts';
import { digestOf } from '../../event/digest.ts';
import { decide } from '../decide.ts';
import type { StockRecord } from '../goods-records.ts';
import { afterGoodsDone, afterUnknown } from '../lane-state.ts';
import { isClear } from '../probe.ts';
import { amendWorked, updateRecord } from '../update-record.ts';
import type { WorkResult } from '../work.ts';
import { concludeBooking, newWatch, nextWatch } from './conclude-booking.ts';
import { concludeGoods, runOf } from './conclude-goods.ts';
import { type GoodsWork, goodsFields } from './goods-work.ts';
import type { StockAct, StockBooking } from './plan-stock.ts';
import { lookUpGone, readForMany } from './read-for-many.ts';
import type { SeenProduct } from './read-stock.ts';
import { amendGoods, putGoodsBack } from './settle-goods.ts';
import { type Known, readKnown, stockPlanner } from './stock-known.ts';
import { isGone } from './work-product.ts';

/** Makes at most one call for a level: reads CO3's stock, or books the difference. */
export const workStock = async (work: GoodsWork, record: StockRecord): Promise<WorkResult> => {
  const known = await readKnown(work, record);
  const plan = stockPlanner(work, known)(record, work.deps.clock.now());
  if (plan.kind !== 'act') {
    await amendGoods(work, record, stockPlanner(work, known), (current) => current);
    return 'idle';
  }
  switch (plan.act.kind) {
    case 'seek-product':
      return seekProduct(work, record, known);
    case 'read':
      return readForMany(work, record, known, plan.act.productId);
    case 'conclude': {
      const { has } = plan.act;
      await amendGoods(work, record, stockPlanner(work, known), (current) => concludeBooking(current, has, work));
      work.stockSeen.delete(known.product?.productId ?? '');
      return 'idle';
    }
    case 'agree': {
      const { digest } = plan.act;
      const agree = (current: StockRecord) => ({ ...agreed(current, digest), watch: nextWatch(current.watch, work) });
      await amendGoods(work, record, stockPlanner(work, known), agree, 'success');
      return 'idle';
    }
    case 'book':
      return book(work, record, known, plan.act);
    default:
      return plan.act satisfies never;
  }
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
  const seen = stockSeen.get(product.id);
  // Whatever was seen of it may no longer be so.
  stockSeen.delete(product.id);
  if (answer.kind === 'acknowledged') {
    if (seen !== undefined) stockSeen.set(product.id, withBooked(seen, booking));
    const done = (current: StockRecord) => ({
      ...agreed(current, digest),
      settlesAt: sent.readAt,
      watch: nextWatch(record.watch, work),
    });
    await amendGoods(work, journalled, stockPlanner(work, known), done, 'success');
    await lane.change((state) => afterGoodsDone(state, runOf(record, command)));
    deps.log.info('stock booked', { ...goodsFields(record), method: command.method });
    return 'answered';
  }
  const decision = decide(answer, { isDocument: true, tries: record.tries, remade: true });
  if (decision.kind === 'unknown') {
    await lane.change((state) => afterUnknown(state, 'product', null, deps.clock.now()));
    deps.log.warn('stock unknown', { ...goodsFields(record), method: command.method });
    await amendGoods(work, journalled, stockPlanner(work, known), (current) => current);
    return 'idle';
  }
  const undo = (current: StockRecord) => ({ ...current, sent: null, watch: record.watch });
  if (decision.kind === 'letter' && isGone(decision.error) && !record.relooked)
    return lookUpGone(work, await amendWorked(deps, journalled, undo), known);
  return concludeGoods(work, journalled, command, decision as Exclude<typeof decision, { kind: 'remake-contact' }>, {
    digest: digestOf(['book', digest]),
    undo,
    refused: (current) => ({ ...current, refused: { digest, settingsDigest } }),
  });
};

// Its other places need not be read anew: nobody else books during this run.
const withBooked = ({ product, at }: SeenProduct, { warehouse, after }: StockBooking): SeenProduct => ({
  product: { ...product, stock: new Map([...(product.stock ?? []), [warehouse, after]]) },
  at,
});

const toCommand = ({ way, product, warehouse, quantity }: StockBooking, currency: string): Co3Command => {
  const booking = { productId: product.id, sku: product.sku, name: product.name, warehouse, quantity, currency };
  return way === 'in' ? toTakeInCommand(booking) : toRemoveCommand(booking);
};

const agreed = (record: StockRecord, digest: string): StockRecord => ({
  ...record,
  agreed: digest,
  sent: null,
  // Its product's id was good for something: should CO3 forget it again, it is looked up again.
  relooked: false,
  refused: null,
  redrive: false,
  tries: 0,
});
