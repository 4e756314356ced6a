import { describe, expect, it } from 'vitest';
import type { LaneRecord } from '../../../../lib/deliver/lane-records.ts';
import { emptyLane, withHold } from '../../../../lib/deliver/lane-state.ts';
import { updateRecord } from '../../../../lib/deliver/update-record.ts';
import { type CliOptions, makeCliBench, shopsYml } from '../../../support/cli-bench.ts';
import { aLaneRecord } from '../../../support/ledger-records.ts';
import { anOrder } from '../../../support/orders.ts';
import { programmedCo3 } from '../../../support/programmed-co3.ts';
import { answered, noAnswer, refused } from '../../../support/scripted-co3.ts';
import { type Shown, showInvoices, textOf } from '../../../support/shown-invoices.ts';
import { makeWorld, START } from '../../../support/world.ts';

const REBUILD = ['ledger', 'rebuild', '--stage', 'test'];
const OURS = 'test/shopify:acme.myshopify.com/1001/invoice/1';

describe('bridge ledger rebuild', () => {
  it('writes back what CO3 shows, opens the lane and lets due work go on', async () => {
    const { bridge, world, invoices, lane } = await benchOf();
    invoices.push({ id: '11', comment: `${OURS}\nRendelés: #1001` }, { id: '12', comment: 'WooCommerce #7' });
    await world.arrive(anOrder());
    await world.deliver();

    const { code, stdout } = await bridge(...REBUILD);
    await world.deliver();

    expect(code).toBe(0);
    expect(stdout).toContain('acme, 2025-11-30 to 2026-12-03');
    expect(stdout).toMatch(/in CO3 +2 outgoing invoices, 1 with a marker of ours/);
    expect(stdout).toMatch(/written back +1 order completed, 0 that the table did not know/);
    expect(stdout).toContain('The lane of acme is open for this table.');
    expect(await lane()).toMatchObject({ ledger: 'memory', hold: null, proof: { provenAt: expect.any(Number) } });
    expect(world.order()).toMatchObject({ status: 'settled', reason: 'Invoiced', documents: [{ id: '11' }] });
  });

  it('changes nothing when it is repeated, and says so', async () => {
    const { bridge, world, invoices, lane } = await benchOf();
    invoices.push({ id: '11', comment: OURS });
    await bridge(...REBUILD);
    const [before, records] = [await lane(), world.ledger.all('recovered')];

    const { code, stdout } = await bridge(...REBUILD, '--json');

    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([
      {
        account: 'acme',
        report: { orders: { known: 1, completed: 0, recovered: 0 }, markers: 1, outgoing: 1, staysShut: null },
      },
    ]);
    expect(world.ledger.all('recovered')).toStrictEqual(records);
    const { ledger, hold, proof } = await lane();
    expect({ ledger, hold, proof }).toStrictEqual({ ledger: before.ledger, hold: before.hold, proof: before.proof });
  });

  it('leaves every other hold as it is', async () => {
    const { bridge, lane, put } = await benchOf();
    const { hold } = withHold(emptyLane(), { reason: 'by-hand', code: null, method: null }, START);
    await put({ ...emptyLane(), hold });

    const { code } = await bridge(...REBUILD);

    expect(code).toBe(0);
    expect(await lane()).toMatchObject({ ledger: 'memory', hold });
  });

  it('names what needs a look, and opens the lane all the same', async () => {
    const { bridge, invoices } = await benchOf();
    invoices.push(
      { id: '11', comment: OURS },
      { id: '12', comment: OURS },
      { id: '13', comment: OURS, stornoId: '11' },
    );

    const { code, stdout } = await bridge(...REBUILD);

    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`V-11 \\(id 11\\), V-12 \\(id 12\\) +bear one marker: ${OURS}`));
    expect(stdout).toMatch(/V-13 \(id 13\) +made in CO3 of a document of ours, and left alone/);
  });
});

