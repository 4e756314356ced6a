import type { Context } from 'hono';
import { toContract } from '../../co3/contract-overrides.ts';
import { type OrderStory, toOrderStory } from '../../deliver/order-story.ts';
import { releaseOrder } from '../../deliver/release.ts';
import type { OrderKey } from '../../event/snapshot.ts';
import type { ShopSettings } from '../../settings/settings.ts';
import type { AddRoutes, ConsoleEnv, DeskDeps } from '../console-env.ts';
import { orderAddress, waitingPage } from '../pages/waiting.ts';
import { isUnderWay, orderState, type Released, waitingOrderPage } from '../pages/waiting-order.ts';
import { typedOf } from './typed.ts';

export const addOrders: AddRoutes = (app, deps) => {
  app.get('/orders', async (c) => {
    const of = c.req.query('of') === 'shadow' ? 'shadow' : 'release';
    return c.html(waitingPage(c.get('view'), of, await deps.ledger.waiting(of, Number.POSITIVE_INFINITY)));
  });
  app.get('/orders/:key', (c) =>
    show(c, deps, c.req.param('key'), c.req.query('done') === 'released' ? { kind: 'released' } : null, 200),
  );
  app.get('/orders/:key/state', async (c) => {
    const read = await readStory(deps, c.req.param('key'));
    if (read === undefined) return c.notFound();
    if (!isUnderWay(read.story.order)) c.header('HX-Redirect', orderAddress(read.story.order.key));
    return c.html(orderState(read.story, c.get('view').lang));
  });
  app.post('/orders/:key/release', async (c) => {
    const key = c.req.param('key');
    const { digest = '' } = await typedOf(c);
    const released = await releaseOrder(deps, key as OrderKey, digest, deps.clock.now());
    if (!released.ok) return show(c, deps, key, { kind: 'refused', why: released.problem.why }, 409);
    await deps.events.send({ kind: 'bell', account: released.value.account });
    return c.redirect(`${orderAddress(key)}?done=released`, 303);
  });
};

const show = async (
  c: Context<ConsoleEnv>,
  deps: DeskDeps,
  key: string,
  released: Released | null,
  status: 200 | 409,
) => {
  const read = await readStory(deps, key);
  return read === undefined
    ? c.notFound()
    : c.html(waitingOrderPage(c.get('view'), read.story, read.shop, released), status);
};

/** The order with what would be sent for it; undefined where the ledger or the settings do not know it. */
const readStory = async (
  { ledger, settings, stage, clock }: DeskDeps,
  key: string,
): Promise<{ readonly story: OrderStory; readonly shop: ShopSettings } | undefined> => {
  const order = await ledger.read('order', key);
  const shop = settings.shops.get(order?.shop ?? '');
  const account = settings.accounts.get(order?.account ?? '');
  const contract = account === undefined ? undefined : toContract(account.contract);
  if (order === undefined || shop === undefined || account === undefined || contract?.ok !== true) return undefined;
  const leaving = { contract: contract.value, stage, now: clock.now() };
  return { story: toOrderStory(order, { ...leaving, shop, account, pause: null }), shop };
};
