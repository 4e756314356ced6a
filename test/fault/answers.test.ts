import { describe, expect, it } from 'vitest';
import { adoptDocument } from '../../lib/dead-letters/adopt.ts';
import { redriveLetter } from '../../lib/dead-letters/redrive.ts';
import { sendAgain } from '../../lib/dead-letters/send-again.ts';
import { sweepLetters } from '../../lib/dead-letters/sweep.ts';
import type { OrderRecord } from '../../lib/deliver/records.ts';
import type { Result } from '../../lib/event/result.ts';
import { makeKiller } from '../support/killer.ts';
import { aLiveDocument } from '../support/ledger-records.ts';
import { anAccount } from '../support/orders.ts';
import { programmedCo3 } from '../support/programmed-co3.ts';
import { anUnknownStep, parkLetterOf, parkUnknown, parkWithoutId } from '../support/undecided.ts';
import { type Around, makeWorld, type World } from '../support/world.ts';

const MINUTE = 60_000;
const MOST_CALLS = 20;
const MOMENTS = Array.from({ length: MOST_CALLS }, (_, at) => at + 1).flatMap((at) => [
  { at, when: 'before' as const },
  { at, when: 'after' as const },
]);

interface Answer {
  readonly title: string;
  readonly park: (world: World) => Promise<string>;
  readonly give: (world: World, id: string) => Promise<Result<unknown, unknown>>;
  readonly action: string;
  /** What of the order shows that it was answered. */
  readonly trace: (order: OrderRecord) => unknown;
  readonly answered: unknown;
}

const adopt = {
  give: (world: World, id: string) => adoptDocument(world.deps, id, '2026/00042', 'anna', world.clock.now()),
  action: 'adopted',
  trace: ({ steps }: OrderRecord) => steps.map(({ look }) => look?.adopt ?? null),
  answered: [{ as: '2026/00042', by: 'anna' }],
};
const ANSWERS: readonly Answer[] = [
  { title: 'adopts a document that got no answer', park: (world) => parkUnknown(world), ...adopt },
  { title: 'adopts a document without an id', park: (world) => parkWithoutId(world), ...adopt },
  {
    title: 'sends a document again',
    park: (world) => parkUnknown(world),
    give: (world, id) => sendAgain(world.deps, id, 'anna', world.clock.now(), anAccount().readBack),
    action: 'sent-again',
    trace: ({ steps }) => steps.map(({ state }) => state),
    answered: ['written-off'],
  },
  {
    title: 'accepts another sum',
    park: (world) =>
      parkLetterOf(world, { name: 'AmountDiffers', order: { documents: [aLiveDocument({ shownMinor: 635_100 })] } }),
    give: (world, id) => redriveLetter(world.deps, id, 'anna', world.clock.now()),
    action: 'redriven',
    trace: ({ documents }) => documents.map(({ acceptedMinor }) => acceptedMinor),
    answered: [635_100],
  },
];

describe.each(ANSWERS)('a command that $title', ({ park, give, action, trace, answered }) => {
  it('and is killed at any port call is carried out in the end, or can be given again: never half', async () => {
    const ends = { 'carried out': 0, 'given again': 0 };
    for (const { at, when } of MOMENTS) {
      const killer = makeKiller();
      const world = aWorld(killer.around);
      const id = await park(world);
      killer.arm((_port, _given, count) => count === at, when);

      const end = await Promise.race([give(world, id).then(() => 'ended'), killer.killed()]);
      killer.disarm();
      if (end === 'ended') break;
      world.clock.advance(3 * MINUTE);
      await sweepLetters(world.deps, await world.ledger.letters(), world.clock.now() + MINUTE);
      const isParked = letterIn(world)?.state === 'parked';
      ends[isParked ? 'given again' : 'carried out'] += 1;
      const again = isParked ? await give(world, id) : { ok: true };

      expect({ at, when, isGiven: again.ok, ...stateOf(world, trace) }).toStrictEqual({
        at,
        when,
        isGiven: true,
        letter: 'redriving',
        history: [action],
        order: { reason: 'Redriven', status: 'due' },
        trace: answered,
      });
    }
    expect(ends['carried out']).toBeGreaterThan(2);
    expect(ends['given again']).toBeGreaterThan(2);
  });

  it('and meets an answer of the ledger that is lost is carried out once', async () => {
    let writes = 0;
    const loseAnswers: Around = async (port, effect) => {
      const result = await effect();
      writes += port === 'ledger.write' ? 1 : 0;
      if (port === 'ledger.write') throw new Error('the answer is lost');
      return result;
    };
    const world = aWorld(loseAnswers);
    const id = await park(world);

    const result = await give(world, id);

    expect({ isGiven: result.ok, writes, ...stateOf(world, trace) }).toStrictEqual({
      isGiven: true,
      writes: 2,
      letter: 'redriving',
      history: [action],
      order: { reason: 'Redriven', status: 'due' },
      trace: answered,
    });
  });

  it('is left alone by the sweep once its order is free', async () => {
    const world = aWorld();
    await give(world, await park(world));
    const order = world.order();
    world.clock.advance(10 * MINUTE);

    await sweepLetters(world.deps, await world.ledger.letters(), world.clock.now() + MINUTE);

    expect(world.order()).toStrictEqual(order);
  });
});

it('a sweep that comes late writes nothing off that was sent since', async () => {
  const world = aWorld();
  const id = await parkUnknown(world);
  await sendAgain(world.deps, id, 'anna', world.clock.now(), anAccount().readBack);
  const order = world.order();
  // The next one got no answer either, and the order rests with the same letter.
  const second = anUnknownStep({ generation: 2, marker: 'test/shopify:acme.myshopify.com/1001/invoice/2' });
  await world.ledger.write({
    ...order,
    version: order.version + 1,
    steps: [...order.steps, second],
    redrive: false,
    status: 'letter',
  });
  world.clock.advance(10 * MINUTE);

  await sweepLetters(world.deps, await world.ledger.letters(), world.clock.now() + MINUTE);

  expect(world.order().steps.map(({ state }) => state)).toStrictEqual(['written-off', 'unknown']);
});

const aWorld = (around?: Around): World =>
  makeWorld({ transport: programmedCo3().transport, ...(around === undefined ? {} : { around }) });

const letterIn = (world: World) => world.ledger.all('letter')[0]?.letter;

const stateOf = (world: World, trace: Answer['trace']) => {
  const { reason, status } = world.order();
  return {
    letter: letterIn(world)?.state,
    history: letterIn(world)?.history.map((entry) => entry.action),
    order: { reason, status },
    trace: trace(world.order()),
  };
};
