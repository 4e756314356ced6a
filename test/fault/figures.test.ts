import { expect, it } from 'vitest';
import { emptyLane, resumed, withHold } from '../../lib/deliver/lane-state.ts';
import { updateRecord } from '../../lib/deliver/update-record.ts';
import { aBuyer, anOrder } from '../support/orders.ts';
import { makeSimulatedWorld } from '../support/simulated-world.ts';
import { type Around, START } from '../support/world.ts';

const MINUTE = 60_000;

it('notes each call once, in the minute in which it was made', async () => {
  const world = makeSimulatedWorld({ seed: 1 });
  await world.arrive(anOrder());
  await world.pass(MINUTE);
  await world.arrive(anOrder({ orderId: '1002', number: '#1002' }));
  await world.pass(MINUTE);

  const noted = world.figures.flatMap(([{ Co3Calls: calls }, at]) => (calls === undefined ? [] : [{ at, calls }]));

  const lane = await world.ledger.read('lane', 'acme');
  expect(noted).toStrictEqual(lane?.calls);
  expect(noted.map(({ at }) => at)).toStrictEqual([START + MINUTE, START + 2 * MINUTE]);
});

it('notes with each tick how the stage stands', async () => {
  const world = makeSimulatedWorld({ seed: 1 });
  await world.arrive(anOrder({ buyer: aBuyer({ email: 'no-address' }) }));
  await world.deliver();

  await world.pass(90 * MINUTE);

  const standing = world.figures.filter(([figures]) => 'OpenLetters' in figures);
  expect(standing).toHaveLength(90);
  expect(standing.at(-1)).toStrictEqual([
    { LanesHeld: 0, OldestDueMinutes: 0, OpenLetters: 1, OldestLetterHours: expect.closeTo(1.5, 2) },
  ]);
});

it('counts work as due that no worker takes, and not what waits for a lane to open', async () => {
  const world = makeSimulatedWorld({ seed: 1 });
  const change = (to: typeof resumed) => updateRecord(world.deps, 'lane', 'acme', (known) => to(known ?? emptyLane()));
  await change((lane) => withHold(lane, { reason: 'by-hand', code: null, method: null }, START));
  await world.arrive(anOrder());
  await world.pass(20 * MINUTE);
  const whileHeld = world.figures.at(-1);

  await change((lane) => ({ ...resumed(lane), lease: { id: 'of-a-worker-that-hangs', until: START + 60 * MINUTE } }));
  await world.pass(10 * MINUTE);
  const afterwards = world.figures.at(-1);

  expect(whileHeld).toMatchObject([{ LanesHeld: 1, OldestDueMinutes: 0 }]);
  expect(afterwards).toMatchObject([{ LanesHeld: 0, OldestDueMinutes: 29 }]);
});

it('notes no figures of the stage while what is due cannot be read, and says whose', async () => {
  let isReadable = true;
  const around: Around = async (port, effect) => {
    if (!isReadable && port === 'ledger.due') throw new RangeError('throttled');
    return effect();
  };
  const world = makeSimulatedWorld({ seed: 1, around });
  await world.pass(MINUTE);

  isReadable = false;
  await world.pass(3 * MINUTE);
  isReadable = true;
  await world.pass(MINUTE);

  expect(world.figures).toHaveLength(2);
  expect(world.logged.filter(({ event }) => event === 'due work not read')).toStrictEqual(
    Array.from({ length: 3 }, () => ({ event: 'due work not read', account: 'acme', errorName: 'RangeError' })),
  );
});

it('asks once in a minute what is due for an account, for its bell and for the figures', async () => {
  const asked: unknown[] = [];
  const around: Around = async (port, effect, given) => {
    if (port === 'ledger.due') asked.push(given.slice(0, 2));
    return effect();
  };
  const world = makeSimulatedWorld({ seed: 1, around });

  await world.pass(MINUTE);

  expect(asked).toStrictEqual([
    ['acme', 'orders'],
    ['acme', 'catalogue'],
  ]);
});
