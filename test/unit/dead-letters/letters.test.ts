import { describe, expect, it } from 'vitest';
import { redriveLetter } from '../../../lib/dead-letters/redrive.ts';
import { makeKiller } from '../../support/killer.ts';
import { anOrder, aShop } from '../../support/orders.ts';
import { programmedCo3 } from '../../support/programmed-co3.ts';
import { refused } from '../../support/scripted-co3.ts';
import { type Around, makeWorld, type World } from '../../support/world.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const refusing = () => {
  const far = { refuses: true };
  const queue = { isDown: false };
  const around: Around = (port, effect) =>
    queue.isDown && port === 'dead-letters.send' ? Promise.reject(new Error('out of reach')) : effect();
  const co3 = programmedCo3((method) =>
    far.refuses && method === 'setContact'
      ? refused(203, 'Bad "contact_owner" field! The following user not exists 12')
      : undefined,
  );
  const world = makeWorld({ transport: co3.transport, around });
  return { far, queue, co3, world };
};

const park = async (world: World): Promise<string> => {
  await world.arrive(anOrder());
  await world.deliver();
  const [letter] = world.ledger.all('letter');
  if (letter === undefined) throw new Error('the order was not refused');
  return letter.key;
};

const letterIn = (world: World) => world.ledger.all('letter').map(({ letter }) => letter.state);
const actions = (world: World) =>
  world.ledger.all('letter').flatMap(({ letter }) => letter.history.map(({ action, by }) => `${action} by ${by}`));

describe('a parked letter', () => {
  it('stands in the queue as it stands in the ledger', async () => {
    const { world } = refusing();

    await park(world);

    const [record] = world.ledger.all('letter');
    expect(world.deadLetters.bodies().map((body) => JSON.parse(body))).toStrictEqual([record?.letter]);
    expect(record?.letter.call?.xml).toContain('<contact_lastname>');
    expect(record?.letter.call?.xml).not.toContain('key-1');
  });

  it('is the same letter when the same is refused again, with its tries counted', async () => {
    const { world } = refusing();
    const id = await park(world);

    await redriveLetter(world.deps, id, 'anna', world.clock.now());
    await world.pass(2 * MINUTE);

    const [record, ...others] = world.ledger.all('letter');
    expect(others).toStrictEqual([]);
    expect(record?.letter).toMatchObject({ state: 'parked', tries: { count: 2 } });
    expect(actions(world)).toStrictEqual(['parked by bridge', 'redriven by anna', 'parked by bridge']);
    expect(world.deadLetters.bodies()).toHaveLength(1);
  });

  it('that is closed and refused again before its message was taken out is announced by another message', async () => {
    const { world, far } = refusing();
    await park(world);
    far.refuses = false;
    // The shop takes the order back: nothing is to be sent, so the letter closes, and no tick has come by yet.
    await world.arrive(anOrder({ changedAt: '2026-12-02T09:06:00.000Z' as never, paid: false }));
    await world.deliver();
    expect(letterIn(world)).toStrictEqual(['closing']);
    far.refuses = true;
    await world.arrive(anOrder({ changedAt: '2026-12-02T09:07:00.000Z' as never }));
    (world.deps.settings.shops as Map<string, unknown>).set('acme-shop', aShop({ paymentDays: 9 }));
    await world.deliver();

    await world.pass(2 * MINUTE);

    const [record] = world.ledger.all('letter');
    expect(letterIn(world)).toStrictEqual(['parked']);
    expect(actions(world)).toStrictEqual(['parked by bridge', 'closed by bridge', 'reopened by bridge']);
    expect(world.deadLetters.receive(0).map(({ id }) => id)).toContain(record?.messageId);
  });

  it('is announced again after ten days, and only once, and the earlier notice leaves the queue', async () => {
    const { world } = refusing();
    await park(world);
    const [first] = world.ledger.all('letter');
    world.clock.advance(10 * DAY);

    await world.pass(5 * MINUTE);

    const [record] = world.ledger.all('letter');
    expect(letterIn(world)).toStrictEqual(['parked']);
    expect(record?.messageId).not.toBe(first?.messageId);
    expect(world.deadLetters.receive(0).map(({ id }) => id)).toStrictEqual([record?.messageId]);
  });
});

