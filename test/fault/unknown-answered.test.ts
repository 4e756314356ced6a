import { describe, expect, it } from 'vitest';
import type { FaultRule } from '../../infra/local/co3/faults.ts';
import { adoptDocument } from '../../lib/dead-letters/adopt.ts';
import { redriveLetter } from '../../lib/dead-letters/redrive.ts';
import { sendAgain } from '../../lib/dead-letters/send-again.ts';
import type { Instant } from '../../lib/event/time.ts';
import { makeKiller } from '../support/killer.ts';
import { anAccount, anOrder, aPartlyRefundedOrder } from '../support/orders.ts';
import { invoicesOf, makeSimulatedWorld, type SimulatedWorld } from '../support/simulated-world.ts';
import type { Around } from '../support/world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const MADE: FaultRule = { kind: 'commit-then-cut', method: 'setInvoice' };
const NOT_MADE: FaultRule = { kind: 'timeout-before-commit', method: 'setInvoice' };
const MOMENTS = Array.from({ length: 200 }, (_, at) => at + 1).flatMap((at) => [
  { at, when: 'before' as const },
  { at, when: 'after' as const },
]);

describe('a document without an outcome that a person names', () => {
  it('is adopted, and nothing more is sent', async () => {
    const world = await unknownWorld(MADE);

    const adopted = await adopt(world, invoicesOf(world.co3)[0]?.number ?? '');
    await world.pass(3 * MINUTE);

    expect(adopted.ok).toBe(true);
    expect(standing(world)).toStrictEqual({ order: 'settled Invoiced', letters: ['OutcomeUnknown closed'], sent: 1 });
    expect(world.order().documents.map(({ id }) => id)).toStrictEqual(['1']);
  });

  it('wrongly stays with its person, who is told why and can name another', async () => {
    const world = await unknownWorld(MADE);

    await adopt(world, 'NO-SUCH');
    await world.pass(3 * MINUTE);
    const refused = { ...standing(world), refusal: world.order().steps[0]?.look?.refusal ?? '' };
    await adopt(world, '1');
    await world.pass(3 * MINUTE);

    expect(refused).toMatchObject({ order: 'letter OutcomeUnknown', letters: ['OutcomeUnknown parked'] });
    expect(refused.refusal).toContain('NO-SUCH');
    expect(standing(world)).toMatchObject({ order: 'settled Invoiced', letters: ['OutcomeUnknown closed'] });
  });

  it('while CO3 does not answer is looked up once it does', async () => {
    const world = await unknownWorld(MADE);
    world.co3.fault({ kind: '503', times: null });
    await adopt(world, '1');
    await world.pass(20 * MINUTE);
    const meanwhile = standing(world);
    world.co3.clearFaults();

    await world.pass(HOUR);

    expect(meanwhile.letters).toStrictEqual(['OutcomeUnknown redriving']);
    expect(standing(world)).toMatchObject({ order: 'settled Invoiced', letters: ['OutcomeUnknown closed'] });
  });

  it('that CO3 took without an id can be corrected then', async () => {
    const world = worldOf();
    world.co3.setDialect({ acknowledges: 'result' });
    await world.arrive(anOrder());
    await world.deliver();
    await world.arrive(aPartlyRefundedOrder());
    await world.pass(30 * MINUTE);
    const before = standing(world);

    await adopt(world, '1');
    await world.pass(3 * MINUTE);

    expect(before).toMatchObject({ order: 'letter DocumentIdUnknown', sent: 1 });
    expect(world.order().documents.map(({ purpose, corrects }) => [purpose, corrects])).toStrictEqual([
      ['invoice', null],
      ['correction:1', '1'],
    ]);
  });
});

