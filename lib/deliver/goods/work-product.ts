import type { Co3Error } from '../../co3/codes.ts';
import { toOwnError } from '../../co3/own-problems.ts';
import { toProductCommand } from '../../co3/product-command.ts';
import { findProducts, readProducts, type ShownProduct } from '../../co3/product-reads.ts';
import { digestOf } from '../../event/digest.ts';
import { decide, MAX_TRIES } from '../decide.ts';
import type { ProductRecord } from '../goods-records.ts';
import { afterGoodsDone, afterUnknown } from '../lane-state.ts';
import { isClear } from '../probe.ts';
import { readCo3 } from '../read-co3.ts';
import { amendWorked } from '../update-record.ts';
import type { WorkResult } from '../work.ts';
import { concludeGoods, runOf } from './conclude-goods.ts';
import { type GoodsWork, goodsFields } from './goods-work.ts';
import { type ProductAct, planProduct } from './plan-product.ts';
import { refuseRead } from './refuse-read.ts';
import { amendGoods, letterGoods, type Planner, putGoodsBack } from './settle-goods.ts';
import { wakeStockOf } from './wake-stock.ts';

/** Makes at most one call for a product: looks its SKU up, or sends it. A look alone opens no lane. */
export const workProduct = async (work: GoodsWork, record: ProductRecord): Promise<WorkResult> => {
  const plan = planProduct(record, work.shop, work.account, work.deps.clock.now());
  if (plan.kind !== 'act') {
    await wakeStockOf(work, record);
    await amendGoods(work, record, plannerOf(work), (current) => current);
    return 'idle';
  }
  return plan.act.kind === 'find' ? findProduct(work, record) : sendProduct(work, record, plan.act);
};

const plannerOf =
  ({ shop, account }: GoodsWork): Planner<ProductRecord> =>
  (record, now) =>
    planProduct(record, shop, account, now);

const findProduct = async (work: GoodsWork, record: ProductRecord): Promise<WorkResult> => {
  const { deps, contract } = work;
  const outcome = await readCo3(work, 'product', findProducts(record.sku));
  if (outcome.kind === 'failed') {
    await putGoodsBack(work, record, deps.clock.now());
    return 'stop';
  }
  if (outcome.kind === 'refused') {
    const plain = notConfirmed(record, 'CO3 answered the search for the SKU without data.');
    await refuseRead(work, record, outcome.error ?? plain.error);
    return 'idle';
  }
  const found = readProducts(outcome.root, 'getProduct', contract).filter(({ sku }) => sku === record.sku);
  const [one, ...others] = found;
  if (others.length > 0) {
    await letterGoods(work, record, { ...twiceInCo3(found, record.sku), call: null }, (current) => current);
    return 'idle';
  }
  return one === undefined ? notFound(work, record) : wasFound(work, record, one.id);
};

const wasFound = async (work: GoodsWork, record: ProductRecord, productId: string): Promise<WorkResult> => {
  await wakeStockOf(work, record);
  // What it says there is not known to be ours, so it is sent once more with the id.
  await amendGoods(work, record, plannerOf(work), (current) => ({
    ...current,
    productId,
    absentAt: null,
    held: null,
    sent: null,
  }));
  work.deps.log.info('product found', goodsFields(record));
  return 'idle';
};

const notFound = async (work: GoodsWork, record: ProductRecord): Promise<WorkResult> => {
  const now = work.deps.clock.now();
  const { reads: enough, windowMinutes } = work.account.readBack;
  const { sent } = record;
  const reads = (sent?.reads ?? 0) + 1;
  if (sent !== null && reads < enough) {
    const readAt = now + (windowMinutes * 60_000) / (enough - 1);
    await amendGoods(work, record, plannerOf(work), (current) => ({ ...current, sent: { ...sent, reads, readAt } }));
    return 'idle';
  }
  if (sent?.acknowledged === true) {
    const refusal = notConfirmed(record, 'CO3 took the product without saying its id, and it cannot be found.');
    // Whoever redrives it has it looked for from the beginning.
    const change = (current: ProductRecord) => ({ ...current, sent: { ...sent, reads: 0, readAt: now } });
    await letterGoods(work, record, { ...refusal, call: null }, change);
    return 'idle';
  }
  // Levels of products that the shop keeps wait until it is made.
  if (work.shop.products === undefined) await wakeStockOf(work, record);
  // One that was sent and never came to be is made again: the harm is a double entry.
  await amendGoods(work, record, plannerOf(work), (current) => ({
    ...current,
    absentAt: now,
    sent: null,
  }));
  return 'idle';
};