describe('a lane', () => {
  it.each<[string, Shown, RegExp]>([
    ['a piece of a marker', { id: '11', comment: OURS.slice(0, 30) }, /V-11 \(id 11\) +bears no whole marker: test/],
    [
      'no sum that can be read',
      { id: '11', comment: OURS.replace('1001', '1002'), gross: 'free' },
      /V-11 \(id 11\) +has sums, rows or days/,
    ],
    ['no id', { id: '' }, /1 invoice +listed without an id/],
    ['no answer of its own', { id: '11', answer: answered('') }, /V-11 \(id 11\) +is listed and not shown/],
  ])('stays shut where an invoice has %s', async (_, shown, line) => {
    const { bridge, invoices, lane } = await benchOf();
    invoices.push({ id: '9', comment: OURS }, shown);

    const { code, stdout } = await bridge(...REBUILD);

    expect(code).toBe(1);
    expect(stdout).toMatch(line);
    expect(stdout).toContain('The lane of acme stays shut.');
    expect(stdout).toContain('`npx bridge ledger rebuild --account acme --stage test --nothing-to-find`');
    expect((await lane()).hold?.reason).toBe('ledger-lost');
  });

  it('stays shut where invoices bear no marker and none was ever seen', async () => {
    const { bridge, invoices, lane } = await benchOf();
    invoices.push({ id: '11', comment: 'WooCommerce #7' });

    const { code, stdout } = await bridge(...REBUILD);

    expect(code).toBe(1);
    expect(stdout).toContain('none bears a marker');
    expect((await lane()).ledger).toBeNull();
  });

  it.each<[string, Partial<LaneRecord>, readonly Shown[]]>([
    ['markers were seen before', { proof: { provenAt: 1, candidate: null, failed: null } }, [{ id: '11' }]],
    ['there is no invoice at all', {}, []],
  ])('opens without a marker where %s', async (_, state, shown) => {
    const { bridge, invoices, lane, put } = await benchOf();
    await put({ ...(await lane()), ...state });
    invoices.push(...shown);

    const { code } = await bridge(...REBUILD);

    expect(code).toBe(0);
    expect(await lane()).toMatchObject({ ledger: 'memory', hold: null });
  });

  it.each([
    ['an emptied table whose first days are left out', null, ['--from', '2026-12-01'], 1],
    ['a restored table whose first days are left out', 'the-table-before', ['--from', '2026-12-01'], 0],
    ['a table whose last days are left out', 'the-table-before', ['--to', '2026-12-01'], 1],
  ])('of %s: opened in %j by %j, exit %i', async (_, ledger, days, expected) => {
    const { bridge, lane, put } = await benchOf();
    await put({ ...(await lane()), ledger });

    const { code, stdout } = await bridge(...REBUILD, ...days);

    expect(code).toBe(expected);
    expect(stdout.includes('Documents of the days that were left out')).toBe(expected === 1);
    expect((await lane()).ledger).toBe(expected === 0 ? 'memory' : ledger);
  });

  it('stays shut, unread, where CO3 keeps no comments', async () => {
    const { bridge, co3, lane } = await benchOf({ yaml: FORGETFUL });

    const { code, stdout } = await bridge(...REBUILD);

    expect(code).toBe(1);
    expect(stdout).toContain('Set `invoiceFrom` of its shops to the moment of the loss or later');
    expect(co3.calls).toStrictEqual([]);
    expect((await lane()).hold?.reason).toBe('ledger-lost');
  });

  it.each([
    ['CO3 keeps no comments', { yaml: FORGETFUL }],
    ['invoices cannot be told', {}],
  ])('opens by hand where %s', async (_, options) => {
    const { bridge, invoices, lane } = await benchOf(options);
    invoices.push({ id: '11', comment: OURS.slice(0, 30) });

    const { code } = await bridge(...REBUILD, '--account', 'acme', '--nothing-to-find');

    expect(code).toBe(0);
    expect(await lane()).toMatchObject({ ledger: 'memory', hold: null, proof: { provenAt: null } });
  });

  it('opens at once where no order of ours can have been made', async () => {
    const { bridge, co3, lane } = await benchOf({ yaml: shopsYml('on').replace('2025-12-01', '2027-12-01') });

    const { code } = await bridge(...REBUILD);

    expect(code).toBe(0);
    expect(co3.calls).toStrictEqual([]);
    expect((await lane()).ledger).toBe('memory');
  });

  it('stays shut where the table is replaced meanwhile', async () => {
    const { bridge, world, lane } = await benchOf({}, (method) => {
      if (method === 'getInvoices') world.ledger.replace('the-third', world.ledger.backUp());
      return undefined;
    });

    const { code, stdout } = await bridge(...REBUILD);

    expect(code).toBe(1);
    expect(stdout).toContain('The table was replaced by another one meanwhile.');
    expect((await lane()).hold?.reason).toBe('ledger-lost');
  });

  it.each([
    ['refuses the account', refused(7, 'Authentication error'), '7 AuthenticationFailed'],
    ['gives no answer', noAnswer, 'CO3 gave no answer'],
  ])('stays shut where CO3 %s', async (_, answer, why) => {
    const { bridge, lane } = await benchOf({}, (method) => (method === 'getInvoices' ? answer : undefined));

    const { code, stdout } = await bridge(...REBUILD);

    expect(code).toBe(1);
    expect(stdout).toContain(why);
    expect(await lane()).toMatchObject({ lease: null, hold: { reason: 'ledger-lost' } });
  });
});

