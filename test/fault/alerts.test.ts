import { describe, expect, it } from 'vitest';
import { redriveLetter } from '../../lib/dead-letters/redrive.ts';
import { emptyLane, resumed, withHold } from '../../lib/deliver/lane-state.ts';
import { updateRecord } from '../../lib/deliver/update-record.ts';
import { aBuyer, anOrder } from '../support/orders.ts';
import { makeSimulatedWorld } from '../support/simulated-world.ts';
import type { Around, WorldOptions } from '../support/world.ts';

const MINUTE = 60_000;
const BAD_EMAIL = 'no-address';

describe('a letter', () => {
  it('is mailed with the next tick, and further ones of its cause are not', async () => {
    const world = makeSimulatedWorld({ seed: 1 });
    await world.arrive(badEmail('1001'));
    await world.deliver();

    await world.pass(MINUTE);
    await world.arrive(badEmail('1002'));
    await world.pass(5 * MINUTE);

    expect(world.ledger.all('letter')).toHaveLength(2);
    expect(subjectsOf(world)).toStrictEqual(['co3-shop-bridge test: letters of acme-shop, 22 InvalidEmail']);
  });

  it('that comes back after a redrive is no news', async () => {
    const world = makeSimulatedWorld({ seed: 1 });
    await world.arrive(badEmail('1001'));
    await world.deliver();
    await world.pass(MINUTE);

    const freed = await redriveLetter(world.deps, world.ledger.all('letter')[0]?.key ?? '', 'jane', world.clock.now());
    await world.pass(5 * MINUTE);

    expect(freed.ok).toBe(true);
    expect(world.ledger.all('letter').map(({ letter }) => letter.history.map(({ action }) => action))).toStrictEqual([
      ['parked', 'redriven', 'parked'],
    ]);
    expect(world.mails).toHaveLength(1);
  });

  it('that was answered makes the next one of its cause news again', async () => {
    const world = makeSimulatedWorld({ seed: 1 });
    await world.arrive(badEmail('1001'));
    await world.deliver();
    await world.pass(MINUTE);
    await world.arrive(anOrder({ orderId: '1001', changedAt: LATER }));
    await world.pass(30 * MINUTE);

    await world.arrive(badEmail('1002'));
    await world.deliver();
    await world.pass(MINUTE);

    expect(world.ledger.all('letter').map(({ letter }) => letter.state)).toStrictEqual(['closed', 'parked']);
    expect(world.mails).toHaveLength(2);
  });
});

describe('a topic that fails', () => {
  it('is told again with the next tick, and stops neither bells nor the sweep', async () => {
    const topic = failingTopic();
    const world = makeSimulatedWorld({ seed: 1, around: topic.around });
    await world.arrive(badEmail('1001'));
    await world.deliver();
    await world.arrive(anOrder({ orderId: '1001', changedAt: LATER }));
    await world.arrive(badEmail('1002'));
    await world.deliver();

    await world.pass(3 * MINUTE);
    const before = { mails: world.mails.length, queue: world.deadLetters.bodies().length };
    topic.mend();
    await world.pass(3 * MINUTE);

    expect(before).toStrictEqual({ mails: 0, queue: 1 });
    expect(world.logged.filter(({ event }) => event === 'people not told')).toStrictEqual(
      [1, 2, 3].map(() => ({ event: 'people not told', errorName: 'TopicDown' })),
    );
    expect(subjectsOf(world)).toStrictEqual(['co3-shop-bridge test: letters of acme-shop, 22 InvalidEmail']);
  });
});

describe('a lane', () => {
  it('that CO3 shuts is mailed once, and its opening once it lasts', async () => {
    let password = 'wrong';
    const world = makeSimulatedWorld({ seed: 1, password: () => password });
    await world.arrive(anOrder());
    await world.deliver();

    await world.pass(10 * MINUTE);
    password = 'pass-1';
    await world.pass(30 * MINUTE);

    expect(subjectsOf(world)).toStrictEqual([
      'co3-shop-bridge test: held: the lane of acme, CO3 refuses the whole account: 7 AuthenticationFai...',
      'co3-shop-bridge test: open again: the lane of acme',
    ]);
    expect(world.mails[0]?.text).toContain('  orders that wait: 1; nothing is lost\n');
  });

  it('that a person holds and resumes at once is not mailed as open for a minute or two', async () => {
    const world = makeSimulatedWorld({ seed: 1 });
    const change = (to: typeof resumed) =>
      updateRecord(world.deps, 'lane', 'acme', (known) => to(known ?? emptyLane()));
    const hold: typeof resumed = (lane) => withHold(lane, { reason: 'by-hand', code: null, method: null }, 0);

    for (const to of [hold, resumed, hold, resumed, hold]) {
      await change(to);
      await world.pass(MINUTE);
    }

    expect(subjectsOf(world)).toStrictEqual(['co3-shop-bridge test: held: the lane of acme, held by hand']);
  });

  it('that cannot be read for a while is not forgotten, and no news afterwards', async () => {
    let isReadable = true;
    const around: Around = async (port, effect, given) => {
      if (!isReadable && port === 'ledger.read' && given[0] === 'lane' && given[1] === 'acme') throw new Throttled();
      return effect();
    };
    const world = makeSimulatedWorld({ seed: 1, around });
    const cause = { reason: 'by-hand', code: null, method: null } as const;
    await updateRecord(world.deps, 'lane', 'acme', (known) => withHold(known ?? emptyLane(), cause, 0));
    await world.pass(MINUTE);

    isReadable = false;
    await world.pass(10 * MINUTE);
    isReadable = true;
    await world.pass(10 * MINUTE);

    expect(world.mails).toHaveLength(1);
    expect(world.logged.filter(({ event }) => event === 'lane not read')).toStrictEqual(
      Array.from({ length: 10 }, () => ({ event: 'lane not read', account: 'acme', errorName: 'Throttled' })),
    );
  });
});

const LATER = '2026-12-02T10:30:00.000Z' as ReturnType<typeof anOrder>['changedAt'];

const badEmail = (orderId: string) => {
  const order = anOrder({ orderId, number: `#${orderId}` });
  return { ...order, buyer: aBuyer({ email: BAD_EMAIL }) };
};

const subjectsOf = ({ mails }: ReturnType<typeof makeSimulatedWorld>) => mails.map(({ subject }) => subject);

class Throttled extends Error {
  override readonly name = 'Throttled';
}

class TopicDown extends Error {
  override readonly name = 'TopicDown';
}

const failingTopic = (): { readonly around: NonNullable<WorldOptions['around']>; mend(): void } => {
  let isDown = true;
  return {
    around: async (port, effect) => {
      if (port === 'alerts.tell' && isDown) throw new TopicDown();
      return effect();
    },
    mend: () => {
      isDown = false;
    },
  };
};
