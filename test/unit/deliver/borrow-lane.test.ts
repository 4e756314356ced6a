import { describe, expect, it } from 'vitest';
import { command } from '../../../lib/co3/command.ts';
import { toProbe } from '../../../lib/co3/reads.ts';
import { type BorrowDeps, type BorrowedLane, borrowLane } from '../../../lib/deliver/borrow-lane.ts';
import type { Hold, LaneRecord } from '../../../lib/deliver/lane-records.ts';
import { ADDRESS_LANE, emptyLane, withHold } from '../../../lib/deliver/lane-state.ts';
import { updateRecord } from '../../../lib/deliver/update-record.ts';
import type { Day } from '../../../lib/event/time.ts';
import { anOrderRecord } from '../../support/ledger-records.ts';
import { anAccount, anOrder } from '../../support/orders.ts';
import { type ProgrammedCo3, programmedCo3 } from '../../support/programmed-co3.ts';
import { answered, neverLeft, noAnswer, refused, type Scripted } from '../../support/scripted-co3.ts';
import { makeWorld, START, type World } from '../../support/world.ts';

const READ = toProbe('finance', '2026-12-02' as Day);
const WRITE = command('setContact', [{ tag: 'contact_lastname', form: 'text', value: 'Próba' }]);

describe('a borrowed lane', () => {
  it('is given back with the session, the pace and the count of the calls', async () => {
    const { world, deps } = benchOf();

    const read = await borrowLane(deps, anAccount(), (lane) => lane.read(READ));

    const { lease, session, answeredAt, calls } = await laneOf(world);
    expect({ read: read.kind, lease, session, answeredAt, calls }).toStrictEqual({
      read: 'data',
      lease: null,
      session: { key: 'session-1', since: START },
      answeredAt: [START + 20, START + 40],
      calls: [{ at: START, calls: 2 }],
    });
  });

  it('goes on with the session and the pace of the worker before', async () => {
    const { world, deps, co3 } = benchOf();
    await put(world, { session: { key: 'of-the-worker', since: START }, answeredAt: [START - 10, START] });

    await borrowLane(deps, anAccount(), (lane) => lane.read(READ));

    expect(co3.calls).toMatchObject([{ method: 'getInvoices', at: START + 991 }]);
    expect(co3.calls[0]?.body).toContain('of-the-worker');
  });

  it('is taken for less than a minute at a time, and calls keep the pace through all turns', async () => {
    const { world, deps, co3 } = benchOf();
    const leases = new Map<string, number>();
    const noteLease = async () => {
      const { lease } = await laneOf(world);
      if (lease !== null && !leases.has(lease.id)) leases.set(lease.id, lease.until - world.clock.now());
    };

    await borrowLane(deps, anAccount(), (lane) => readTimes(lane, 100, noteLease));

    const times = co3.calls.map(({ at }) => at);
    expect(times.filter((at, index) => at - (times[index - 2] ?? 0) < 1_000)).toStrictEqual([]);
    expect(leases.size).toBeGreaterThan(2);
    expect(Math.max(...leases.values())).toBeLessThan(60_000);
  });

  it('lets workers do what is due between its turns, and never calls at the same time', async () => {
    const { world, deps, co3 } = benchOf();
    const sleep: BorrowDeps['clock']['sleep'] = async (ms) => {
      await world.clock.sleep(ms);
      // Its own calls wait for less than that.
      if (ms > 1_000) await world.deliver();
    };

    await borrowLane({ ...deps, clock: { now: world.clock.now, sleep } }, anAccount(), async (lane) => {
      await lane.read(READ);
      await world.arrive(anOrder());
      await world.deliver();
      expect(co3.methods()).not.toContain('setInvoice');
      await readTimes(lane, 60);
    });

    expect(world.order().reason).toBe('Invoiced');
    const sent = co3.methods().indexOf('setInvoice');
    expect(co3.methods().slice(sent + 1)).toContain('getInvoices');
  });

  it('waits while a worker has it', async () => {
    const { world, deps, said, co3 } = benchOf();
    await put(world, { lease: { id: 'a-worker', until: START + 30_000 } });

    const read = await borrowLane(deps, anAccount(), (lane) => lane.read(READ));

    expect(read.kind).toBe('data');
    expect(said).toStrictEqual(['A worker is at the account acme; waiting for it.']);
    // This machine's clock may be ahead of the workers'.
    expect(co3.calls[0]?.at).toBeGreaterThanOrEqual(START + 50_000);
  });

  it('may be had for something short that is no call', async () => {
    const { world, deps, co3 } = benchOf();

    const done = await borrowLane(deps, anAccount(), (borrowed) =>
      borrowed.alone(async (lane) => {
        await lane.change((state) => ({ ...state, ledger: 'seen' }));
        return (await laneOf(world)).lease?.id === lane.leaseId;
      }),
    );

    expect(done).toStrictEqual({ ok: true, value: true });
    expect(await laneOf(world)).toMatchObject({ ledger: 'seen', lease: null });
    expect(co3.calls).toStrictEqual([]);
  });

  it('is left to whoever took it while this machine slept', async () => {
    const { world, deps } = benchOf();
    const lease = { id: 'a-worker', until: START + 200_000 };

    await borrowLane(deps, anAccount(), async (lane) => {
      await lane.read(READ);
      world.clock.advance(100_000);
      await put(world, { lease });
    });

    expect((await laneOf(world)).lease).toStrictEqual(lease);
  });
});