describe('an order that owes nothing for a while', () => {
  it('has its letter open again when it comes back to what was refused', async () => {
    const { world } = refusing();
    await park(world);
    await world.arrive(anOrder({ changedAt: '2026-12-02T09:06:00.000Z' as never, paid: false }));
    await world.deliver();
    await world.arrive(anOrder({ changedAt: '2026-12-02T09:07:00.000Z' as never }));
    await world.deliver();

    await world.pass(60 * MINUTE);

    expect(letterIn(world)).toStrictEqual(['parked']);
    expect(world.order()).toMatchObject({ status: 'letter', dueAt: null });
    expect(world.deadLetters.bodies()).toHaveLength(1);
  });

  it('has the letter of the reason that stands, when it had another in between', async () => {
    const { world } = refusing();
    await park(world);
    await world.arrive(anOrder({ changedAt: '2026-12-02T09:06:00.000Z' as never, gateways: ['barter'] }));
    await world.deliver();
    await world.arrive(anOrder({ changedAt: '2026-12-02T09:07:00.000Z' as never }));
    await world.deliver();

    await world.pass(60 * MINUTE);

    const open = world.ledger.all('letter').filter(({ letter }) => letter.state !== 'closed');
    expect(open.map(({ letter }) => letter.error.name)).toStrictEqual(['UnknownContactOwner']);
  });
});

describe('an outage of the queue', () => {
  it('while a notice is renewed after ten days only delays it', async () => {
    const { world, queue } = refusing();
    await park(world);
    world.clock.advance(10 * DAY);
    queue.isDown = true;
    await world.pass(MINUTE);
    queue.isDown = false;

    await world.pass(60 * MINUTE);

    expect(letterIn(world)).toStrictEqual(['parked']);
    expect(world.deadLetters.bodies().length).toBeGreaterThan(0);
  });

  it('while a letter without an order is moved back loses nothing', async () => {
    const { world, queue } = refusing();
    await world.deps.events.send(aProblem());
    await world.deliver();
    queue.isDown = true;
    moveBack(world);
    await world.deliver();
    queue.isDown = false;

    await world.pass(60 * MINUTE);

    expect(letterIn(world)).toStrictEqual(['parked']);
    expect(world.deadLetters.bodies()).toHaveLength(1);
  });
});

it('a worker that dies between giving a notice and writing that down leaves one notice in the end', async () => {
  const killer = makeKiller();
  const co3 = programmedCo3((method) => (method === 'setContact' ? refused(22, 'Invalid e-mail address') : undefined));
  const world = makeWorld({ transport: co3.transport, around: killer.around });
  await world.arrive(anOrder());
  killer.arm((port) => port === 'dead-letters.send', 'after');
  await Promise.race([world.deliver(), killer.killed()]);
  killer.disarm();

  await world.pass(3 * 60 * MINUTE);

  expect(world.deadLetters.bodies()).toHaveLength(1);
  expect(letterIn(world)).toStrictEqual(['parked']);
});

it('a closed letter whose message is nowhere to be found is closed all the same', async () => {
  const { world, far } = refusing();
  const id = await park(world);
  for (const { receiptHandle } of world.deadLetters.receive(0)) world.deadLetters.delete(receiptHandle);
  far.refuses = false;
  await redriveLetter(world.deps, id, 'anna', world.clock.now());
  await world.deliver();

  await world.pass(20 * MINUTE);

  expect(letterIn(world)).toStrictEqual(['closed']);
});

