import { expect, it } from 'vitest';
import { emptyLane, resumed, withHold } from '../../lib/deliver/lane-state.ts';
import { updateRecord } from '../../lib/deliver/update-record.ts';
import { aBuyer, anOrder } from '../support/orders.ts';
import { makeSimulatedWorld } from '../support/simulated-world.ts';
import { START } from '../support/world.ts';

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