describe('a document without an outcome that a person gives up', () => {
  it('is sent with the next marker', async () => {
    const world = await unknownWorld(NOT_MADE);
    await world.pass(15 * MINUTE);

    const sent = await again(world);
    await world.pass(26 * HOUR);

    expect(sent.ok).toBe(true);
    expect(standing(world)).toStrictEqual({ order: 'settled Invoiced', letters: ['OutcomeUnknown closed'], sent: 1 });
    expect(world.order().steps.map(({ state, generation }) => [state, generation])).toStrictEqual([
      ['written-off', 1],
      ['done', 2],
    ]);
  });

  it('is not sent where nothing is owed any more', async () => {
    const world = await unknownWorld(NOT_MADE);
    await world.pass(15 * MINUTE);
    await world.arrive(anOrder({ changedAt: '2026-12-02T10:05:00.000Z' as Instant, paid: false }));
    await world.deliver();

    await again(world);
    await world.pass(3 * MINUTE);

    expect(standing(world)).toStrictEqual({ order: 'waiting NotPaid', letters: ['OutcomeUnknown closed'], sent: 0 });
  });

  it('and turns up after the other was sent is told of, until a person has seen to it', async () => {
    const world = await unknownWorld({ kind: 'late-commit', ms: 3 * HOUR, method: 'setInvoice' }, 'whole');
    await world.pass(15 * MINUTE);
    await again(world);
    await world.pass(5 * HOUR);
    const doubled = standing(world);

    const id = world.order().letter?.id ?? '';
    await redriveLetter(world.deps, id, 'anna', world.clock.now());
    await world.pass(3 * MINUTE);

    expect(doubled).toStrictEqual({
      order: 'letter DuplicateFound',
      letters: ['DuplicateFound parked', 'OutcomeUnknown closed'],
      sent: 2,
    });
    expect(standing(world)).toMatchObject({
      order: 'settled Invoiced',
      letters: ['DuplicateFound closed', 'OutcomeUnknown closed'],
    });
  });
});

describe.each([
  {
    title: 'adopts',
    fault: MADE,
    give: (world: SimulatedWorld) => adopt(world, '1'),
  },
  {
    title: 'sends again',
    fault: NOT_MADE,
    give: (world: SimulatedWorld) => again(world),
  },
])('a person who $title', ({ fault, give }) => {
  it('has it done once, whenever the command or the worker is killed', async () => {
    let reached = 0;
    for (const { at, when } of MOMENTS) {
      const killer = makeKiller();
      const world = await unknownWorld(fault, 'dropped', killer.around);
      await world.pass(11 * MINUTE);
      killer.arm((_port, _given, count) => count === at, when);

      const work = give(world)
        .then(() => world.deps.events.send({ kind: 'bell', account: 'acme' }))
        .then(() => world.deliver());
      const end = await Promise.race([work.then(() => 'ended'), killer.killed()]);
      killer.disarm();
      if (end === 'ended') break;
      reached += 1;
      await world.pass(14 * MINUTE);
      // A worker that died at the next invoice leaves that one unknown, too: the person looks first.
      if (world.order().status === 'letter') await (invoicesOf(world.co3).length > 0 ? adopt(world, '1') : give(world));
      await world.pass(6 * MINUTE);

      const { order, letters, sent } = standing(world);
      const isClosed = letters.every((letter) => letter === 'OutcomeUnknown closed');
      expect({ at, when, order, isClosed, sent, last: world.order().steps.at(-1)?.state }).toStrictEqual({
        at,
        when,
        order: 'settled Invoiced',
        isClosed: true,
        sent: 1,
        last: 'done',
      });
    }
    expect(reached).toBeGreaterThan(20);
  });
});

/** Where CO3 keeps no comments (unless it is to), a marker is never found. */
function worldOf(comment: 'whole' | 'dropped' = 'dropped', around?: Around): SimulatedWorld {
  return makeSimulatedWorld({
    seed: 1,
    dialect: { comment, rounding: 'row', forintDecimals: 2, jitterMs: 0, acknowledges: 'result-and-id' },
    ...(around === undefined ? {} : { around }),
  });
}

/** A world whose order got no answer to its invoice. */
async function unknownWorld(
  fault: FaultRule,
  comment: 'whole' | 'dropped' = 'dropped',
  around?: Around,
): Promise<SimulatedWorld> {
  const world = worldOf(comment, around);
  world.co3.fault(fault);
  await world.arrive(anOrder());
  await world.deliver();
  return world;
}

const letterOf = (world: SimulatedWorld): string => world.order().letter?.id ?? '';

const adopt = (world: SimulatedWorld, as: string) =>
  adoptDocument(world.deps, letterOf(world), as, 'anna', world.clock.now());

const again = (world: SimulatedWorld) =>
  sendAgain(world.deps, letterOf(world), 'anna', world.clock.now(), anAccount().readBack);

function standing(world: SimulatedWorld) {
  const { status, reason } = world.order();
  return {
    order: `${status} ${reason}`,
    letters: world.ledger
      .all('letter')
      .map(({ letter }) => `${letter.error.name} ${letter.state}`)
      .sort(),
    sent: invoicesOf(world.co3).length,
  };
}
