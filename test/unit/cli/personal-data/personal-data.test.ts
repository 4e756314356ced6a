import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../../lib/event/time.ts';
import { makeCliBench } from '../../../support/cli-bench.ts';
import { aBuyer, anOrder } from '../../../support/orders.ts';
import { makeSimulatedWorld, type SimulatedWorld } from '../../../support/simulated-world.ts';
import { shopifyRequest } from '../../../support/webhooks.ts';

const ANNA = 'anna.minta@example.com';
const BELA = 'bela@example.com';

describe('bridge forget', () => {
  it('shows what it would do, and does nothing', async () => {
    const world = await worldOf();
    const before = world.ledger.backUp();

    const { code, stdout } = await makeCliBench(world).bridge('forget', '--email', ANNA, '--local');

    expect(code).toBe(0);
    expect(stdout).toMatch(/order #1001 +acme-shop +what is owed is invoiced +can go at once/);
    expect(stdout).not.toContain('#1002');
    expect(stdout).toContain('Nothing is changed.');
    expect(world.ledger.backUp()).toStrictEqual(before);
  });

  it('takes the buyer out with --yes, of their orders alone, and says where else data are', async () => {
    const world = await worldOf();
    const { bridge } = makeCliBench(world);

    const done = await bridge('forget', '--email', ANNA.toUpperCase(), '--yes');
    const again = await bridge('forget', '--email', ANNA, '--yes');

    expect(done.stdout).toContain('Cleared: 1 of 1.');
    expect(done.stdout).toContain('CO3 and the shop keep what they have');
    expect([again.code, again.stdout]).toStrictEqual([1, expect.stringContaining('Nothing is kept of that person')]);
    expect(JSON.stringify(world.ledger.all('order'))).not.toContain(ANNA);
    expect(JSON.stringify(world.ledger.all('order'))).toContain(BELA);
  });

  it('says of an order that waits for somebody that it is cleared later', async () => {
    const world = await worldOf({ email: 'no-address@x' });
    const { bridge } = makeCliBench(world);

    const { stdout } = await bridge('forget', '--email', 'no-address@x', '--yes', '--json');

    const { key, letter } = world.order();
    const refs = [
      { kind: 'order', key },
      { kind: 'letter', key: letter?.id },
    ];
    expect(JSON.parse(stdout).forgotten).toStrictEqual({ cleared: [], later: refs });
    expect([world.order(), ...world.ledger.all('letter')].map(({ personal }) => personal.forgetSince)).not.toContain(
      null,
    );
  });

  it('forgets one order by its number', async () => {
    const world = await worldOf();

    const { stdout } = await makeCliBench(world).bridge('forget', '--shop', 'acme-shop', '--order', '1002', '--yes');

    expect(stdout).toContain('Cleared: 1 of 1.');
    expect(world.ledger.all('order').map(({ snapshot }) => snapshot.buyer?.email)).toStrictEqual([ANNA, undefined]);
  });

  it.each([
    [['--email', 'anna'], '`anna` is no e-mail'],
    [[], 'Name the person by --email'],
    [['--email', ANNA, '--shop', 'acme-shop'], 'Name the person by --email'],
    [['--order', '1001'], 'Name the person by --email'],
    [['--shop', 'nobody', '--order', '1001'], 'nobody'],
  ])('refuses %j', async (options, says) => {
    const { code, stderr } = await makeCliBench(await worldOf()).bridge('forget', ...options);

    expect([code, stderr]).toStrictEqual([2, expect.stringContaining(says)]);
  });

  it('is told of by the commands that show the order and its letters', async () => {
    const world = await worldOf({ email: 'no-address@x' });
    const { bridge } = makeCliBench(world);
    const { letter } = world.order();
    await bridge('forget', '--email', 'no-address@x', '--yes');
    const asked = await bridge('order', 'acme-shop', '1001');
    await world.arrive(anOrder({ changedAt: '2026-12-02T10:30:00.000Z' as Instant }));
    await world.pass(20 * 60_000);

    const [order, shown] = [await bridge('order', 'acme-shop', '1001'), await bridge('dlq', 'show', letter?.id ?? '')];

    expect(asked.stdout).toMatch(/buyer’s data +to be cleared as soon as nothing more is to be done, asked 2026-12-02/);
    expect(order.stdout).toMatch(/buyer’s data +cleared 2026-12-02/);
    expect(shown.stdout).toContain('The buyer’s data were cleared 2026-12-02');
  });

  it('finds a buyer in the body of a message that could not be read', async () => {
    const world = await worldOf();
    const { bridge } = makeCliBench(world);
    await world.receive(brokenOrder(BELA));
    await world.deliver();

    const { stdout } = await bridge('forget', '--email', BELA, '--json');

    expect(JSON.parse(stdout).letters).toMatchObject([{ shop: 'acme-shop', state: 'parked' }]);
  });
});

describe('bridge personal-data', () => {
  it('writes all that is kept of a buyer into a file that nobody else can read', async () => {
    const bench = makeCliBench(await worldOf());

    const { code, stdout } = await bench.bridge('personal-data', '--email', ANNA, '--out', 'anna.json');

    const path = join(bench.cwd, 'anna.json');
    expect([code, stdout]).toStrictEqual([0, expect.stringContaining('Written: 1 orders and 0 letters to')]);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
      orders: [{ number: '#1001', snapshot: { buyer: { email: ANNA } }, documents: [{ totalMinor: 635_000 }] }],
      letters: [],
    });
  });

  it('prints it where no file is named, and leaves digests out', async () => {
    const { stdout } = await makeCliBench(await worldOf()).bridge(
      'personal-data',
      '--shop',
      'acme-shop',
      '--order',
      '1001',
    );

    expect(stdout).toContain(ANNA);
    expect(stdout).not.toContain('settingsDigest');
  });

  it('says where nothing is kept', async () => {
    const { code, stdout } = await makeCliBench(await worldOf()).bridge('personal-data', '--email', 'x@example.com');

    expect([code, stdout]).toStrictEqual([1, expect.stringContaining('Nothing is kept of that person.')]);
  });

  it('names a file that it cannot write', async () => {
    const { code, stderr } = await makeCliBench(await worldOf()).bridge(
      ...['personal-data', '--email', ANNA, '--out', 'no-folder/anna.json'],
    );

    expect([code, stderr]).toStrictEqual([2, expect.stringContaining('cannot be written')]);
  });
});

/** Anna's order 1001 and Béla's 1002, each as far as CO3 takes it. */
const worldOf = async (anna: { readonly email?: string } = {}): Promise<SimulatedWorld> => {
  const world = makeSimulatedWorld({ seed: 1 });
  await world.arrive(anOrder({ buyer: aBuyer(anna) }));
  const bela = aBuyer({ name: { first: 'Béla', last: 'Próba' }, email: BELA });
  await world.arrive(anOrder({ orderId: '1002', number: '#1002', buyer: bela, shipTo: bela }));
  await world.deliver();
  return world;
};

/** A genuine webhook of an order that nobody can read. */
const brokenOrder = (email: string) => shopifyRequest(Buffer.from(JSON.stringify({ id: 1003, email, line_items: 7 })));
