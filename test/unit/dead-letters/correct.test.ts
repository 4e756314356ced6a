import { describe, expect, it } from 'vitest';
import { correctLetter, readCorrecting } from '../../../lib/dead-letters/correct.ts';
import type { Change } from '../../../lib/dead-letters/order-changes.ts';
import type { OrderRecord } from '../../../lib/deliver/records.ts';
import type { Instant } from '../../../lib/event/time.ts';
import { aCorrection, aStep } from '../../support/ledger-records.ts';
import { aBuyer, anOrder } from '../../support/orders.ts';
import { programmedCo3 } from '../../support/programmed-co3.ts';
import { type Parked, parkLetterOf, parkUnknown, parkWithoutId } from '../../support/undecided.ts';
import { makeWorld, type World } from '../../support/world.ts';

const NEW_MAIL: Change = { path: 'buyer.email', value: ' anna@example.hu ' };
const NOW = '2026-12-02T10:00:00.000Z' as Instant;

const aWorld = (): World => makeWorld({ transport: programmedCo3().transport });
const parked = async (more: Omit<Parked, 'name'> = {}) => {
  const world = aWorld();
  return { world, id: await parkLetterOf(world, { name: 'InvalidEmail', ...more }) };
};
const correct = (world: World, id: string, changes: readonly Change[] = [NEW_MAIL], why = 'by telephone') =>
  correctLetter(world.deps, id, changes, { by: 'erika', why }, world.clock.now());

describe('a correction', () => {
  it('stands in the order and in the letter’s history, and makes nothing due', async () => {
    const { world, id } = await parked();
    const before = world.order();

    const done = await correct(world, id);

    const made = aCorrection({ why: 'by telephone', at: NOW });
    expect(done.ok).toBe(true);
    expect(world.order()).toStrictEqual({ ...before, version: 2, writeId: 'id-1', corrections: [made] });
    expect(world.ledger.all('letter')[0]?.letter).toMatchObject({
      state: 'parked',
      history: [
        {
          ...{ at: NOW, action: 'corrected', by: 'erika', why: 'by telephone' },
          changes: [{ path: 'buyer.email', old: 'anna.minta@example.com', new: 'anna@example.hu' }],
        },
      ],
    });
  });

  it('of what was corrected before takes its place, and is for what the shop sends', async () => {
    const earlier = aCorrection({ new: 'anna@first.example' });
    const { world, id } = await parked({ order: { corrections: [earlier] } });

    const done = await correct(world, id);

    expect(world.order().corrections).toStrictEqual([
      { ...earlier, endedAt: NOW },
      aCorrection({ why: 'by telephone', at: NOW }),
    ]);
    expect(done).toMatchObject({ value: { draft: { changes: [{ old: 'anna@first.example' }] } } });
  });

  it('that puts back what the shop sends only ends the one before', async () => {
    const { world, id } = await parked({ order: { corrections: [aCorrection()] } });

    await correct(world, id, [{ path: 'buyer.email', value: 'anna.minta@example.com' }]);

    expect(world.order().corrections).toStrictEqual([aCorrection({ endedAt: NOW })]);
  });

  it('leaves room in the record: of those that have ended the last twenty stay', async () => {
    const corrections = Array.from({ length: 30 }, (_, at) => aCorrection({ new: `${at}`, endedAt: NOW }));
    const { world, id } = await parked({ order: { corrections } });

    await correct(world, id);

    expect(world.order().corrections.map(({ new: value }) => value)).toStrictEqual([
      ...corrections.slice(10).map(({ new: value }) => value),
      'anna@example.hu',
    ]);
  });
});

describe('a correction is refused, and nothing is written', () => {
  it.each<[string, Omit<Parked, 'name'>, string]>([
    ['while the letter is being redriven', { letter: { state: 'redriving' } }, 'not-parked'],
    ['of a closed letter', { letter: { state: 'closed' } }, 'not-parked'],
    ['of what is no order', { record: { work: { kind: 'product', key: 'p' } } }, 'no-order'],
    ['of a message', { record: { work: null } }, 'no-order'],
    [
      'where the order has another letter',
      { order: { letter: { id: 'letter-2', content: null } } },
      'answered-meanwhile',
    ],
    ['where the order has none any more', { order: { letter: null } }, 'answered-meanwhile'],
    ['while the order is due', { order: { status: 'due' } }, 'being-tried'],
    ['while a redrive is under way', { order: { redrive: true } }, 'being-tried'],
    ['while something is on its way', { order: { steps: [aStep({ state: 'sent' })] } }, 'being-tried'],
    ['where the shop is not in the settings', { order: { shop: 'gone' } }, 'not-in-settings'],
    ['where the account is not in the settings', { order: { account: 'gone' } }, 'not-in-settings'],
  ])('%s', async (_, more, why) => {
    const { world, id } = await parked(more);
    const before = [world.order(), world.ledger.all('letter')];

    const done = await correct(world, id);

    expect(done).toMatchObject({ ok: false, problem: { why } });
    expect([world.order(), world.ledger.all('letter')]).toStrictEqual(before);
  });

  it.each([
    ['OutcomeUnknown', parkUnknown],
    ['DocumentIdUnknown', parkWithoutId],
  ] as const)('of the letter %s', async (_, park) => {
    const world = aWorld();

    expect(await correct(world, await park(world))).toMatchObject({ ok: false, problem: { why: 'outcome-unknown' } });
  });

  it('of a letter that is not there', async () => {
    expect(await correct(aWorld(), 'x')).toMatchObject({ ok: false, problem: { why: 'no-such-letter' } });
  });

  it.each(['two\nlines', 'x'.repeat(201), 'turned \u202e round'])('for the reason %j', async (why) => {
    const { world, id } = await parked();

    expect(await correct(world, id, [NEW_MAIL], why)).toMatchObject({ ok: false, problem: { why: 'faulty-reason' } });
  });

  it.each<[string, Partial<OrderRecord>, string]>([
    [
      'the shop has sent another value',
      { snapshot: anOrder({ buyer: aBuyer({ email: 'x@y.example' }) }) },
      'changed-meanwhile',
    ],
    ['the shop has sent something, and it is to be tried', { status: 'due' }, 'being-tried'],
    ['it has another letter', { letter: { id: 'letter-2', content: null } }, 'answered-meanwhile'],
  ])('where, between the look and the write, %s', async (_, change, why) => {
    const { world, id } = await parked();
    const known = world.order();
    const late = {
      ...world.deps,
      ledger: {
        ...world.ledger,
        read: async (...given: Parameters<typeof world.ledger.read>) => {
          const read = await world.ledger.read(...given);
          if (given[0] === 'order') await world.ledger.write({ ...known, ...change, version: known.version + 1 });
          return read;
        },
      } as World['ledger'],
    };

    const done = await correctLetter(late, id, [NEW_MAIL], { by: 'erika', why: '' }, world.clock.now());

    expect(done).toMatchObject({ ok: false, problem: { why } });
    expect(world.order().corrections).toStrictEqual([]);
  });
});

it('a look reads what a correction is checked against, and writes nothing', async () => {
  const { world, id } = await parked();
  const before = [world.order(), world.ledger.all('letter')];

  const read = await readCorrecting(world.deps, id, world.clock.now());

  expect(read).toMatchObject({ ok: true, value: { order: before[0], shop: { id: 'acme-shop' } } });
  expect([world.order(), world.ledger.all('letter')]).toStrictEqual(before);
});