describe('a redrive', () => {
  it('of a mended order closes the letter and takes its message out of the queue', async () => {
    const { world, far } = refusing();
    const id = await park(world);
    far.refuses = false;

    const redriven = await redriveLetter(world.deps, id, 'anna', world.clock.now());
    await world.pass(2 * MINUTE);

    expect(redriven.ok).toBe(true);
    expect(world.order().status).toBe('settled');
    expect(letterIn(world)).toStrictEqual(['closed']);
    expect(world.deadLetters.bodies()).toStrictEqual([]);
  });

  it('is refused to the second of two people who do it at once', async () => {
    const { world } = refusing();
    const id = await park(world);

    const results = await Promise.all([
      redriveLetter(world.deps, id, 'anna', world.clock.now()),
      redriveLetter(world.deps, id, 'bela', world.clock.now()),
    ]);

    expect(results.map((result) => (result.ok ? 'done' : result.problem.why)).sort()).toStrictEqual([
      'done',
      'not-parked',
    ]);
  });

  it('of an unknown letter says where to look', async () => {
    const result = await redriveLetter(refusing().world.deps, 'nothing', 'anna', 0);

    expect(result).toMatchObject({ ok: false, problem: { why: 'no-such-letter' } });
  });

  it('in the AWS console is a redrive of the letter', async () => {
    const { world, far } = refusing();
    await park(world);
    far.refuses = false;
    moveBack(world);

    await world.deliver();
    await world.pass(2 * MINUTE);

    expect(world.order().status).toBe('settled');
    expect(letterIn(world)).toStrictEqual(['closed']);
  });

  it('in the AWS console that is refused again stands in the queue again', async () => {
    const { world } = refusing();
    const id = await park(world);
    moveBack(world);

    await world.deliver();

    expect(letterIn(world)).toStrictEqual(['parked']);
    expect(world.deadLetters.bodies().map((body) => (JSON.parse(body) as { id: string }).id)).toStrictEqual([id]);
  });

  it('that broke off before its order was due is finished by the tick', async () => {
    const { world, far } = refusing();
    const id = await park(world);
    far.refuses = false;
    const record = await world.ledger.read('letter', id);
    if (record === undefined) throw new Error('the letter is in the ledger');
    const at = new Date(world.clock.now()).toISOString() as never;
    const history = [...record.letter.history, { at, action: 'redriven' as const, by: 'anna', why: '', changes: [] }];
    await world.ledger.write({
      ...record,
      version: record.version + 1,
      letter: { ...record.letter, state: 'redriving', history },
    });

    await world.pass(6 * MINUTE);

    expect(world.order().status).toBe('settled');
    expect(letterIn(world)).toStrictEqual(['closed']);
  });
});

describe('a genuine webhook that is no order', () => {
  it('is a letter with the place of the fault, and the same letter when it comes again', async () => {
    const world = makeWorld({ transport: programmedCo3().transport });
    const problem = aProblem();
    await world.deps.events.send(problem);
    await world.deps.events.send(problem);

    await world.deliver();

    const [record, ...others] = world.ledger.all('letter');
    expect(others).toStrictEqual([]);
    expect(record?.letter).toMatchObject({
      state: 'parked',
      error: { name: 'UnreadablePayload', text: 'line_items: not a list' },
    });
    expect(await redriveLetter(world.deps, record?.key ?? '', 'anna', 0)).toMatchObject({
      problem: { why: 'no-order' },
    });
  });
});

function aProblem() {
  return {
    kind: 'problem' as const,
    shop: 'acme-shop',
    traceId: 'trace-1',
    problem: 'UnreadablePayload' as const,
    detail: 'line_items: not a list',
    topic: 'orders/paid',
    orderId: null,
    bodyDigest: 'abc',
    body: 'H4sI',
  };
}

// As the console's «Start DLQ redrive» does.
function moveBack(world: World): void {
  for (const { receiptHandle, body } of world.deadLetters.receive(0)) {
    world.deadLetters.delete(receiptHandle);
    world.events.send(body);
  }
}
