import { describe, expect, it } from 'vitest';
import { adoptDocument } from '../../../lib/dead-letters/adopt.ts';
import { discardLetter } from '../../../lib/dead-letters/discard.ts';
import { redriveLetter } from '../../../lib/dead-letters/redrive.ts';
import { mergeSnapshot } from '../../../lib/deliver/merge.ts';
import { standingOf } from '../../../lib/deliver/settled-by-hand.ts';
import type { Instant } from '../../../lib/event/time.ts';
import { aProductRecord } from '../../support/goods-records.ts';
import { aLiveDocument, anOrderRecord, aStep } from '../../support/ledger-records.ts';
import { aBuyer, anOrder, aShop } from '../../support/orders.ts';
import { programmedCo3 } from '../../support/programmed-co3.ts';
import { parkLetterOf, parkUnknown, parkWithoutId } from '../../support/undecided.ts';
import { makeWorld, type World } from '../../support/world.ts';

const REASON = 'invoiced by hand, 2026/00042';
const aWorld = (): World => makeWorld({ transport: programmedCo3().transport });
const letterIn = (world: World) => world.ledger.all('letter')[0]?.letter;
const discard = (world: World, id: string, reason = REASON, by = 'anna') =>
  discardLetter(world.deps, id, reason, by, world.clock.now());

