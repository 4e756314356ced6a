import { describe, expect, it } from 'vitest';
import { updateRecord } from '../../../../lib/deliver/update-record.ts';
import { type CliOptions, makeCliBench, shopsYml } from '../../../support/cli-bench.ts';
import { aLaneRecord } from '../../../support/ledger-records.ts';
import { anOrder } from '../../../support/orders.ts';
import type { OtherNames } from '../../../support/other-names.ts';
import { told } from '../../../support/shop-api.ts';
import { makeSimulatedWorld } from '../../../support/simulated-world.ts';
import { ACCOUNT_SECRET, START } from '../../../support/world.ts';

const DOCTOR = ['doctor', '--shop', 'acme-shop', '--url', 'https://abc.example', '--stage', 'prod'];
const HERE = 'https://abc.example/webhooks/acme-shop';

describe('bridge doctor --shop', () => {
  it('finds all good, from the settings to the webhooks', async () => {
    const { bridge } = await benchOf();

    const { code, stdout, stderr } = await bridge(...DOCTOR, '--json');

    const { good, checks } = JSON.parse(stdout);
    expect([code, good, stderr]).toStrictEqual([0, true, '']);
    expect(checks.map(({ what, says }: { what: string; says: string }) => [what, says])).toStrictEqual([
      ['settings and contracts', ''],
      ['secret of the account acme', 'as it is since 2026-11-22, 10 days'],
      ['secret of the shop acme-shop', 'as it is since 2026-11-22, 10 days'],
      ['table', ''],
      ['queues', 'about 3 webhooks and 1 notices of letters wait'],
      ['lane', ''],
      ['CO3: signing in', ''],
      ['CO3: getHistoryTypes', 'all 4 names came'],
      ['CO3: getContacts', 'all 4 names came'],
      ['CO3: getContact', 'all 14 names came'],
      ['CO3: getInvoices', 'all 23 names came'],
      ['CO3: getInvoice', 'all 38 names came'],
      ['CO3: getProduct', 'all 12 names came'],
      ['CO3: getStock', 'all 12 names came'],
      ['clock of this machine', '2 s behind that of AWS'],
      ['clock of CO3', '1 s ahead of that of AWS'],
      ['webhooks', 'all 6 are there'],
    ]);
  });

  it('names what CO3 calls otherwise, and where that is mended', async () => {
    const { bridge } = await benchOf({ names: { gross: 'brutto', customer_name: 'vevo' } });

    const { code, stdout } = await bridge(...DOCTOR);

    const words = stdout.replaceAll(/\s+/g, ' ');
    expect(code).toBe(1);
    expect(words).toContain('did not come: customer_name (assumed), gross (assumed); came besides: vevo, brutto');
    expect(words).toContain(
      'CO3: getInvoices, CO3: getInvoice: The bridge needs gross. What came besides shows how CO3 calls them',
    );
    expect(words).toContain('«When CO3 calls something otherwise»');
  });

  it('takes names that the bridge can do without for no fault', async () => {
    const { bridge } = await benchOf({ names: { customer_name: 'vevo' } });

    const { code, stdout } = await bridge(...DOCTOR, '--json');

    const invoices = JSON.parse(stdout).checks.find(({ what }: { what: string }) => what === 'CO3: getInvoices');
    expect([code, invoices]).toMatchObject([
      0,
      { good: true, says: 'did not come: customer_name (assumed); came besides: vevo' },
    ]);
  });

  it.each([
    [
      'the table is gone',
      {
        look: {
          table: async () => Promise.reject(Object.assign(new Error('MARK'), { name: 'ResourceNotFoundException' })),
        },
      },
      /table +BAD +cannot be reached: ResourceNotFoundException/,
      'That does not exist there.',
    ],
    [
      'the table is being made',
      { look: { table: async () => 'CREATING' } },
      /table +BAD +CREATING +is not ready/,
      'Wait until AWS has made or changed it.',
    ],
    [
      'the queues may not be asked',
      { look: { queues: async () => Promise.reject(Object.assign(new Error('MARK'), { name: 'AccessDenied' })) } },
      /queues +BAD +cannot be reached: AccessDenied/,
      'Your AWS user may not do this.',
    ],
    [
      'the clock of this machine is wrong',
      { look: { clockAheadMs: () => -3_600_000 }, ahead: -3_600_000 },
      /clock of this machine +BAD +3600 s ahead of that of AWS/,
      'Set the clock of this machine',
    ],
  ])('says what to do where %s', async (_, { look, ...more }, line, next) => {
    const { bridge } = await benchOf({ look, ...more });

    const { code, stdout } = await bridge(...DOCTOR);

    expect(code).toBe(1);
    expect(stdout).toMatch(line);
    expect(stdout).toContain(next);
    expect(stdout).not.toContain('MARK');
  });

  it('says that the lane is held, and still asks CO3 where that answers', async () => {
    const { bridge, world } = await benchOf();
    await updateRecord(world.deps, 'lane', 'acme', (known) => ({
      ...(known ?? aLaneRecord()),
      hold: { reason: 'breaker' as const, code: 203, method: 'setContact', since: START, until: null, probes: 0 },
    }));

    const { code, stdout } = await bridge(...DOCTOR);

    expect(code).toBe(1);
    expect(stdout).toMatch(/lane +BAD +acme +is held since 2026-12-02T10:00:00\.000Z: breaker 203/);
    expect(stdout).toContain('npx bridge lane list --stage prod');
    expect(stdout).toMatch(/CO3: getContacts +good/);
  });

  it('asks nobody with a secret that is faulty', async () => {
    const { bridge, world } = await benchOf({ secrets: { account: '{}', shop: '{"webhook": []}' } });
    const before = world.co3.calls.length;

    const { code, stdout } = await bridge(...DOCTOR);

    expect(code).toBe(1);
    expect(stdout).not.toMatch(/CO3: |^webhooks?/m);
    expect(world.co3.calls).toHaveLength(before);
  });

  it('says that CO3 does not know the user, and shows nothing of what it sent', async () => {
    const { bridge } = await benchOf({
      secrets: { account: JSON.stringify({ ...ACCOUNT_SECRET, password: 'MARK-1' }), shop: SHOP },
      password: 'MARK-1',
    });

    const { code, stdout, stderr } = await bridge(...DOCTOR);

    expect(code).toBe(1);
    expect(stdout).toMatch(/CO3: signing in +BAD +acme +CO3 refuses: 7 AuthenticationFailed/);
    expect(stdout + stderr).not.toContain('MARK');
  });

  it('names the webhooks that are missing, with the command that makes them', async () => {
    const { bridge } = await benchOf({ listed: ['ORDERS_CREATE'] });

    const { code, stdout } = await bridge(...DOCTOR);

    expect(code).toBe(1);
    expect(stdout).toMatch(/webhook orders\/paid +BAD +it is not there/);
    expect(stdout).toContain(`npx bridge webhooks register --shop acme-shop --stage prod --url ${HERE}`);
  });

  it('looks at no webhooks without credentials, and calls that no fault', async () => {
    const { bridge } = await benchOf({ secrets: { account: ACCOUNT, shop: '{"webhook": ["k"]}' } });

    const { code, stdout } = await bridge(...DOCTOR);

    expect(code).toBe(0);
    expect(stdout).toMatch(/webhooks +good +acme-shop +not looked at: the shop’s secret has no `api`/);
  });

  it('at a terminal tells how far it is', async () => {
    const { bridge } = await benchOf({}, { tty: true, columns: 100 });

    const { stderr } = await bridge(...DOCTOR);

    expect(stderr).toContain('3 of 7 methods of CO3 asked, getInvoices is next');
  });

  it('takes no address that orders would travel to in the clear', async () => {
    const { bridge } = await benchOf();

    const { code, stderr } = await bridge('doctor', '--shop', 'acme-shop', '--url', 'http://abc.example');

    expect([code, stderr]).toStrictEqual([2, expect.stringContaining('is not https')]);
  });
});

