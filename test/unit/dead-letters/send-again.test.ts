import { describe, expect, it } from 'vitest';
import { sendAgain } from '../../../lib/dead-letters/send-again.ts';
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

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const SENT_AT = anUnknownStep().sentAt;
const { readBack } = anAccount();
const aWorld = (): World => makeWorld({ transport: programmedCo3().transport });
const letterIn = (world: World) => world.ledger.all('letter')[0]?.letter;

describe('sending again', () => {
  it('writes off what was sent, and has CO3 watched for it as long again', async () => {
    const world = aWorld();
    const until = SENT_AT + 48 * HOUR;
    const id = await parkUnknown(world, anUnknownStep({ look: aLook({ until, refusal: 'It is in EUR.' }) }));
    const now = world.clock.now();

    const sent = await sendAgain(world.deps, id, 'anna', now, readBack);

    const writtenOff = anUnknownStep({
      state: 'written-off',
      endedAt: now,
      look: aLook({ reads: 0, at: now, until: now + 48 * HOUR }),
    });
    const order = world.order();
    expect(sent).toStrictEqual({ ok: true, value: { order, writtenOff } });
    expect(order.steps).toStrictEqual([writtenOff]);
    expect(order).toMatchObject({ redrive: true, status: 'due', dueAt: now, starts: 0, tries: 0 });
    expect(letterIn(world)?.state).toBe('redriving');
    expect(letterIn(world)?.history.at(-1)).toMatchObject({ action: 'sent-again', by: 'anna', why: 'invoice/1' });
  });

  it('a second time leaves the first as it is', async () => {
    const world = aWorld();
    const first = anUnknownStep({ state: 'written-off' });
    const second = anUnknownStep({ generation: 2, marker: 'test/shopify:acme.myshopify.com/1001/invoice/2' });
    const steps = [first, second];
    const id = await parkLetterOf(world, { name: 'OutcomeUnknown', order: { steps } });

    const sent = await sendAgain(world.deps, id, 'anna', world.clock.now(), readBack);

    expect(sent).toMatchObject({ value: { writtenOff: { generation: 2 } } });
    expect(world.order().steps[0]).toStrictEqual(first);
    expect(world.order().steps[1]?.state).toBe('written-off');
  });

  it('watches for a day where nothing was searched for', async () => {
    const world = aWorld();
    const id = await parkUnknown(world, anUnknownStep({ look: null }));
    const now = world.clock.now();

    await sendAgain(world.deps, id, 'anna', now, readBack);

    expect(world.order().steps[0]?.look).toStrictEqual({
      ...aLook({ reads: 0, seen: [] }),
      at: now,
      until: now + 24 * HOUR,
    });
  });

  it('is for a payment as well', async () => {
    const world = aWorld();
    const id = await parkUnknown(world, aPaymentStep());

    const sent = await sendAgain(world.deps, id, 'anna', world.clock.now(), readBack);

    expect(sent.ok).toBe(true);
    expect(world.order().steps[0]?.state).toBe('written-off');
  });

  it('is refused while CO3 may still be at work, and names the time', async () => {
    const world = aWorld();
    const id = await parkUnknown(world);
    const from = SENT_AT + readBack.windowMinutes * MINUTE;

    const early = await sendAgain(world.deps, id, 'anna', from - 1, readBack);
    const state = letterIn(world)?.state;
    const late = await sendAgain(world.deps, id, 'anna', from, readBack);

    expect(early).toMatchObject({ ok: false, problem: { why: 'too-early' } });
    if (!early.ok) expect(early.problem.text).toContain('from 2026-12-02T09:40:00.000Z on');
    expect([state, late.ok]).toStrictEqual(['parked', true]);
  });

  it('is refused while the bridge still searches by itself', async () => {
    const world = aWorld();
    const id = await parkUnknown(world, anUnknownStep({ look: aLook({ isPersonAsked: false }) }));

    const result = await sendAgain(world.deps, id, 'anna', world.clock.now(), readBack);

    expect(result).toMatchObject({ ok: false, problem: { why: 'still-searched' } });
    if (!result.ok) expect(result.problem.text).toContain('next at 2026-12-02T10:40:00.000Z');
    expect(world.order().steps[0]?.state).toBe('unknown');
  });

  it('is refused for a document that CO3 has acknowledged', async () => {
    const world = aWorld();
    const id = await parkWithoutId(world);

    const result = await sendAgain(world.deps, id, 'anna', world.clock.now(), readBack);

    expect(result).toMatchObject({ problem: { why: 'other-letter' } });
    if (!result.ok) expect(result.problem.text).toContain('never sent again');
    expect(letterIn(world)?.state).toBe('parked');
  });

  it.each([
    ['there is no such letter', 'no-such-letter', undefined],
    ['it is being closed', 'not-parked', { name: 'OutcomeUnknown', letter: { state: 'closing' as const } }],
    ['it has no order', 'no-order', { name: 'WrongShop', record: { work: null } }],
    ['it is of another kind', 'other-letter', { name: 'InvalidEmail', order: { steps: [anUnknownStep()] } }],
    [
      'nothing is unknown any more',
      'nothing-unknown',
      { name: 'OutcomeUnknown', order: { steps: [anUnknownStep({ state: 'written-off' })] } },
    ],
  ])('is refused where %s', async (_, why, parked) => {
    const world = aWorld();
    const id = parked === undefined ? 'nothing' : await parkLetterOf(world, parked);

    expect(await sendAgain(world.deps, id, 'anna', world.clock.now(), readBack)).toMatchObject({ problem: { why } });
  });

  it('is lost to a find in the meantime, and says so', async () => {
    const world = aWorld();
    const id = await parkUnknown(world);

    const result = await sendAgain(foundMeanwhile(world), id, 'anna', world.clock.now(), readBack);

    expect(result).toMatchObject({ problem: { why: 'nothing-unknown' } });
    expect(world.order().steps[0]).toMatchObject({ state: 'done', look: null });
  });

  it('is refused to the second of two people', async () => {
    const world = aWorld();
    const id = await parkUnknown(world);

    const results = await Promise.all(
      ['anna', 'bela'].map((by) => sendAgain(world.deps, id, by, world.clock.now(), readBack)),
    );

    expect(results.map((result) => (result.ok ? 'done' : result.problem.why)).sort()).toStrictEqual([
      'done',
      'not-parked',
    ]);
    expect(letterIn(world)?.history).toHaveLength(1);
  });
});