describe('bridge ledger rebuild, used', () => {
  it('with all accounts goes on with the next where one fails', async () => {
    const second = 'accounts:\n  other: { secret: co3-bridge/other, currency: HUF, seller: { country: HU } }';
    const { bridge, world } = await benchOf({ yaml: shopsYml('on').replace('accounts:', second) }, (method) =>
      method === 'getInvoices' ? refused(18) : undefined,
    );

    const { code, stdout } = await bridge(...REBUILD, '--json');

    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject([
      { account: 'other', report: { staysShut: null } },
      { account: 'acme', problem: expect.stringContaining('PermissionDenied') },
    ]);
    expect((await world.ledger.read('lane', 'other'))?.ledger).toBe('memory');
  });

  it.each([
    ['an account that there is not', ['--account', 'nobody'], 'there are: acme'],
    ['a day that there is not', ['--from', '2026-02-30'], '--from 2026-02-30 is no day'],
    ['days in the wrong order', ['--from', '2026-12-03', '--to', '2026-12-01'], 'is after'],
  ])('with %s does nothing', async (_, options, words) => {
    const { bridge, co3 } = await benchOf();

    const { code, stderr } = await bridge(...REBUILD, ...options);

    expect(code).toBe(2);
    expect(stderr).toContain(words);
    expect(co3.calls).toStrictEqual([]);
  });

  it('with days reads these', async () => {
    const { bridge, co3 } = await benchOf();

    await bridge(...REBUILD, '--from', '2026-12-01', '--to', '2026-12-04');

    const lists = co3.calls.filter(({ method }) => method === 'getInvoices').map(({ body }) => body);
    expect(lists.map((body) => [textOf(body, 'date_from'), textOf(body, 'date_to')])).toStrictEqual([
      ['2026-12-01', '2026-12-04'],
    ]);
  });

  it('at a terminal tells how far it is, and of a worker in its way', async () => {
    const { bridge, invoices, put, lane } = await benchOf({ tty: true, columns: 100 });
    await put({ ...(await lane()), lease: { id: 'a-worker', until: START + 10_000 } });
    invoices.push({ id: '11', comment: OURS }, { id: '12', comment: 'WooCommerce' });

    const { stderr } = await bridge(...REBUILD);

    expect(stderr).toContain('acme: A worker is at the account acme; waiting for it.\n');
    expect(stderr).toContain('1 of 2 documents of acme read');
  });
});

const FORGETFUL = shopsYml('on').replace(
  'seller: { country: HU } }',
  'seller: { country: HU }, contract: { assumptions: { commentKept: false } } }',
);

/** A table that no lane was opened in, and a lane that is held for it. */
const benchOf = async (options: CliOptions = {}, program: Parameters<typeof programmedCo3>[0] = () => undefined) => {
  const invoices: Shown[] = [];
  const show = showInvoices(() => invoices);
  const co3 = programmedCo3((method, body) => program(method, body) ?? show(method, body));
  const world = makeWorld({ transport: co3.transport, freshLanes: true });
  const put = (state: ReturnType<typeof emptyLane>) => updateRecord(world.deps, 'lane', 'acme', () => state);
  await put(withHold({ ...aLaneRecord(), ledger: null }, { reason: 'ledger-lost', code: null, method: null }, START));
  const lane = async (): Promise<LaneRecord> => {
    const known = await world.ledger.read('lane', 'acme');
    if (known === undefined) throw new Error('there is no lane');
    return known;
  };
  return { world, co3, invoices, put, lane, ...makeCliBench(world, options) };
};