const ACCOUNT = JSON.stringify(ACCOUNT_SECRET);
const SHOP = JSON.stringify({ webhook: ['k'], api: { accessToken: 'MARK-2' } });
const TOPICS = ['CREATE', 'UPDATED', 'PAID', 'CANCELLED', 'FULFILLED', 'PARTIALLY_FULFILLED'].map(
  (one) => `ORDERS_${one}`,
);

interface Around {
  readonly names?: OtherNames;
  readonly look?: Partial<NonNullable<NonNullable<CliOptions['ports']>['look']>>;
  readonly ahead?: number;
  readonly secrets?: { readonly account: string; readonly shop: string };
  readonly password?: string;
  /** Topics that Shopify lists. */
  readonly listed?: readonly string[];
}

/** A shop whose first order has been invoiced, with all that stands around it. */
async function benchOf(around: Around = {}, options: CliOptions = {}) {
  const nodes = (around.listed ?? TOPICS).map((topic, index) => ({
    id: String(index),
    topic,
    uri: HERE,
    format: 'JSON',
  }));
  let password = ACCOUNT_SECRET.password;
  const world = makeSimulatedWorld({
    seed: 1,
    names: around.names ?? {},
    dialect: { text: 'cdata', comment: 'whole', forintDecimals: 2 },
    password: () => password,
    api: () => ({ accessToken: 'MARK-2' }),
    shopHttp: () => async () => told({ data: { webhookSubscriptions: { nodes, pageInfo: {} } } }),
  });
  await world.arrive(anOrder());
  await world.deliver();
  if (around.password !== undefined) {
    password = around.password;
    world.clock.advance(300_000);
  }
  const { account, shop } = around.secrets ?? { account: ACCOUNT, shop: SHOP };
  const bench = makeCliBench(world, {
    yaml: shopsYml('on'),
    secret: (name) => (name === 'co3-bridge/acme' ? account : shop),
    secretSince: START - 10 * 24 * 60 * 60_000,
    ports: {
      look: {
        table: async () => 'ACTIVE',
        queues: async () => ({ events: 3, deadLetters: 1 }),
        clockAheadMs: () => 2_000,
        ...around.look,
      },
      co3AheadMs: () => around.ahead ?? 3_000,
    },
    ...options,
  });
  return { ...bench, world };
}
