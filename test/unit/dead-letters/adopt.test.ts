import { describe, expect, it } from 'vitest';
import { adoptDocument } from '../../../lib/dead-letters/adopt.ts';
import { sendAgain } from '../../../lib/dead-letters/send-again.ts';
import { aLiveDocument, aStep } from '../../support/ledger-records.ts';
import { anAccount } from '../../support/orders.ts';
import { programmedCo3 } from '../../support/programmed-co3.ts';
import {
  aLook,
  anUnknownStep,
  aPaymentStep,
  foundMeanwhile,
  parkLetterOf,
  parkUnknown,
  parkWithoutId,
} from '../../support/undecided.ts';
import { makeWorld, type World } from '../../support/world.ts';

const DAY = 24 * 60 * 60_000;
const aWorld = (): World => makeWorld({ transport: programmedCo3().transport });
const letterIn = (world: World) => world.ledger.all('letter')[0]?.letter;
const adopt = (world: World, id: string, as = '2026/00042', by = 'anna') =>
  adoptDocument(world.deps, id, as, by, world.clock.now());

describe('adopting a document', () => {
  it('has CO3 searched for its number at once', async () => {
    const world = aWorld();
    const id = await parkUnknown(world, anUnknownStep({ look: aLook({ refusal: 'It is in EUR.' }) }));
    const now = world.clock.now();

    const adopted = await adopt(world, id, ' 2026/00042\n');

    const order = world.order();
    expect(adopted).toStrictEqual({ ok: true, value: order });
    expect(order).toMatchObject({ redrive: true, status: 'due', dueAt: now, starts: 0, tries: 0 });
    expect(order.steps).toStrictEqual([
      anUnknownStep({ look: aLook({ at: now, adopt: { as: '2026/00042', by: 'anna' }, refusal: null }) }),
    ]);
    expect(letterIn(world)?.state).toBe('redriving');
    expect(letterIn(world)?.history.at(-1)).toStrictEqual({
      at: '2026-12-02T10:00:00.000Z',
      action: 'adopted',
      by: 'anna',
      why: '2026/00042',
      changes: [],
    });
  });

  it('begins a search where there was none', async () => {
    const world = aWorld();
    const id = await parkUnknown(world, anUnknownStep({ look: null }));
    const now = world.clock.now();

    await adopt(world, id);

    expect(world.order().steps[0]?.look).toStrictEqual({
      reads: 0,
      at: now,
      until: now + DAY,
      isPersonAsked: true,
      seen: [],
      adopt: { as: '2026/00042', by: 'anna' },
      refusal: null,
    });
  });

  it('that CO3 took without an id is of the document that the letter names', async () => {
    const world = aWorld();
    const first = { purpose: 'invoice', generation: 1, marker: 'test/1' };
    const second = { purpose: 'invoice', generation: 2, marker: 'test/2' };
    const documents = [aLiveDocument({ ...first, id: null }), aLiveDocument({ ...second, id: null })];
    const steps = [aStep({ ...first, state: 'done' }), aStep({ ...second, state: 'done' })];
    const id = await parkWithoutId(world, { steps, documents }, documents[0]);

    const adopted = await adopt(world, id);

    expect(adopted.ok).toBe(true);
    expect(world.order().steps.map(({ look }) => look?.adopt ?? null)).toStrictEqual([
      { as: '2026/00042', by: 'anna' },
      null,
    ]);
  });

  it('is refused to the second of two people, whatever the other asked for', async () => {
    const results = await Promise.all(
      [adopt, sendAgainNow].map(async (other) => {
        const world = aWorld();
        const id = await parkUnknown(world);
        return Promise.all([other(world, id), adopt(world, id, '2026/00043', 'bela')]);
      }),
    );

    for (const pair of results)
      expect(pair.map((result) => (result.ok ? 'done' : result.problem.why)).sort()).toStrictEqual([
        'done',
        'not-parked',
      ]);
  });

  it.each([[''], [' \t '], ['4\u00002'], ['4\n2'], ['4\u202e2'], ['4\u20282'], ['x'.repeat(65)]])(
    'is refused for %j, which is no number',
    async (as) => {
      const world = aWorld();
      const id = await parkUnknown(world);

      const result = await adopt(world, id, as);

      expect(result).toMatchObject({ ok: false, problem: { why: 'faulty-number' } });
      expect(letterIn(world)?.state).toBe('parked');
    },
  );

  it('takes a number of 64 characters', async () => {
    const world = aWorld();

    expect((await adopt(world, await parkUnknown(world), 'x'.repeat(64))).ok).toBe(true);
  });

  it('is refused for an unknown letter', async () => {
    expect(await adopt(aWorld(), 'nothing')).toMatchObject({ problem: { why: 'no-such-letter' } });
  });

  it('is refused for a letter that is closed', async () => {
    const world = aWorld();
    const id = await parkLetterOf(world, { name: 'OutcomeUnknown', letter: { state: 'closed' } });

    expect(await adopt(world, id)).toMatchObject({ problem: { why: 'not-parked' } });
  });

  it('is refused for a letter without an order', async () => {
    const world = aWorld();
    const id = await parkLetterOf(world, { name: 'UnreadablePayload', record: { work: null } });

    expect(await adopt(world, id)).toMatchObject({ problem: { why: 'no-order' } });
  });

  it('is refused for a letter of another kind, and says which letters it is for', async () => {
    const world = aWorld();
    const id = await parkLetterOf(world, { name: 'InvalidEmail', order: { steps: [anUnknownStep()] } });

    const result = await adopt(world, id);

    expect(result).toMatchObject({ problem: { why: 'other-letter' } });
    if (!result.ok) expect(result.problem.text).toMatch(/is InvalidEmail.*OutcomeUnknown and DocumentIdUnknown/);
    expect(world.order().dueAt).toBeNull();
  });

  it('is refused where nothing is unknown any more', async () => {
    const world = aWorld();
    const id = await parkUnknown(world, anUnknownStep({ state: 'done', id: '42', look: null }));

    expect(await adopt(world, id)).toMatchObject({ problem: { why: 'nothing-unknown' } });
    expect(letterIn(world)?.state).toBe('parked');
  });

  it('is refused where the order has another letter by then', async () => {
    const world = aWorld();
    const id = await parkLetterOf(world, {
      name: 'OutcomeUnknown',
      order: { steps: [anUnknownStep()], letter: { id: 'letter-2', content: null } },
    });

    expect(await adopt(world, id)).toMatchObject({ problem: { why: 'nothing-unknown' } });
    expect(letterIn(world)?.state).toBe('parked');
  });

  it('is refused for a payment, which has no number', async () => {
    const world = aWorld();
    const id = await parkUnknown(world, aPaymentStep());

    const result = await adopt(world, id);

    expect(result).toMatchObject({ problem: { why: 'payment' } });
    if (!result.ok) expect(result.problem.text).toMatch(/the id 42 in CO3.*redrive letter-1 --send-again/);
    expect(letterIn(world)?.state).toBe('parked');
  });

  it('is lost to a find in the meantime, and says so', async () => {
    const world = aWorld();
    const id = await parkUnknown(world);
    const result = await adoptDocument(foundMeanwhile(world), id, '2026/00042', 'anna', world.clock.now());

    expect(result).toMatchObject({ problem: { why: 'nothing-unknown' } });
    expect(world.order().steps[0]).toMatchObject({ state: 'done', look: null });
  });
});

const sendAgainNow = (world: World, id: string) =>
  sendAgain(world.deps, id, 'anna', world.clock.now(), anAccount().readBack);
