import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { discardLetter } from '../../../lib/dead-letters/discard.ts';
import type { LetterRecord } from '../../../lib/dead-letters/letter.ts';
import { redriveAndRing } from '../../../lib/dead-letters/redrive-and-ring.ts';
import { type SentMessage, toAsciiJson } from '../../../lib/event/message.ts';
import type { Instant } from '../../../lib/event/time.ts';
import { aLetterRecord } from '../../support/ledger-records.ts';
import { anOrder } from '../../support/orders.ts';
import { programmedCo3 } from '../../support/programmed-co3.ts';
import { type Around, makeWorld, type World } from '../../support/world.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('a message that the queue gave up', () => {
  it('is a letter within a minute, and stays in the queue as its notice', async () => {
    const world = aWorld();
    const messageId = world.deadLetters.send(toAsciiJson(snapshotOf('acme-shop')));

    await world.pass(MINUTE);

    const record = only(world);
    expect(record).toMatchObject({ work: null, messageId, noticeAt: world.clock.now() });
    expect(record.letter).toMatchObject({
      ...{ state: 'parked', shop: 'acme-shop', call: null, event: { body: toAsciiJson(snapshotOf('acme-shop')) } },
      subject: { kind: 'message', id: messageId, label: '#1001' },
      error: {
        name: 'NeverMerged',
        text: 'What the shop acme-shop said of shopify:acme.myshopify.com#1001 at 2026-12-02T09:05:00.000Z was given up.',
      },
    });
    expect(world.deadLetters.bodies()).toHaveLength(1);
  });

  it('is the same letter however often it is met, and another one when it comes again', async () => {
    const world = aWorld();
    world.deadLetters.send(toAsciiJson(snapshotOf('acme-shop')));
    await world.pass(61 * MINUTE);

    world.deadLetters.send(toAsciiJson(snapshotOf('acme-shop')));
    await world.pass(61 * MINUTE);

    expect(world.ledger.all('letter').map(({ letter }) => letter.state)).toStrictEqual(['parked', 'parked']);
    expect(world.deadLetters.bodies()).toHaveLength(2);
  });

  it('is found among the notices of many letters', async () => {
    const world = aWorld();
    for (let at = 0; at < 30; at += 1) {
      const messageId = world.deadLetters.send(toAsciiJson(aLetterRecord({}, { id: `letter-${at}` }).letter));
      const noticeAt = world.clock.now();
      await world.ledger.write(aLetterRecord({ messageId, noticeAt }, { id: `letter-${at}` }));
    }
    world.deadLetters.send('{}');

    await world.pass(MINUTE);

    const names = world.ledger.all('letter').map(({ letter }) => letter.error.name);
    expect(names.filter((name) => name === 'NeverMerged')).toHaveLength(1);
    expect(world.deadLetters.bodies()).toHaveLength(31);
  });

  it('that was only a bell is taken away: the tick rings anew', async () => {
    const world = aWorld();
    world.deadLetters.send(toAsciiJson({ kind: 'bell', account: 'acme' }));

    await world.pass(MINUTE);

    expect([world.ledger.all('letter'), world.deadLetters.bodies()]).toStrictEqual([[], []]);
  });

  it.each([
    ['no message of ours', 'hello', { shop: '', label: 'message' }],
    ['a letter that this ledger does not know', toAsciiJson(aLetterRecord().letter), { shop: '', label: 'letter-1' }],
    ['a webhook that cannot be read', toAsciiJson(aProblem()), { shop: 'acme-shop', label: 'orders/paid' }],
  ])('tells what it can of %s', async (_, body, { shop, label }) => {
    const world = aWorld();
    world.deadLetters.send(body);

    await world.pass(MINUTE);

    expect(only(world).letter).toMatchObject({
      shop,
      subject: { label },
      error: { name: 'NeverMerged' },
      event: { body },
    });
  });
});

