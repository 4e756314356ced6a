import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Instant } from '../../lib/event/time.ts';
import type { ShopSettings } from '../../lib/settings/settings.ts';
import { anOrder, aShop } from '../support/orders.ts';
import { programmedCo3 } from '../support/programmed-co3.ts';
import { makeWorld } from '../support/world.ts';

const change = fc.record({
  mode: fc.constantFrom<ShopSettings['mode'][]>('shadow', 'supervised', 'on'),
  paid: fc.boolean(),
  fulfilled: fc.boolean(),
  email: fc.constantFrom('anna@example.com', 'bela@example.com'),
  gateway: fc.constantFrom('shopify_payments', 'barter'),
});

it('an order first seen in shadow is never sent by itself, whatever follows', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 6 }), async (changes) => {
      const co3 = programmedCo3();
      const world = makeWorld({ transport: co3.transport, shops: [aShop({ mode: 'shadow' })] });
      await world.arrive(anOrder());
      await world.deliver();

      let minute = 10;
      for (const { mode, paid, fulfilled, email, gateway } of changes) {
        minute += 1;
        const changedAt = `2026-12-02T09:${minute}:00.000Z` as Instant;
        // The shop's owner changes the mode and deploys again.
        (world.deps.settings.shops as Map<string, ShopSettings>).set('acme-shop', aShop({ mode }));
        const buyer = anOrder().buyer;
        await world.arrive(
          anOrder({
            changedAt,
            paid,
            fulfilledAt: fulfilled ? changedAt : null,
            buyer: buyer === null ? null : { ...buyer, email },
            gateways: [gateway],
          }),
        );
        await world.deliver();
        await world.pass(120_000);
      }

      expect(co3.methods()).toStrictEqual([]);
      expect(world.order().status).not.toBe('due');
    }),
    { numRuns: 50 },
  );
});
