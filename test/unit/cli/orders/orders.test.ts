import { describe, expect, it } from 'vitest';
import type { OrderKey } from '../../../../lib/event/snapshot.ts';
import type { Instant } from '../../../../lib/event/time.ts';
import { makeCliBench } from '../../../support/cli-bench.ts';
import { anOrder, aShop } from '../../../support/orders.ts';
import { programmedCo3 } from '../../../support/programmed-co3.ts';
import { makeWorld, type World } from '../../../support/world.ts';

describe('bridge orders', () => {
  it('lists what waits for a release, the newest first, with the way to release it', async () => {
    const world = await worldOf('supervised');

    const { code, stdout } = await makeCliBench(world).bridge('orders', '--local');

    expect(code).toBe(0);
    expect(stdout).toMatch(
      /#1002 +acme-shop +acme +6350.00 HUF +30 min ago\n#1001 +acme-shop +acme +6350.00 HUF +1 h ago/,
    );
    expect(stdout).toContain('2 orders wait.');
    expect(stdout).toContain('npx bridge order SHOP NUMBER --local');
  });

  it('lists what was seen in shadow by itself', async () => {
    const { bridge } = makeCliBench(await worldOf('shadow'));

    const [shadow, release] = [await bridge('orders', '--shadow', '--json'), await bridge('orders')];

    expect(JSON.parse(shadow.stdout)).toStrictEqual([
      line('1002', '2026-12-02T09:30:00.000Z'),
      line('1001', '2026-12-02T09:00:00.000Z'),
    ]);
    expect([release.code, release.stdout]).toStrictEqual([0, expect.stringContaining('No order waits for a release')]);
  });

  it('shows one shop, and no more than it is asked for', async () => {
    const { bridge } = makeCliBench(await worldOf('supervised'));

    const [one, stranger] = [await bridge('orders', '--limit', '1'), await bridge('orders', '--shop', 'nobody')];

    expect(one.stdout).toContain('The newest 1 of 2');
    expect(one.stdout.match(/#\d+/g)).toStrictEqual(['#1002']);
    expect(stranger.code).toBe(2);
  });

  it('forgets one that was released', async () => {
    const { bridge } = makeCliBench(await worldOf('supervised'));
    await bridge('order', 'acme-shop', '1002', '--release');

    const { stdout } = await bridge('orders', '--json');

    expect(JSON.parse(stdout)).toMatchObject([{ number: '#1001' }]);
  });
});

const LATER = '2026-12-02T09:30:00.000Z' as Instant;

/** A world whose one shop is in that mode, with two orders that wait. */
const worldOf = async (mode: 'supervised' | 'shadow'): Promise<World> => {
  const world = makeWorld({ transport: programmedCo3().transport, shops: [aShop({ mode })] });
  await world.arrive(anOrder());
  await world.arrive(anOrder({ orderId: '1002', number: '#1002', createdAt: LATER, changedAt: LATER }));
  await world.deliver();
  return world;
};

const line = (orderId: string, createdAt: string) => ({
  ...{ key: `shopify:acme.myshopify.com#${orderId}` as OrderKey, shop: 'acme-shop', account: 'acme' },
  ...{ number: `#${orderId}`, createdAt, minor: 635_000, currency: 'HUF', reason: 'Shadow' },
});
