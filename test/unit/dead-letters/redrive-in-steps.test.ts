import { describe, expect, it } from 'vitest';
import { discardLetter } from '../../../lib/dead-letters/discard.ts';
import type { LetterLine } from '../../../lib/dead-letters/letter-line.ts';
import { redriveInSteps, type StepsProgress, toSteps } from '../../../lib/dead-letters/redrive-in-steps.ts';
import type { Instant } from '../../../lib/event/time.ts';
import { aLetter, aLetterRecord, anOrderRecord } from '../../support/ledger-records.ts';
import { aBuyer, anOrder } from '../../support/orders.ts';
import { programmedCo3 } from '../../support/programmed-co3.ts';
import { refused } from '../../support/scripted-co3.ts';
import { makeWorld, type World } from '../../support/world.ts';

describe('letters that are redriven in steps', () => {
  it.each([
    [0, []],
    [2, [1, 1]],
    [8, [1, 2, 5]],
    [50, [1, 2, 5, 20, 20, 2]],
  ])('go 1, 2, 5 and then 20 at a time: %i', (count, sizes) => {
    const ids = Array.from({ length: count }, (_, at) => `letter-${at}`);

    const steps = toSteps(ids);

    expect(steps.map(({ length }) => length)).toStrictEqual(sizes);
    expect(steps.flat()).toStrictEqual(ids);
  });

  it('are answered, and no step begins before the one before has ended', async () => {
    const { world, far, lines } = await given(10);
    far.refuses = false;

    const told = await redrive(world, lines);

    expect(told.at(-1)).toStrictEqual({
      step: 4,
      of: 10,
      done: 10,
      refused: 0,
      pending: 0,
      refusal: null,
      stopped: null,
    });
    expect(most(told, ({ step, pending }) => [step, pending])).toStrictEqual({ 1: 1, 2: 2, 3: 5, 4: 2 });
    for (const { step, done } of told) expect(done).toBeGreaterThanOrEqual([0, 1, 3, 8][step - 1] ?? 0);
    expect(world.ledger.all('order').every(({ status }) => status === 'settled')).toBe(true);
  });

  it('stop with the first one where nothing is mended, and leave the others parked', async () => {
    const { world, lines } = await given(10);

    const told = await redrive(world, lines);

    const [first] = lines;
    expect(told.at(-1)).toStrictEqual({
      ...{ step: 1, of: 10, done: 0, refused: 1, pending: 0, refusal: null },
      stopped: { why: 'same-cause', cause: first?.cause, letter: first?.id },
    });
    expect(redrivenIn(world)).toStrictEqual([first?.id]);
    expect(world.ledger.all('letter').every(({ letter }) => letter.state === 'parked')).toBe(true);
  });

  it('stop where the cause comes back as another letter of the order', async () => {
    const { world, lines } = await given(3);
    const [first] = lines;
    const worker = async (): Promise<void> => {
      if (redrivenIn(world).length === 1 && world.events.bodies().some((body) => body.includes('bell')))
        await world.arrive(
          orderOf(0, { changedAt: '2026-12-02T11:00:00.000Z' as Instant, buyer: aBuyer({ phone: '1' }) }),
        );
      await world.deliver();
    };

    const told = await redrive(world, lines, worker);

    const last = told.at(-1);
    expect(last?.stopped).toMatchObject({ why: 'same-cause', cause: first?.cause });
    expect(last?.stopped?.letter).not.toBe(first?.id);
    expect(redrivenIn(world)).toStrictEqual([first?.id]);
  });

  it('go on past one that is open for another reason', async () => {
    const { world, far, lines } = await given(3);
    far.refuses = false;
    far.refusesInvoiceOnce = true;

    const told = await redrive(world, lines);

    expect(told.at(-1)).toMatchObject({ of: 3, done: 2, refused: 1, pending: 0, stopped: null });
  });

  it('stop where nobody works on them, and go on later with those that are still parked', async () => {
    const { world, far, lines } = await given(4);
    far.refuses = false;
    const idle = async (): Promise<void> => undefined;

    const first = await redrive(world, lines, idle);
    const second = await redrive(world, await parked(world));

    expect(first.at(-1)).toStrictEqual({
      ...{ step: 1, of: 4, done: 0, refused: 0, pending: 1, refusal: null },
      stopped: { why: 'no-answer', cause: lines[0]?.cause, letter: lines[0]?.id },
    });
    expect(second.at(-1)).toMatchObject({ of: 3, done: 3, stopped: null });
    expect(world.ledger.all('letter').filter(({ letter }) => letter.state === 'closed')).toHaveLength(0);
    expect(world.ledger.all('order').every(({ status }) => status === 'settled')).toBe(true);
  });

  it('leave alone what somebody has answered or what is open for another reason since the list was read', async () => {
    const { world, far, lines } = await given(4);
    far.refuses = false;
    const [discarded, other] = lines;
    await discardLetter(world.deps, discarded?.id ?? '', 'by hand', 'anna', world.clock.now());
    const record = await world.ledger.read('letter', other?.id ?? '');
    if (record === undefined) throw new Error('the letter is in the ledger');
    const error = { ...record.letter.error, code: 18, name: 'PermissionDenied' };
    await world.ledger.write({ ...record, version: record.version + 1, letter: { ...record.letter, error } });

    const told = await redrive(world, lines);

    expect(told.at(-1)).toMatchObject({ of: 4, done: 3, refused: 1, stopped: null });
    expect(told.at(-1)?.refusal).toContain('another reason');
    expect(redrivenIn(world)).toStrictEqual(lines.slice(2).map(({ id }) => id));
  });

  it.each(['AmountDiffers', 'OutcomeUnknown'])(
    'are not those that a person has to look at one by one: %s',
    async (name) => {
      const world = makeWorld({ transport: programmedCo3().transport });
      await world.ledger.write(
        anOrderRecord({ status: 'letter', letter: { id: 'letter-1', content: null }, dueAt: null }),
      );
      await world.ledger.write(aLetterRecord({}, { error: { ...aLetter().error, code: null, name } }));

      const told = await redrive(world, await parked(world));

      expect(told.at(-1)).toMatchObject({ of: 1, done: 0, refused: 1, stopped: null });
      expect(redrivenIn(world)).toStrictEqual([]);
    },
  );
});