describe('redriving it', () => {
  it('puts it back into the queue, closes the letter and only then takes its message out', async () => {
    const { world, id } = await given(snapshotOf('acme-shop'));

    const outcome = await redriveAndRing(world.deps, id, 'erika', world.clock.now());

    expect(outcome).toStrictEqual({ ok: true, value: { worked: undefined } });
    expect(world.events.bodies()).toStrictEqual([toAsciiJson(snapshotOf('acme-shop'))]);
    expect(world.deadLetters.bodies()).toHaveLength(1);
    await world.deliver();
    await world.pass(MINUTE);
    expect(world.order().status).toBe('settled');
    expect(only(world).letter).toMatchObject({ state: 'closed' });
    expect(historyOf(only(world))).toStrictEqual(['parked by bridge', 'redriven by erika', 'closed by bridge']);
    expect(world.deadLetters.bodies()).toStrictEqual([]);
  });

  it('is refused to the second of two', async () => {
    const { world, id } = await given(snapshotOf('acme-shop'));

    const outcomes = await Promise.all(
      ['anna', 'bela'].map((by) => redriveAndRing(world.deps, id, by, world.clock.now())),
    );

    expect(outcomes.map((one) => (one.ok ? 'done' : one.problem.why)).sort()).toStrictEqual(['done', 'not-parked']);
    expect(world.events.bodies()).toHaveLength(1);
  });

  it('that broke off before the message was sent is finished by the tick', async () => {
    const down = { isDown: false };
    const { world, id } = await given(snapshotOf('acme-shop'), (port, effect) =>
      down.isDown && port === 'events.send' ? Promise.reject(new Error('out of reach')) : effect(),
    );
    down.isDown = true;
    await redriveAndRing(world.deps, id, 'erika', world.clock.now()).catch(() => undefined);
    expect(only(world).letter.state).toBe('redriving');
    down.isDown = false;

    await world.pass(5 * MINUTE);

    expect(world.order().status).toBe('settled');
    expect(only(world).letter.state).toBe('closed');
    expect(world.deadLetters.bodies()).toStrictEqual([]);
  });

  it('is refused for one that was too large to be kept, whose message stays where it is', async () => {
    const { world, id } = await given({ ...aProblem(), body: randomBytes(400_000).toString('base64') });

    const outcome = await redriveAndRing(world.deps, id, 'erika', world.clock.now());

    expect(outcome).toMatchObject({ ok: false, problem: { why: 'not-kept' } });
    expect(only(world).letter).toMatchObject({ state: 'parked', event: { body: null } });
    expect(only(world).letter.error.text).toContain('too large to be kept here');
    await world.pass(61 * MINUTE);
    expect(world.deadLetters.bodies()).toHaveLength(1);
  });

  it('is refused for one that nobody can read: it would only be given up once more', async () => {
    const { world, id } = await given('hello');

    const outcome = await redriveAndRing(world.deps, id, 'erika', world.clock.now());

    expect(outcome).toMatchObject({ ok: false, problem: { why: 'not-kept' } });
    expect(world.events.bodies()).toStrictEqual([]);
  });
});

describe('a letter of such a message', () => {
  it('takes its message along when it is discarded', async () => {
    const { world, id } = await given('hello');

    const outcome = await discardLetter(world.deps, id, 'not ours', 'erika', world.clock.now());
    await world.pass(2 * MINUTE);

    expect(outcome.ok).toBe(true);
    expect(only(world).letter.state).toBe('closed');
    expect(world.deadLetters.bodies()).toStrictEqual([]);
  });

  it('has a notice of its own once the queue has forgotten the message, which somebody moves back in the AWS console', async () => {
    const { world } = await given(snapshotOf('acme-shop'));
    await world.pass(13 * DAY);
    expect(world.deadLetters.bodies()).toHaveLength(1);
    for (const { receiptHandle } of world.deadLetters.receive(0)) world.deadLetters.delete(receiptHandle);
    await world.pass(2 * DAY);
    const [notice] = world.deadLetters.receive(0);
    expect(JSON.parse(notice?.body ?? '')).toMatchObject({ id: only(world).key });
    world.deadLetters.delete(notice?.receiptHandle ?? '');
    world.events.send(notice?.body ?? '');

    await world.deliver();
    await world.pass(5 * MINUTE);

    expect(world.order().status).toBe('settled');
    expect(historyOf(only(world))).toContain('redriven by aws-console');
    expect(only(world).letter.state).toBe('closed');
  });
});

const aWorld = (around?: Around): World =>
  makeWorld({ transport: programmedCo3().transport, ...(around === undefined ? {} : { around }) });

/** A world with the letter of that message. */
const given = async (message: SentMessage | string, around?: Around): Promise<{ world: World; id: string }> => {
  const world = aWorld(around);
  world.deadLetters.send(typeof message === 'string' ? message : toAsciiJson(message));
  await world.pass(MINUTE);
  return { world, id: only(world).key };
};

const only = (world: World): LetterRecord => {
  const [record, ...others] = world.ledger.all('letter');
  if (record === undefined || others.length > 0) throw new Error(`${others.length} other letters`);
  return record;
};

const historyOf = ({ letter }: LetterRecord) => letter.history.map(({ action, by }) => `${action} by ${by}`);

const snapshotOf = (shop: string): SentMessage => ({
  ...{ kind: 'snapshot', shop, traceId: 'trace-1' },
  snapshot: anOrder({ changedAt: '2026-12-02T09:05:00.000Z' as Instant }),
});

function aProblem(): SentMessage & { kind: 'problem' } {
  return {
    ...{ kind: 'problem', shop: 'acme-shop', traceId: 'trace-1', problem: 'UnreadablePayload', detail: 'not a list' },
    ...{ topic: 'orders/paid', orderId: null, bodyDigest: 'abc', body: 'H4sI' },
  };
}
