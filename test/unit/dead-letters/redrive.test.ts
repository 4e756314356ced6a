import { describe, expect, it } from 'vitest';
import { redriveFromQueue, redriveLetter } from '../../../lib/dead-letters/redrive.ts';
import type { OrderRecord } from '../../../lib/deliver/records.ts';
import { aLiveDocument, aStep } from '../../support/ledger-records.ts';
import { programmedCo3 } from '../../support/programmed-co3.ts';
import { anUnknownStep, parkLetterOf, parkUnknown, parkWithoutId } from '../../support/undecided.ts';
import { makeWorld, type World } from '../../support/world.ts';

const aWorld = (): World => makeWorld({ transport: programmedCo3().transport });
const letterIn = (world: World) => world.ledger.all('letter')[0]?.letter;
const redrive = (world: World, id: string) => redriveLetter(world.deps, id, 'anna', world.clock.now());
const moveBack = (world: World, id: string) => redriveFromQueue(world.deps, id, world.clock.now());

const TWO_THAT_DIFFER: Partial<OrderRecord> = {
  documents: [
    aLiveDocument({ marker: 'test/1', shownMinor: null }),
    aLiveDocument({ marker: 'test/2', shownMinor: 635_100 }),
    aLiveDocument({ marker: 'test/3', shownMinor: 635_200 }),
  ],
};
const TWO_DOUBLED: Partial<OrderRecord> = {
  steps: [
    aStep({ marker: 'test/1', state: 'done' }),
    aStep({ marker: 'test/2', state: 'written-off', doubles: ['43'] }),
    aStep({ marker: 'test/3', state: 'done', doubles: ['44', '45'] }),
  ],
};

describe('a redrive of an undecided letter', () => {
  it('is refused, and says what else can be done', async () => {
    const world = aWorld();
    const id = await parkUnknown(world);

    const result = await redrive(world, id);

    expect(result).toMatchObject({ ok: false, problem: { why: 'outcome-unknown' } });
    if (!result.ok) {
      expect(result.problem.text).toContain('could double it');
      expect(result.problem.text).toContain('bridge dlq adopt letter-1 --as NUMBER');
      expect(result.problem.text).toContain('bridge dlq redrive letter-1 --send-again');
    }
    expect(letterIn(world)?.state).toBe('parked');
  });

  it('whose document CO3 has acknowledged is refused, and nothing is said of sending again', async () => {
    const world = aWorld();
    const id = await parkWithoutId(world);

    const result = await redrive(world, id);

    expect(result).toMatchObject({ ok: false, problem: { why: 'outcome-unknown' } });
    if (!result.ok) {
      expect(result.problem.text).toContain('bridge dlq adopt letter-1 --as NUMBER');
      expect(result.problem.text).not.toContain('--send-again');
    }
  });

  it.each([
    ['OutcomeUnknown', parkUnknown],
    ['DocumentIdUnknown', parkWithoutId],
  ] as const)('in the AWS console leaves %s with its person, and announces it anew', async (_, park) => {
    const world = aWorld();
    const id = await park(world);
    const before = world.order();

    const order = await moveBack(world, id);

    expect(order).toBeUndefined();
    expect(world.order()).toStrictEqual(before);
    expect(letterIn(world)).toMatchObject({ state: 'parked', history: [] });
    expect(world.deadLetters.bodies()).toHaveLength(1);
  });

  it('in the AWS console does not stop what a person has asked for', async () => {
    const world = aWorld();
    const asked = { at: '2026-12-02T09:59:00.000Z', action: 'adopted', by: 'anna', why: '2026/00042', changes: [] };
    const id = await parkLetterOf(world, {
      name: 'OutcomeUnknown',
      order: { steps: [anUnknownStep()] },
      letter: { state: 'redriving', history: [asked as never] },
    });

    await moveBack(world, id);

    expect(world.order().steps[0]?.look?.adopt).toStrictEqual({ as: '2026/00042', by: 'anna' });
    expect(world.ledger.all('letter')[0]).toMatchObject({
      messageId: null,
      letter: { state: 'redriving', history: [asked] },
    });
  });
});

describe.each([
  ['by the command', redrive],
  ['in the AWS console', moveBack],
])('a redrive %s', (_, redriveIt) => {
  it('of a document with another sum accepts what CO3 shows for it, and for no other', async () => {
    const world = aWorld();
    const id = await parkLetterOf(world, { name: 'AmountDiffers', order: TWO_THAT_DIFFER });

    await redriveIt(world, id);

    expect(world.order().documents.map(({ shownMinor, acceptedMinor }) => [shownMinor, acceptedMinor])).toStrictEqual([
      [null, null],
      [null, 635_100],
      [635_200, null],
    ]);
    // What CO3 shows is accepted; that lets nothing go which is planned on it.
    expect(world.order()).toMatchObject({ redrive: false, status: 'due', dueAt: world.clock.now() });
  });

  it('of a doubled document takes the surplus one for cancelled, and no other', async () => {
    const world = aWorld();
    const id = await parkLetterOf(world, { name: 'DuplicateFound', order: TWO_DOUBLED });

    await redriveIt(world, id);

    expect(world.order().steps.map(({ doubles }) => doubles)).toStrictEqual([[], [], ['44', '45']]);
  });

  it('of a letter that its order has no more accepts nothing', async () => {
    const world = aWorld();
    const order = { ...TWO_THAT_DIFFER, ...TWO_DOUBLED, letter: { id: 'letter-2', content: null } };
    const id = await parkLetterOf(world, { name: 'AmountDiffers', order });

    await redriveIt(world, id);

    expect(world.order()).toMatchObject({ ...TWO_THAT_DIFFER, ...TWO_DOUBLED });
  });
});

it('a second redrive in the AWS console accepts nothing that nobody was told of', async () => {
  const world = aWorld();
  const id = await parkLetterOf(world, { name: 'AmountDiffers', order: TWO_THAT_DIFFER });

  await moveBack(world, id);
  await moveBack(world, id);

  expect(world.order().documents.map(({ shownMinor }) => shownMinor)).toStrictEqual([null, null, 635_200]);
});
