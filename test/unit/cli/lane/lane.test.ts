import { describe, expect, it } from 'vitest';
import { toLaneLine } from '../../../../lib/deliver/lane-line.ts';
import type { LaneRecord } from '../../../../lib/deliver/lane-records.ts';
import { emptyLane, withHold } from '../../../../lib/deliver/lane-state.ts';
import { updateRecord } from '../../../../lib/deliver/update-record.ts';
import { makeCliBench } from '../../../support/cli-bench.ts';
import { aLaneRecord, aShopRecord } from '../../../support/ledger-records.ts';
import { scriptedCo3 } from '../../../support/scripted-co3.ts';
import { makeWorld, START } from '../../../support/world.ts';

describe('bridge lane list', () => {
  it('tells why a lane is held, and when it is probed next', async () => {
    const { bridge, put } = benchOf();
    await put(withHold(emptyLane(), { reason: 'code', code: 7, method: null }, START));

    const { code, stdout } = await bridge('lane', 'list');

    expect(code).toBe(0);
    expect(stdout).toMatch(
      /acme +held +2026-12-02 10:00 UTC +CO3 refuses the whole account: 7 AuthenticationFailed +2026-12-02 10:01 UTC/,
    );
    expect(stdout).toMatch(/\* \(our address\) +free/);
  });

  it('tells how near the calls of the last hour came to what CO3 allows', async () => {
    const { bridge, put } = benchOf();
    const calls = [
      { at: START - 3_600_000, calls: 120 },
      { at: START - 120_000, calls: 97 },
      { at: START - 60_000, calls: 5 },
    ];
    await put({ ...emptyLane(), calls });

    const { stdout } = await bridge('lane', 'list');

    expect(stdout).toContain('acme: last hour: 102 calls, at most 97 a minute of 120');
    expect(stdout).not.toContain('*: last hour');
  });

  it('tells where no call was made', async () => {
    const { bridge } = benchOf();

    const { stdout } = await bridge('lane', 'list');

    expect(stdout).toContain('acme: last hour: no call');
  });

  it.each([
    { reason: 'refused', advice: 'Put right credentials into `api` of the shop’s secret.' },
    { reason: 'later', advice: 'Nothing is to be done but to wait.' },
  ] as const)('names a shop whose API is left alone ($reason), and what to do', async ({ reason, advice }) => {
    const { bridge, world } = benchOf();
    const pause = { reason, detail: 'UNAS gave\u001b[2J no answer', since: START, until: START + 60_000, probes: 0 };
    await world.ledger.write(aShopRecord({ pause }));

    const { stdout } = await bridge('lane', 'list');
    const { stdout: json } = await bridge('lane', 'list', '--json');

    expect(stdout).toContain(
      'acme-shop: what has to be read from its own API waits since 2026-12-02 10:00 UTC. UNAS gave no answer. ' +
        `${advice} Next try 2026-12-02 10:01 UTC.`,
    );
    expect(JSON.parse(json)).toMatchObject([{ pausedShops: [{ shop: 'acme-shop', ...pause }] }, { pausedShops: [] }]);
  });

  it('shows no session key', async () => {
    const { bridge, put } = benchOf();
    await put({ ...emptyLane(), session: { key: 'S3CRET', since: START } });

    const { stdout } = await bridge('lane', 'list', '--json');

    expect(JSON.parse(stdout)).toStrictEqual([
      { account: 'acme', ...FREE },
      { account: '*', ...FREE },
    ]);
  });
});