const sendProduct = async (
  work: GoodsWork,
  record: ProductRecord,
  { draft, digest, settingsDigest }: Extract<ProductAct, { kind: 'send' }>,
): Promise<WorkResult> => {
  const { deps, lane, account } = work;
  if (!(await isClear(work, 'product'))) {
    await putGoodsBack(work, record, deps.clock.now());
    return 'stop';
  }
  const at = deps.clock.now();
  const sent = { digest, at, reads: 0, readAt: at + account.readBack.settleSeconds * 1_000, acknowledged: false };
  const journalled = await amendWorked(deps, record, (current) => ({ ...current, sent }));
  const command = toProductCommand(draft, record.productId);
  const answer = await work.co3.call(command);
  if (answer.kind === 'acknowledged') {
    const id = record.productId ?? answer.id;
    // Levels wait for an id, or for the SKU to stand for one thing again.
    if (record.productId === null || record.letter !== null) await wakeStockOf(work, record);
    await amendGoods(
      work,
      journalled,
      plannerOf(work),
      (current) => ({
        ...current,
        ...(id === null
          ? { sent: { ...sent, readAt: deps.clock.now(), acknowledged: true } }
          : { productId: id, held: digest, sent: null, relooked: false }),
        absentAt: null,
        refused: null,
        redrive: false,
        tries: 0,
      }),
      'success',
    );
    await lane.change((state) => afterGoodsDone(state, runOf(record, command)));
    deps.log.info('product done', { ...goodsFields(record), method: command.method });
    return 'answered';
  }
  const decision = decide(answer, { isDocument: false, tries: record.tries, remade: true });
  if (decision.kind === 'unknown') {
    await lane.change((state) => afterUnknown(state, 'product', null, deps.clock.now()));
    deps.log.warn('product unknown', { ...goodsFields(record), method: command.method, attempt: record.tries + 1 });
    await (record.tries + 1 < MAX_TRIES
      ? amendGoods(work, journalled, plannerOf(work), (current) => ({ ...current, tries: current.tries + 1 }))
      : letterGoods(
          work,
          journalled,
          { ...notConfirmed(record, `CO3 gave no answer ${MAX_TRIES} times.`), call: null },
          (current) => current,
        ));
    return 'idle';
  }
  if (decision.kind === 'letter' && isGone(decision.error) && !record.relooked) return lookUpAgain(work, journalled);
  return concludeGoods(work, journalled, command, decision as Exclude<typeof decision, { kind: 'remake-contact' }>, {
    digest: digestOf(['send', digest]),
    undo: (current) => ({ ...current, sent: null }),
    refused: (current) => ({ ...current, refused: { digest, settingsDigest } }),
  });
};

/** CO3 does not know the product's id any more. */
export const isGone = ({ code }: Pick<Co3Error, 'code'>): boolean => code === 401;

const lookUpAgain = async (work: GoodsWork, record: ProductRecord): Promise<WorkResult> => {
  await forgetProduct(work, record, true);
  return 'answered';
};

/** The remembered id is forgotten and the SKU looked up again; once only, where a call of the product's own is the reason. */
export const forgetProduct = (work: GoodsWork, record: ProductRecord, relooked = record.relooked) =>
  amendGoods(work, record, plannerOf(work), (current) => ({
    ...current,
    productId: null,
    absentAt: null,
    held: null,
    sent: null,
    relooked,
  }));

const notConfirmed = ({ sku, sent }: ProductRecord, text: string): { error: Co3Error; digest: string } => ({
  error: toOwnError('ProductNotConfirmed', text, [{ path: 'product.sku', value: sku, allowed: [] }]),
  digest: digestOf(['ProductNotConfirmed', sent?.at ?? null]),
});

const twiceInCo3 = (found: readonly ShownProduct[], sku: string): { error: Co3Error; digest: string } => {
  const names = found.map(({ id, name }) => `${name} (id ${id})`);
  return {
    error: toOwnError(
      'SkuNotUnique',
      `In CO3 the SKU ${sku} stands for ${found.length} products: ${names.join(' | ')}.`,
      [{ path: 'product.sku', value: sku, allowed: [] }],
    ),
    digest: digestOf(['SkuNotUnique', 'co3', found.map(({ id }) => id)]),
  };
};
