import { makeDeliver } from '../../lib/deliver/deliver.ts';
import { makeBusyWorld } from './busy-world.ts';
import { toFigure } from './figure.ts';
import type { Measurement } from './measurement.ts';

/** What is left in memory after so many orders, where ledger, queue and CO3 keep nothing in this process. */
export const memory: Measurement = {
  name: 'memory',
  figures: async function* ({ isShort }) {
    const [few, many] = isShort ? [200, 1_000] : [1_000, 10_000];
    const world = await makeBusyWorld({ accounts: 1 });
    const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const deliver = makeDeliver({ ...world.deps, log: silent });
    const heapAfter = async (orders: number): Promise<number> => {
      for (let order = 0; order < orders; order += 10) {
        for (let more = 0; more < 10; more += 1) await world.arrive(world.nextOrder(), 'shop-0');
        for (
          let messages = world.events.receive(120_000);
          messages.length > 0;
          messages = world.events.receive(120_000)
        )
          await deliver({ messages, deadline: world.clock.now() + 60_000 });
        const left = world.ledger.all('order').filter(({ status }) => status !== 'settled');
        if (left.length > 0) throw new Error(`an order is ${left[0]?.status} ${left[0]?.reason}`);
        world.forgetOrders();
      }
      return heapMb();
    };
    const floor = await heapAfter(few);
    const measured = await heapAfter(many - few);
    const of = `heap after ${many.toLocaleString('en-GB')} orders, to that after ${few.toLocaleString('en-GB')}`;
    yield toFigure({ of, unit: 'MB', measured, floor, bar: { most: 1.1 } });
  },
};

const heapMb = (): number => {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1_048_576;
};