describe('a write by a borrowed lane', () => {
  it.each<[string, Scripted, unknown]>([
    ['done', answered('<result>OK</result><contact_id>7</contact_id>'), { kind: 'done', id: '7' }],
    ['done without an id', answered('<result>OK</result>'), { kind: 'done', id: null }],
    ['refused', refused(206), { kind: 'refused', error: expect.objectContaining({ code: 206 }) }],
    ['refused with the account', refused(24), { kind: 'refused', error: expect.objectContaining({ code: 24 }) }],
    ['not made', neverLeft, { kind: 'failed', why: 'CO3 was not reached: refused.' }],
    ['of unknown outcome', noAnswer, { kind: 'unknown', why: 'CO3 gave no answer: reset.' }],
    ['of unknown outcome where the query failed', refused(202), { kind: 'unknown', why: expect.any(String) }],
    [
      'of unknown outcome where data came',
      answered('<contact></contact>'),
      { kind: 'unknown', why: expect.any(String) },
    ],
  ])('that is %s is told so and never repeated, and holds no lane', async (_, answer, outcome) => {
    const { world, deps, co3 } = benchOf((method) => (method === 'setContact' ? answer : undefined));

    const written = await borrowLane(deps, anAccount(), (lane) => lane.write(WRITE));

    expect(written).toStrictEqual(outcome);
    expect(co3.methods().filter((method) => method === 'setContact')).toHaveLength(1);
    expect(await laneOf(world)).toMatchObject({ lease: null, hold: null });
  });

  it('waits for the next turn where this one has no time for it', async () => {
    // Somewhere among these a turn comes to its end.
    for (let reads = 30; reads < 40; reads += 1) {
      const { deps, co3 } = benchOf();

      const written = await borrowLane(deps, anAccount(), async (lane) => {
        await readTimes(lane, reads);
        return lane.write(WRITE);
      });

      expect([reads, written.kind]).toStrictEqual([reads, 'done']);
      expect(co3.methods().filter((method) => method === 'setContact')).toHaveLength(1);
    }
  });
});