describe('a lane', () => {
  const record = (lane: Partial<LaneRecord>): LaneRecord => ({
    ...emptyLane(),
    key: 'acme',
    version: 1,
    writeId: 'w',
    ...lane,
  });
  const held = withHold(emptyLane(), { reason: 'no-answer', code: null, method: null }, START).hold;
  const lease = { id: 'l', until: START + 60_000 };

  it.each([
    ['free where nothing is known of it', undefined, START, 'free'],
    ['free after its lease', record({ lease }), START + 60_001, 'free'],
    ['working under a lease', record({ lease }), START, 'working'],
    ['held', record({ hold: held }), START, 'held'],
    ['held until somebody probes it', record({ hold: held }), START + 3_600_000, 'held'],
    [
      'working while it is probed',
      record({ hold: held, lease: { id: 'l', until: START + 3_660_000 } }),
      START + 3_600_000,
      'working',
    ],
  ])('is %s', (_, lane, now, state) => {
    expect(toLaneLine('acme', lane, now).state).toBe(state);
  });
});

describe('bridge lane hold and resume', () => {
  it('hold a lane until it is resumed, whatever the time', async () => {
    const { bridge, world } = benchOf();

    const { code } = await bridge('lane', 'hold', 'acme');

    expect(code).toBe(0);
    expect((await world.ledger.read('lane', 'acme'))?.hold).toStrictEqual({
      ...{ reason: 'by-hand', code: null, method: null },
      ...{ since: START, until: null, probes: 0 },
    });
  });

  it('take a hold off, forget what led to it, and ring', async () => {
    const { bridge, world, put } = benchOf();
    await put({
      ...withHold(emptyLane(), { reason: 'breaker', code: 305, method: 'setInvoice' }, START),
      unknownRuns: { setInvoice: 2 },
    });

    const { code } = await bridge('lane', 'resume', 'acme');

    expect(code).toBe(0);
    expect(await world.ledger.read('lane', 'acme')).toMatchObject({ hold: null, unknownRuns: {} });
    expect(world.events.bodies()).toStrictEqual(['{"kind":"bell","account":"acme"}']);
  });

  it('ring for every account when the address is resumed', async () => {
    const { bridge, world } = benchOf();
    await bridge('lane', 'hold', '*');

    const { code } = await bridge('lane', 'resume', '*');

    expect(code).toBe(0);
    expect(world.events.bodies()).toStrictEqual(['{"kind":"bell","account":"acme"}']);
  });

  it('have nothing to do for a lane that is as it is asked to be', async () => {
    const { bridge, world } = benchOf();

    const resumed = await bridge('lane', 'resume', 'acme');
    await bridge('lane', 'hold', 'acme');
    const held = await bridge('lane', 'hold', 'acme');

    expect([resumed.code, held.code]).toStrictEqual([1, 1]);
    expect(held.stderr).toContain("npx bridge lane resume 'acme'");
    expect(world.events.bodies()).toStrictEqual([]);
  });

  it.each([['hold'], ['resume']])('leave a lane to the rebuild of its ledger (%s)', async (word) => {
    const { bridge, world, put } = benchOf();
    const lost = withHold(emptyLane(), { reason: 'ledger-lost', code: null, method: null }, START);
    await put(lost);

    const { code, stderr } = await bridge('lane', word, 'acme', '--local');

    expect(code).toBe(1);
    expect(stderr).toContain('`npx bridge ledger rebuild --account acme --local`');
    expect((await world.ledger.read('lane', 'acme'))?.hold).toStrictEqual(lost.hold);
    expect(world.events.bodies()).toStrictEqual([]);
  });

  it.each([['hold'], ['resume']])('know no account that is not in the settings (%s)', async (word) => {
    const { bridge, world } = benchOf();

    const { code, stderr } = await bridge('lane', word, 'nobody');

    expect(code).toBe(2);
    expect(stderr).toContain('there are: acme');
    expect(world.ledger.all('lane')).toStrictEqual([aLaneRecord()]);
  });
});

const FREE = {
  state: 'free',
  hold: null,
  catalogueHold: null,
  unknownRun: 0,
  lastHour: { calls: 0, mostInAMinute: 0 },
  pausedShops: [],
};

const benchOf = () => {
  const world = makeWorld({ transport: (clock) => scriptedCo3(clock, []).transport });
  const put = (lane: ReturnType<typeof emptyLane>) => updateRecord(world.deps, 'lane', 'acme', () => lane);
  return { world, put, ...makeCliBench(world) };
};