/** A world with letters of so many orders, of one cause; the oldest first. */
const given = async (count: number) => {
  const far = { refuses: true, refusesInvoiceOnce: false };
  const co3 = programmedCo3((method) => {
    if (far.refuses && method === 'setContact') return refused(22, 'Invalid e-mail address');
    if (!far.refusesInvoiceOnce || method !== 'setInvoice') return undefined;
    far.refusesInvoiceOnce = false;
    return refused(308, 'Invalid language');
  });
  const world = makeWorld({ transport: co3.transport });
  for (let at = 0; at < count; at += 1) {
    await world.arrive(orderOf(at));
    await world.deliver();
    world.clock.advance(1_000);
  }
  return { world, far, lines: await parked(world) };
};

const orderOf = (at: number, overrides: Parameters<typeof anOrder>[0] = {}) =>
  anOrder({
    ...{ orderId: String(2_000 + at), number: `#${2_000 + at}`, buyer: aBuyer({ email: `b${at}@example.hu` }) },
    ...overrides,
  });

const parked = async (world: World): Promise<readonly LetterLine[]> =>
  (await world.ledger.letters()).filter(({ state }) => state === 'parked').toReversed();

/** What was told of the redrive; while it waits, the worker works. */
const redrive = async (
  world: World,
  lines: readonly LetterLine[],
  worker = () => world.deliver(),
): Promise<readonly StepsProgress[]> => {
  const { clock } = world;
  const sleep = async (ms: number): Promise<void> => {
    await worker();
    clock.advance(ms);
  };
  const deps = { ...world.deps, clock: { now: clock.now, sleep } };
  const told: StepsProgress[] = [];
  const cause = lines[0]?.cause ?? '';
  for await (const one of redriveInSteps(deps, { cause, ids: lines.map(({ id }) => id) }, 'erika')) told.push(one);
  return told;
};

const redrivenIn = (world: World) =>
  world.ledger
    .all('letter')
    .filter(({ letter }) => letter.history.some(({ action }) => action === 'redriven'))
    .map(({ key }) => key);

const most = (told: readonly StepsProgress[], of: (one: StepsProgress) => readonly [number, number]) => {
  const all: Record<number, number> = {};
  for (const [key, value] of told.map(of)) all[key] = Math.max(all[key] ?? 0, value);
  return all;
};