describe('discarding a letter', () => {
  it('closes it and puts its order to rest', async () => {
    const world = aWorld();
    const id = await parkLetterOf(world, { name: 'InvalidEmail' });
    const now = world.clock.now();

    const discarded = await discard(world, id, ` ${REASON}\n`);

    const at = '2026-12-02T10:00:00.000Z';
    expect(discarded).toMatchObject({ ok: true, value: { rests: world.order() } });
    expect(world.order()).toMatchObject({
      discarded: { id, at, by: 'anna', why: REASON, of: standingOf(anOrderRecord()) },
      ...{ letter: null, closing: [{ id, why: 'discarded' }], redrive: false },
      ...{ status: 'settled', reason: 'SettledByHand', dueAt: now },
    });
    expect(letterIn(world)).toMatchObject({
      state: 'closing',
      history: [
        { at, action: 'discarded', by: 'anna', why: REASON },
        { at, action: 'closed', by: 'bridge', why: 'discarded' },
      ],
    });
  });

  it('of a product puts it to rest', async () => {
    const world = aWorld();
    const product = aProductRecord({
      status: 'letter',
      reason: 'SkuNotUnique',
      letter: { id: 'letter-1', content: null },
    });
    await world.ledger.write(product);
    const work = { kind: 'product' as const, key: product.key };
    const id = await parkLetterOf(world, { name: 'SkuNotUnique', record: { work } });

    await discard(world, id);

    const at = '2026-12-02T10:00:00.000Z';
    expect(world.ledger.all('product')[0]).toMatchObject({
      discarded: { id, at, by: 'anna', why: REASON },
      ...{ letter: null, status: 'settled', reason: 'SettledByHand' },
    });
  });

  it('without an order closes it at once', async () => {
    const world = aWorld();
    const id = await parkLetterOf(world, { name: 'WrongShop', record: { work: null } });

    const discarded = await discard(world, id);

    expect(discarded).toMatchObject({ ok: true, value: { rests: undefined } });
    expect(letterIn(world)).toMatchObject({
      state: 'closing',
      history: [{ action: 'discarded' }, { action: 'closed' }],
    });
    expect(world.order().status).toBe('letter');
  });

  it.each([
    ['discard', (world: World, id: string) => discard(world, id, REASON, 'bela')],
    ['redrive', (world: World, id: string) => redriveLetter(world.deps, id, 'bela', world.clock.now())],
  ])('is refused to the second of two people, also against a %s', async (_, other) => {
    const world = aWorld();
    const id = await parkLetterOf(world, { name: 'InvalidEmail' });

    const results = await Promise.all([discard(world, id), other(world, id)]);

    expect(results.map((result) => (result.ok ? 'done' : result.problem.why)).sort()).toStrictEqual([
      'done',
      'not-parked',
    ]);
  });

  it.each([
    [''],
    ['  ab '],
    ['one\ntwo'],
    ['one\ttwo'],
    ['one\u001b[2Jtwo'],
    ['one\u2028two'],
    ['one\u202etwo'],
    ['x'.repeat(201)],
  ])('is refused for the reason %j', async (reason) => {
    const world = aWorld();
    const id = await parkLetterOf(world, { name: 'InvalidEmail' });

    const result = await discard(world, id, reason);

    expect(result).toMatchObject({ ok: false, problem: { why: 'faulty-reason' } });
    expect(letterIn(world)?.state).toBe('parked');
  });

  it.each([['abc'], ['x'.repeat(200)], ['Kézzel kiállítva — „2026/00042” 🎉']])(
    'takes the reason %j',
    async (reason) => {
      const world = aWorld();

      expect((await discard(world, await parkLetterOf(world, { name: 'InvalidEmail' }), reason)).ok).toBe(true);
    },
  );

  it.each([
    ['OutcomeUnknown', parkUnknown, 'outcome-unknown', /adopt letter-1 --as NUMBER.*redrive letter-1 --send-again/],
    ['DocumentIdUnknown', parkWithoutId, 'outcome-unknown', /adopt letter-1 --as NUMBER/],
    [
      'AmountDiffers',
      (world: World) => parkLetterOf(world, { name: 'AmountDiffers' }),
      'redrive-instead',
      /redrive letter-1` accepts/,
    ],
    [
      'DuplicateFound',
      (world: World) => parkLetterOf(world, { name: 'DuplicateFound' }),
      'redrive-instead',
      /Cancel it in CO3, then/,
    ],
  ] as const)('is refused for %s, and says what helps', async (_, park, why, words) => {
    const world = aWorld();
    const id = await park(world);
    const before = world.order();

    const result = await discard(world, id);

    expect(result).toMatchObject({ ok: false, problem: { why, text: expect.stringMatching(words) } });
    expect([letterIn(world)?.state, letterIn(world)?.history]).toStrictEqual(['parked', []]);
    expect(world.order()).toStrictEqual(before);
  });

  it('is refused for an unknown and for a closed letter', async () => {
    const world = aWorld();
    const id = await parkLetterOf(world, { name: 'InvalidEmail', letter: { state: 'closed' } });

    expect(await discard(world, 'nothing')).toMatchObject({ problem: { why: 'no-such-letter' } });
    expect(await discard(world, id)).toMatchObject({ problem: { why: 'not-parked' } });
  });

  it('is refused while its order is tried again, or has another letter', async () => {
    const [tried, other] = [aWorld(), aWorld()];
    const ofTried = await parkLetterOf(tried, { name: 'InvalidEmail', order: { status: 'due', dueAt: 1 } });
    const ofOther = await parkLetterOf(other, { name: 'InvalidEmail', order: { letter: { id: 'b', content: null } } });

    expect(await discard(tried, ofTried)).toMatchObject({ problem: { why: 'being-tried' } });
    expect(await discard(other, ofOther)).toMatchObject({ problem: { why: 'answered-meanwhile' } });
    expect([letterIn(tried)?.state, letterIn(other)?.state]).toStrictEqual(['parked', 'parked']);
  });

  it('leaves to be planned what the shop has sent in the meantime', async () => {
    const world = aWorld();
    const id = await parkLetterOf(world, { name: 'InvalidEmail' });
    const changed = anOrder({
      changedAt: '2026-12-02T10:10:00.000Z' as Instant,
      buyer: aBuyer({ email: 'a@example.hu' }),
    });

    const discarded = await discardLetter(arrivesMeanwhile(world, changed), id, REASON, 'anna', world.clock.now());

    expect(discarded.ok).toBe(true);
    expect(world.order()).toMatchObject({
      status: 'due',
      letter: null,
      discarded: { id, of: standingOf(anOrderRecord()) },
    });
  });

  it('leaves to be planned what the shop says of a product in the meantime', async () => {
    const world = aWorld();
    const letter = { id: 'letter-1', content: null };
    const product = aProductRecord({ status: 'letter', letter });
    await world.ledger.write(product);
    const id = await parkLetterOf(world, {
      name: 'SkuNotUnique',
      record: { work: { kind: 'product', key: product.key } },
    });
    const deps = onLetterWrite(world, async () => {
      await world.ledger.write({ ...product, version: 2, status: 'due', claims: [] });
    });

    await discardLetter(deps, id, REASON, 'anna', world.clock.now());

    expect(world.ledger.all('product')[0]).toMatchObject({ status: 'due', letter: null, discarded: { id } });
  });

  it('is lost to an order that went on in the meantime, and says so', async () => {
    const world = aWorld();
    const id = await parkLetterOf(world, { name: 'InvalidEmail' });
    const deps = onLetterWrite(world, async () => {
      const order = world.order();
      await world.ledger.write({
        ...order,
        version: order.version + 1,
        letter: null,
        status: 'settled',
        reason: 'Invoiced',
      });
    });

    const result = await discardLetter(deps, id, REASON, 'anna', world.clock.now());

    expect(result).toMatchObject({ problem: { why: 'answered-meanwhile' } });
    expect(world.order()).toMatchObject({ reason: 'Invoiced', discarded: null });
  });
});

describe('a redrive of a discarded letter', () => {
  it('opens it once more, for one of two people', async () => {
    const world = aWorld();
    const id = await parkLetterOf(world, { name: 'InvalidEmail' });
    await discard(world, id);

    const results = await Promise.all(
      ['anna', 'bela'].map((by) => redriveLetter(world.deps, id, by, world.clock.now())),
    );

    expect(results.map((result) => (result.ok ? 'done' : result.problem.why)).sort()).toStrictEqual([
      'done',
      'not-parked',
    ]);
    expect(world.order()).toMatchObject({
      ...{ discarded: null, letter: { id, content: null }, closing: [] },
      ...{ status: 'due', reason: 'Redriven', redrive: true },
    });
    expect(letterIn(world)).toMatchObject({ state: 'redriving' });
    expect(world.ledger.all('letter')[0]).toMatchObject({ messageId: null, noticeAt: null, discards: null });
  });

  it('is refused once its order has gone on', async () => {
    const world = aWorld();
    const id = await parkLetterOf(world, { name: 'InvalidEmail' });
    await discard(world, id);
    const order = world.order();
    await world.ledger.write({ ...order, version: order.version + 1, status: 'settled', reason: 'Cancelled' });

    expect(await redriveLetter(world.deps, id, 'anna', 0)).toMatchObject({ problem: { why: 'not-parked' } });
  });

  it('is lost to a change of its order in the meantime, and frees nothing', async () => {
    const world = aWorld();
    const id = await parkLetterOf(world, { name: 'InvalidEmail' });
    await discard(world, id);
    const deps = onLetterWrite(world, async () => {
      const order = world.order();
      const letter = { id: 'letter-2', content: null };
      await world.ledger.write({ ...order, version: order.version + 1, letter, status: 'letter', reason: 'Other' });
    });

    const result = await redriveLetter(deps, id, 'anna', world.clock.now());

    expect(result).toMatchObject({ problem: { why: 'not-parked' } });
    expect(world.order()).toMatchObject({ reason: 'Other', redrive: false, discarded: { id } });
    expect(letterIn(world)?.state).toBe('closed');
  });

  it('without an order is refused', async () => {
    const world = aWorld();
    const id = await parkLetterOf(world, { name: 'WrongShop', record: { work: null } });
    await discard(world, id);

    expect(await redriveLetter(world.deps, id, 'anna', 0)).toMatchObject({ problem: { why: 'not-parked' } });
    expect(await adoptDocument(world.deps, id, '42', 'anna', 0)).toMatchObject({ problem: { why: 'not-parked' } });
  });
});

describe('how an order stands', () => {
  const standing = (overrides: Parameters<typeof anOrder>[0]) =>
    standingOf(anOrderRecord({ snapshot: anOrder(overrides) }));
  const at = '2026-12-03T10:00:00.000Z' as Instant;

  it.each([
    ['it is sent once more', { changedAt: at }],
    ['it is paid', { paid: false, gateways: [] }],
    ['it is on its way', { fulfilledAt: at }],
  ])('is the same when %s', (_, overrides) => {
    expect(standing(overrides)).toBe(standing({}));
  });

  it.each([
    ['it is cancelled', { cancelledAt: at }],
    ['its total', { currentTotalMinor: 1 }],
    ['its buyer', { buyer: null }],
    ['a note, which may be a tax number', { notes: [{ name: 'adoszam', value: '12345678-2-41' }] }],
  ])('is another when %s changes', (_, overrides) => {
    expect(standing(overrides)).not.toBe(standing({}));
  });

  it('is another with a document, and with a rival', () => {
    const order = anOrderRecord();
    const rival = { snapshot: anOrder({ buyer: null }), since: 1 };

    expect(standingOf({ ...order, documents: [aLiveDocument()] })).not.toBe(standingOf(order));
    expect(standingOf({ ...order, rival })).not.toBe(standingOf(order));
    expect(standingOf({ ...order, steps: [aStep()] } as typeof order)).toBe(standingOf(order));
  });
});

/** What a command writes with while the worker or the shop is quicker: between the letter's write and the order's. */
function onLetterWrite(world: World, meanwhile: () => Promise<void>): World['deps'] {
  let isFirst = true;
  return {
    ...world.deps,
    ledger: {
      ...world.ledger,
      write: async (record) => {
        const answer = await world.ledger.write(record);
        if (record.kind === 'letter' && isFirst) {
          isFirst = false;
          await meanwhile();
        }
        return answer;
      },
    },
  };
}

function arrivesMeanwhile(world: World, snapshot: ReturnType<typeof anOrder>): World['deps'] {
  return onLetterWrite(world, async () => {
    const order = world.order();
    const merged = mergeSnapshot(order, snapshot, aShop(), world.clock.now());
    if (merged !== undefined)
      await world.ledger.write({ ...merged, key: order.key, version: order.version + 1, writeId: 'w' } as typeof order);
  });
}