describe('a lane that is held', () => {
  it.each<[string, Pick<Hold, 'reason' | 'code'>]>([
    ['by hand', { reason: 'by-hand', code: null }],
    ['until the ledger is rebuilt', { reason: 'ledger-lost', code: null }],
    ['because documents got no answer', { reason: 'unknown-documents', code: null }],
    ['because one thing is refused again and again', { reason: 'breaker', code: 305 }],
  ])('%s may be read through, and stays held', async (_, cause) => {
    const { world, deps } = benchOf();
    const { hold } = withHold(emptyLane(), { ...cause, method: null }, START);
    await put(world, { hold });
    await world.ledger.write(anOrderRecord({ dueAt: START }));

    const read = await borrowLane(deps, anAccount(), (lane) => lane.read(READ));

    expect(read.kind).toBe('data');
    expect((await laneOf(world)).hold).toStrictEqual(hold);
    expect(world.events.bodies()).toStrictEqual([]);
  });

  it.each<[string, string, Pick<Hold, 'reason' | 'code'>, string]>([
    [
      'because CO3 refuses the account',
      'acme',
      { reason: 'code', code: 7 },
      'lane of acme is held, because CO3 answers',
    ],
    ['because CO3 does not answer', 'acme', { reason: 'no-answer', code: null }, 'CO3 does not answer'],
    ['because CO3 cannot be reached', 'acme', { reason: 'never-left', code: null }, 'CO3 does not answer'],
    ['because the address is banned', ADDRESS_LANE, { reason: 'code', code: 9 }, 'our address (*) is held'],
  ])('%s is not read through', async (_, name, cause, why) => {
    const { world, deps, co3 } = benchOf();
    await put(world, { hold: withHold(emptyLane(), { ...cause, method: null }, START).hold }, name);

    const read = await borrowLane(deps, anAccount(), (lane) => lane.read(READ));

    expect(read).toStrictEqual({ kind: 'failed', why: expect.stringContaining(why) });
    expect(co3.calls).toStrictEqual([]);
    expect((await world.ledger.read('lane', 'acme'))?.lease ?? null).toBeNull();
  });
});

describe('a reading call of a borrowed lane', () => {
  it('is made again when it got no answer', async () => {
    const { world, deps, said } = benchOf(script('getInvoices', [noAnswer, noAnswer]));

    const read = await borrowLane(deps, anAccount(), (lane) => lane.read(READ));

    expect(read.kind).toBe('data');
    expect(said).toStrictEqual([
      'CO3 gave no answer: reset. Once more in 5 s.',
      'CO3 gave no answer: reset. Once more in 20 s.',
    ]);
    expect((await laneOf(world)).hold).toBeNull();
  });

  it('fails the third time, which holds nothing: this machine may be at fault', async () => {
    const { world, deps } = benchOf(script('getInvoices', [noAnswer, noAnswer, noAnswer]));

    const read = await borrowLane(deps, anAccount(), (lane) => lane.read(READ));

    expect(read).toStrictEqual({ kind: 'failed', why: 'CO3 gave no answer: reset.' });
    expect(await laneOf(world)).toMatchObject({ hold: null, neverLeftRun: 0, lease: null });
  });

  it('fails at once when CO3 stops the account', async () => {
    const { world, deps, co3 } = benchOf(script('getInvoices', [refused(9, 'Banned IP address')]));

    const read = await borrowLane(deps, anAccount(), (lane) => lane.read(READ));

    expect(read).toStrictEqual({ kind: 'failed', why: 'CO3 refuses: 9 BannedAddress (Banned IP address).' });
    expect(co3.methods()).toStrictEqual(['authenticate', 'getInvoices']);
    expect(await world.ledger.read('lane', ADDRESS_LANE)).toBeUndefined();
  });

  it('tells what CO3 refused for the call’s own sake', async () => {
    const { deps } = benchOf(script('getInvoices', [refused(301)]));

    const read = await borrowLane(deps, anAccount(), (lane) => lane.read(READ));

    expect(read).toMatchObject({ kind: 'refused', error: { code: 301 } });
  });
});

type Program = Parameters<typeof programmedCo3>[0];

const script = (method: string, answers: readonly Scripted[]): Program => {
  const left = [...answers];
  return (called) => (called === method ? left.shift() : undefined);
};

const benchOf = (program?: Program): { world: World; deps: BorrowDeps; said: string[]; co3: ProgrammedCo3 } => {
  const co3 = programmedCo3(program);
  const world = makeWorld({ transport: co3.transport });
  const said: string[] = [];
  const deps = {
    ...world.deps,
    say: (text: string) => {
      said.push(text);
    },
  };
  return { world, deps, said, co3 };
};

const put = (world: World, lane: Partial<LaneRecord>, name = 'acme') =>
  updateRecord(world.deps, 'lane', name, (known) => ({ ...(known ?? emptyLane()), ...lane }));

const laneOf = async (world: World): Promise<LaneRecord> => {
  const lane = await world.ledger.read('lane', 'acme');
  if (lane === undefined) throw new Error('nobody was at the lane');
  return lane;
};

const readTimes = async (lane: BorrowedLane, times: number, after?: () => Promise<void>): Promise<void> => {
  for (let count = 0; count < times; count += 1) {
    await lane.read(READ);
    await after?.();
  }
};
