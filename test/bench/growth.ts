import { withHold } from '../../lib/deliver/lane-state.ts';
import type { OrderRecord } from '../../lib/deliver/records.ts';
import { orderKeyOf } from '../../lib/event/snapshot.ts';
import { accountOf, type BusyWorld, makeBusyWorld, shopOf } from './busy-world.ts';
import { compare, cpuMs } from './compare.ts';
import { type Figure, toFigure } from './figure.ts';
import type { Measurement } from './measurement.ts';

const ORDERS = [100, 10_000];
const ACCOUNTS = [20, 200];

/** What one more order costs where there are many already, and where there are many accounts; and whom a slow account delays. */
export const growth: Measurement = {
  name: 'growth',
  figures: async function* ({ isShort, ...effort }) {
    const deps = { ...effort, cpuMs };
    for (const orders of isShort ? ORDERS.slice(0, 1) : ORDERS) {
      const [many, one] = [await withOrders(orders), await withOrders(1)];
      const floor = (): Promise<void> => {
        one.forgetOrders();
        return deliverOne(one, 0);
      };
      const of = `order in a ledger of ${orders.toLocaleString('en-GB')}`;
      yield* callsOf(of, many, () => deliverOne(many, 0), one, floor);
      yield await compare({ of, bar: CPU_BAR, subject: () => deliverOne(many, 0), floor }, deps);
    }
    for (const accounts of isShort ? ACCOUNTS.slice(0, 1) : ACCOUNTS) {
      const [many, one] = [await makeBusyWorld({ accounts }), await makeBusyWorld({ accounts: 1 })];
      let at = 0;
      const subject = (): Promise<void> => deliverOne(many, at++ % accounts);
      const floor = (): Promise<void> => deliverOne(one, 0);
      // Each account has signed in and knows its buyer.
      for (let index = 0; index < accounts; index += 1) await subject();
      await floor();
      const of = `order with ${accounts} accounts`;
      yield* callsOf(of, many, subject, one, floor);
      yield await compare({ of, bar: CPU_BAR, subject, floor }, deps);
      yield* callsOf(
        `minute without work of ${accounts} accounts`,
        many,
        () => many.pass(60_000),
        one,
        () => one.pass(60_000),
        accounts,
      );
    }
    yield* delays();
  },
};

const CPU_BAR = { most: 1.25 };
const NO_GROWTH = { most: 1 };

const deliverOne = async (world: BusyWorld, account: number): Promise<void> => {
  await world.arrive(world.nextOrder(account), shopOf(account));
  while (await world.workOff());
};

/** A world of one account that has so many settled orders. */
const withOrders = async (orders: number): Promise<BusyWorld> => {
  const world = await makeBusyWorld({ accounts: 1 });
  await deliverOne(world, 0);
  const settled = world.order();
  if (settled.status !== 'settled') throw new Error(`the order is ${settled.status} ${settled.reason}`);
  for (let more = 1; more < orders; more += 1) await world.ledger.write(another(settled, more));
  return world;
};

const another = (order: OrderRecord, index: number): OrderRecord => {
  const snapshot = { ...order.snapshot, orderId: `earlier-${index}` };
  return { ...order, snapshot, key: orderKeyOf(snapshot), version: 1 };
};

/** Reads and writes of the ledger for one time, for each of so many. */
async function* callsOf(
  of: string,
  world: BusyWorld,
  work: () => Promise<void>,
  floorWorld: BusyWorld,
  floorWork: () => Promise<void>,
  each = 1,
): AsyncGenerator<Figure> {
  const [measured, floor] = [await countCalls(world, work), await countCalls(floorWorld, floorWork)];
  // Where there is nothing to write, there is nothing to compare.
  for (const calls of ['reads', 'writes'] as const)
    if (floor[calls] > 0)
      yield toFigure({
        of,
        unit: `ledger ${calls}`,
        measured: measured[calls] / each,
        floor: floor[calls],
        bar: NO_GROWTH,
      });
}

const countCalls = async ({ ledgerCalls }: BusyWorld, work: () => Promise<void>) => {
  const { reads, writes } = ledgerCalls;
  await work();
  return { reads: ledgerCalls.reads - reads, writes: ledgerCalls.writes - writes };
};

/** Batches until all orders but the first account's are settled, where that one is held or CO3 does not answer it. */
async function* delays(): AsyncGenerator<Figure> {
  const floor = await batchesUntilSettled(await makeBusyWorld({ accounts: 20 }));
  const held = await makeBusyWorld({ accounts: 20 });
  const lane = await held.ledger.read('lane', accountOf(0));
  if (lane === undefined) throw new Error('there is no lane');
  const hold = { reason: 'by-hand', code: null, method: null } as const;
  await held.ledger.write({ ...withHold(lane, hold, held.clock.now()), ...laneHead(lane) });
  const silent = await makeBusyWorld({ accounts: 20, isFirstSilent: true });
  const bar = { most: (floor + 1) / floor };
  for (const [of, world] of [
    ['19 accounts beside one that is held', held],
    ['19 accounts beside one that CO3 does not answer', silent],
  ] as const) {
    const measured = await batchesUntilSettled(world);
    const first = world.ledger.all('order').filter(({ account }) => account === accountOf(0));
    if (first.some(({ status }) => status === 'settled')) throw new Error('the account was not kept from its work');
    yield toFigure({ of, unit: 'batches', measured, floor, bar });
  }
}

const laneHead = ({ version }: { readonly version: number }) => ({
  kind: 'lane' as const,
  key: accountOf(0),
  version: version + 1,
  writeId: 'held',
});

const ORDERS_EACH = 10;

const batchesUntilSettled = async (world: BusyWorld): Promise<number> => {
  for (let order = 0; order < ORDERS_EACH; order += 1)
    for (let account = 0; account < 20; account += 1) await world.arrive(world.nextOrder(account), shopOf(account));
  for (let batches = 1; await world.workOff(); batches += 1) {
    const others = world.ledger.all('order').filter(({ account }) => account !== accountOf(0));
    if (others.length === 19 * ORDERS_EACH && others.every(({ status }) => status === 'settled')) return batches;
  }
  throw new Error('the queue is empty, and not all orders are settled');
};
