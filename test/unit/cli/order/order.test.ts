import { describe, expect, it } from 'vitest';
import type { OrderSnapshot } from '../../../../lib/event/snapshot.ts';
import { makeCliBench, shopsYml } from '../../../support/cli-bench.ts';
import { anOrder, aShop } from '../../../support/orders.ts';
import { answered, noAnswer, refused, type Scripted, scriptedCo3, signedIn } from '../../../support/scripted-co3.ts';
import { makeWorld } from '../../../support/world.ts';

describe('bridge order', () => {
  it.each([['1001'], ['#1001'], ['5550001']])('finds the order by %s', async (asked) => {
    const { bridge } = await benchOf('on', [signedIn('s'), made('contact_id', '7'), made('invoice_id', '42')]);

    const { code, stdout } = await bridge('order', 'acme-shop', asked);

    expect(code).toBe(0);
    expect(stdout).toContain('Order #1001 of acme-shop');
    expect(stdout).toContain('settled: what is owed is invoiced');
    expect(stdout).toMatch(/invoice +42 +6350\.00 HUF +— +test\/shopify:acme\.myshopify\.com\/5550001\/invoice\/1/);
  });

  it('names the letter of an order that was refused', async () => {
    const { bridge, world } = await benchOf('on', [signedIn('s'), refused(22, 'Invalid e-mail address')]);

    const { stdout } = await bridge('order', 'acme-shop', '1001');

    expect(stdout).toContain('waits as a letter: InvalidEmail');
    expect(stdout).toContain(world.ledger.all('letter')[0]?.key);
  });

  it('says of an invoice without answer that its outcome is unknown', async () => {
    const { bridge } = await benchOf('on', [signedIn('s'), made('contact_id', '7'), noAnswer]);

    const { stdout } = await bridge('order', 'acme-shop', '1001');

    expect(stdout).toContain('OUTCOME UNKNOWN');
  });

  it('shows the plan of a supervised order with its digest, and the command that releases it', async () => {
    const { bridge } = await benchOf('supervised');

    const { code, stdout } = await bridge('order', 'acme-shop', '1001', '--local');

    const digest = /digest +([0-9a-f]{64})/.exec(stdout)?.[1] ?? '-';
    expect(code).toBe(0);
    expect(stdout).toContain('setInvoice');
    expect(stdout).toContain(`npx bridge order acme-shop 1001 --local --release ${digest.slice(0, 12)}`);
  });

  it('says what it can of an order that nobody knows', async () => {
    const { bridge } = await benchOf('on', []);

    const { code, stderr } = await bridge('order', 'acme-shop', '9');

    expect(code).toBe(1);
    expect(stderr).toContain('webhooks');
  });
});

describe('bridge order --release', () => {
  const TAKES_ALL = [signedIn('s'), made('contact_id', '7'), made('invoice_id', '42')];

  it('releases the plan that it shows, and rings', async () => {
    const { bridge, world } = await benchOf('supervised', TAKES_ALL);

    const { code, stdout } = await bridge('order', 'acme-shop', '1001', '--release');

    expect(code).toBe(0);
    expect(stdout).toContain('Released');
    expect(world.events.bodies()).toStrictEqual(['{"kind":"bell","account":"acme"}']);
    await world.deliver();
    expect(world.order().documents.map(({ id }) => id)).toStrictEqual(['42']);
  });

  it('takes the beginning of a digest that was shown before', async () => {
    const { bridge, world } = await benchOf('supervised', TAKES_ALL);
    const { stdout } = await bridge('order', 'acme-shop', '1001', '--json');
    const { plan } = JSON.parse(stdout) as { plan: { digest: string } };

    const { code } = await bridge('order', 'acme-shop', '1001', '--release', plan.digest.slice(0, 8));

    expect(code).toBe(0);
    expect(world.order().release?.digest).toBe(plan.digest);
  });

  it.each([
    ['the digest is of another plan', 'supervised', {}, ['00000000'], 1, 'another one'],
    ['the digest is too short', 'supervised', {}, ['0000'], 2, 'at least 8'],
    ['the shop is in shadow', 'shadow', {}, [], 1, '`supervised` or `on`'],
    ['nothing waits', 'supervised', { paid: false }, [], 1, 'NotPaid'],
  ] as const)('is refused where %s', async (_, mode, overrides, digest, exit, words) => {
    const { bridge, world } = await benchOf(mode, TAKES_ALL, overrides);

    const { code, stderr } = await bridge('order', 'acme-shop', '1001', '--release', ...digest);

    expect(code).toBe(exit);
    expect(stderr).toContain(words);
    expect(world.order().release).toBeNull();
    expect(world.events.bodies()).toStrictEqual([]);
  });
});

function made(tag: string, id: string): Scripted {
  return answered(`<result>OK</result><${tag}>${id}</${tag}>`);
}

/** A bench whose worker has seen one order in that mode. */
const benchOf = async (
  mode: 'on' | 'supervised' | 'shadow',
  script: readonly Scripted[] = [],
  overrides: Partial<OrderSnapshot> = {},
) => {
  const world = makeWorld({
    shops: [aShop({ mode })],
    transport: (clock) => scriptedCo3(clock, script).transport,
  });
  if (mode !== 'on' || script.length > 0) {
    await world.arrive(anOrder({ orderId: '5550001', ...overrides }));
    await world.deliver();
  }
  return { world, ...makeCliBench(world, { yaml: shopsYml(mode) }) };
};
