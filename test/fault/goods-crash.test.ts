import { describe, expect, it } from 'vitest';
import type { Instant } from '../../lib/event/time.ts';
import { aLevel, aProduct, aVariant } from '../support/goods.ts';
import { makeGoodsWorld, openLetters, productsOf, stockOf } from '../support/goods-world.ts';
import { makeKiller } from '../support/killer.ts';

const MINUTE = 60_000;
const MOMENTS = Array.from({ length: 120 }, (_, at) => at + 1).flatMap((at) => [
  { at, when: 'before' as const },
  { at, when: 'after' as const },
]);

describe('a worker that is killed at any port call', () => {
  it('leaves CO3 with one product and its level, and nothing that waits for ever', async () => {
    let reached = 0;
    for (const { at, when } of MOMENTS) {
      const killer = makeKiller();
      const world = makeGoodsWorld({ around: killer.around });
      await world.arrive(aLevel({ quantity: '5' }));
      await world.arrive(aProduct());
      killer.arm((_port, _given, count) => count === at, when);

      const end = await Promise.race([world.deliver().then(() => 'ended'), killer.killed()]);
      killer.disarm();
      if (end === 'ended') break;
      reached += 1;
      await world.pass(40 * MINUTE);

      expect({
        at,
        when,
        stock: stockOf(world, 'MUG-9'),
        letters: openLetters(world),
        standing: standing(world),
      }).toStrictEqual({
        at,
        when,
        stock: ['5'],
        letters: [],
        standing: ['Known', 'InCo3', 'InCo3'],
      });
    }
    expect(reached).toBeGreaterThan(60);
  });

  it('while a SKU changes hands leaves each to the one that bears it now', async () => {
    let reached = 0;
    for (const { at, when } of MOMENTS) {
      const killer = makeKiller();
      const world = makeGoodsWorld({ around: killer.around });
      await world.arrive(aProduct());
      await world.arrive(aLevel({ quantity: '5' }));
      await world.deliver();
      await world.arrive(aProduct({ ...LATER, variants: [aVariant({ sku: 'MUG-10', name: 'Bögre, tíz' })] }));
      killer.arm((_port, _given, count) => count === at, when);

      const end = await Promise.race([world.deliver().then(() => 'ended'), killer.killed()]);
      killer.disarm();
      if (end === 'ended') break;
      reached += 1;
      await world.pass(40 * MINUTE);

      const claims = world.ledger.all('product').map(({ sku, claims }) => `${sku} ${claims.length}`);
      expect({
        at,
        when,
        claims: claims.toSorted(),
        ten: productsOf(world, 'MUG-10').length,
        stock: stockOf(world, 'MUG-10'),
      }).toStrictEqual({
        at,
        when,
        claims: ['MUG-10 1', 'MUG-9 0'],
        ten: 1,
        stock: ['5'],
      });
    }
    expect(reached).toBeGreaterThan(40);
  });
});

const LATER = { changedAt: '2026-12-02T09:50:00.000Z' as Instant };

const standing = (world: ReturnType<typeof makeGoodsWorld>): readonly string[] =>
  (['listing', 'product', 'stock'] as const).flatMap((kind) => world.ledger.all(kind).map(({ reason }) => reason));
