import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { FaultRule } from '../../infra/local/co3/faults.ts';
import { toInstant } from '../../lib/event/time.ts';
import { aLevel, aProduct, aVariant } from '../support/goods.ts';
import { makeGoodsWorld, stockOf } from '../support/goods-world.ts';
import { makeKiller } from '../support/killer.ts';
import type { SimulatedWorld } from '../support/simulated-world.ts';
import { START } from '../support/world.ts';

const MINUTE = 60_000;

it('CO3 holds the newest level of each product and warehouse after any levels, doubles, losses and crashes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(arbitraryHappening(), { minLength: 1, maxLength: 12 }), async (happenings) => {
      const killer = makeKiller();
      const world = makeGoodsWorld({ around: killer.around });
      await tellProducts(world);
      const newest = new Map<string, { readonly second: number; readonly quantity: number }>();

      for (const happening of happenings) {
        const { item, warehouse, quantity, second, fault, killAt, passMinutes, isTwice } = happening;
        const place = `${item} ${warehouse}`;
        const known = newest.get(place);
        // Two levels of one second say nothing of which is the newer one.
        if (known?.second === second) continue;
        if (known === undefined || known.second < second) newest.set(place, { second, quantity });
        if (fault !== null) world.co3.fault(fault);
        const level = aLevel({
          itemId: item,
          locationId: warehouse === 1 ? 'loc-1' : 'shop',
          quantity: String(quantity),
          changedAt: toInstant(START - MINUTE + second * 1_000),
        });
        await world.arrive(level);
        if (isTwice) await world.arrive(level);
        await deliverOrDie(world, killer, killAt);
        await world.pass(passMinutes * MINUTE);
      }
      world.co3.clearFaults();
      // Bookings that come late are seen by the watch, which looks hourly.
      await world.pass(4 * 60 * MINUTE);

      for (const [place, { quantity }] of newest) {
        const [item = '', warehouse] = place.split(' ');
        expect([place, ...stockOf(world, SKUS[item] ?? '', Number(warehouse)).map(Number)]).toStrictEqual([
          place,
          quantity,
        ]);
      }
    }),
    { numRuns: 60 },
  );
});

const SKUS: Readonly<Record<string, string>> = { 9001: 'BAG-001', 9002: 'MUG-002' };

const tellProducts = async (world: SimulatedWorld): Promise<void> => {
  for (const [itemId, sku] of Object.entries(SKUS))
    await world.arrive(aProduct({ productId: itemId, variants: [aVariant({ itemId, sku, name: sku })] }));
  await world.deliver();
};

const deliverOrDie = async (
  world: SimulatedWorld,
  killer: ReturnType<typeof makeKiller>,
  killAt: number | null,
): Promise<void> => {
  if (killAt === null) return world.deliver();
  killer.arm((_port, _given, count) => count === killAt, killAt % 2 === 0 ? 'before' : 'after');
  await Promise.race([world.deliver(), killer.killed()]);
  killer.disarm();
};

function arbitraryHappening() {
  return fc.record({
    item: fc.constantFrom('9001', '9002'),
    warehouse: fc.constantFrom(1, 2),
    quantity: fc.nat({ max: 300 }),
    second: fc.integer({ min: 0, max: 50 }),
    fault: fc.option(arbitraryFault(), { freq: 2 }),
    killAt: fc.option(fc.integer({ min: 1, max: 30 }), { freq: 3 }),
    passMinutes: fc.constantFrom(0, 0, 1, 5, 20),
    isTwice: fc.boolean(),
  });
}

function arbitraryFault(): fc.Arbitrary<FaultRule> {
  const method = fc.constantFrom('setProduct', 'removeStock', 'getStock');
  return fc.oneof(
    fc.record({
      kind: fc.constantFrom('hang-after-commit', 'commit-then-cut', 'timeout-before-commit', 'reset', '503'),
      method,
    }),
    fc.record({
      kind: fc.constant('late-commit'),
      method: fc.constantFrom('setProduct', 'removeStock'),
      ms: fc.integer({ min: 1, max: 45 }).map((minutes) => minutes * MINUTE),
    }),
    fc.record({ kind: fc.constant('refuse'), method, code: fc.constantFrom(8, 10, 202) }),
  ) as fc.Arbitrary<FaultRule>;
}
