import { describe, expect, it } from 'vitest';
import type { ProductSnapshot } from '../../lib/event/product-snapshot.ts';
import type { Instant } from '../../lib/event/time.ts';
import { aLevel, aProduct, aVariant } from '../support/goods.ts';
import { callsOf, makeGoodsWorld, openLetters, productsOf, stockOf } from '../support/goods-world.ts';
import { makeKiller } from '../support/killer.ts';
import type { SimulatedWorld } from '../support/simulated-world.ts';

const MINUTE = 60_000;

describe('states of a product that come in another order', () => {
  it('end as the newest, also where that one says what was known before', async () => {
    const world = makeGoodsWorld();
    await world.arrive(aProduct(at('09:40:00')));
    await world.arrive(aProduct(at('09:50:00')));
    await world.arrive(aProduct({ ...at('09:45:00'), variants: [aVariant({ price: '2490' })] }));

    await world.deliver();

    expect(productsOf(world, 'MUG-9').map(({ fields }) => fields['net_price'])).toStrictEqual(['1566.929134']);
  });

  it('leave an item with the product that took it over, where an older state of the other one comes late', async () => {
    const world = makeGoodsWorld();
    await world.arrive(aProduct());
    await world.deliver();

    await world.arrive(aProduct({ ...at('09:50:00'), productId: '502', variants: [aVariant({ name: 'Átvett' })] }));
    await world.deliver();
    await world.arrive(aProduct({ ...at('09:45:00'), group: 'Régi' }));
    await world.deliver();
    await world.arrive(aProduct({ ...at('09:50:00'), variants: [] }));
    await world.deliver();

    expect(claimsOf(world)).toStrictEqual(['MUG-9 Átvett']);
    expect(productsOf(world, 'MUG-9').map(({ fields }) => fields['product_name'])).toStrictEqual(['Átvett']);
  });
});

describe('SKUs that change hands', () => {
  it('go back to what they were without a call', async () => {
    const world = makeGoodsWorld();
    await world.arrive(aProduct());
    await world.deliver();
    await world.arrive(aProduct({ ...at('09:50:00'), variants: [aVariant({ sku: 'MUG-10' })] }));
    await world.deliver();
    const before = callsOf(world).length;

    await world.arrive(aProduct(at('09:51:00')));
    await world.deliver();

    expect(callsOf(world)).toHaveLength(before);
    expect(claimsOf(world)).toStrictEqual(['MUG-9 Bögre, kék']);
    expect(openLetters(world)).toStrictEqual([]);
  });

  it('swapped between two variants make no letter, wherever the worker is killed', async () => {
    await killedEverywhere(async ({ world, kill, at: moment }) => {
      await world.arrive(aProduct({ variants: BOTH }));
      await world.deliver();
      await world.arrive(aProduct({ ...at('09:50:00'), variants: SWAPPED }));

      const isOver = await kill();
      await world.pass(10 * MINUTE);

      expect({ moment, claims: claimsOf(world), letters: world.ledger.all('letter').length }).toStrictEqual({
        moment,
        claims: ['MUG-1 Kék', 'MUG-2 Zöld'],
        letters: 0,
      });
      return isOver;
    });
  });

  it.each([
    ['another SKU', 'MUG-11'],
    ['the SKU that it had before', 'MUG-9'],
  ])(
    'that were claimed by a worker that was killed are given back when meanwhile a state with %s has come',
    async (_, sku) => {
      await killedEverywhere(async ({ world, kill, at: moment }) => {
        await world.arrive(aProduct());
        await world.deliver();
        await world.arrive(aProduct({ ...at('09:50:00'), variants: [aVariant({ sku: 'MUG-10' })] }));

        const isOver = await kill();
        await world.arrive(aProduct({ ...at('09:51:00'), variants: [aVariant({ sku })] }));
        await world.deliver();
        await world.pass(10 * MINUTE);

        expect({ moment, claims: claimsOf(world) }).toStrictEqual({ moment, claims: [`${sku} Bögre, kék`] });
        return isOver;
      });
    },
  );
});

describe('a product that the shop deletes', () => {
  it('makes no letter of its levels, which no one could mend', async () => {
    const world = makeGoodsWorld();
    await world.arrive(aProduct());
    await world.arrive(aLevel({ quantity: '5' }));
    await world.deliver();

    await world.arrive(aProduct({ ...at('09:50:00'), isDeleted: true, variants: [] }));
    await world.deliver();
    await world.arrive(aLevel({ quantity: '0', ...at('09:50:01') }));
    await world.deliver();
    await world.pass(5 * MINUTE);

    expect(openLetters(world)).toStrictEqual([]);
  });

  it('and makes again under another id keeps its SKU, and its level goes by the new one', async () => {
    const world = makeGoodsWorld();
    await world.arrive(aProduct());
    await world.arrive(aLevel({ quantity: '5' }));
    await world.deliver();

    await world.arrive(aProduct({ ...at('09:50:00'), isDeleted: true, variants: [] }));
    const remade = { productId: '777', ...at('09:55:00'), variants: [aVariant({ itemId: '9777', name: 'Újra' })] };
    await world.arrive(aProduct(remade));
    await world.arrive(aLevel({ itemId: '9777', quantity: '3', ...at('09:56:00') }));
    await world.deliver();
    await world.pass(5 * MINUTE);

    expect(openLetters(world)).toStrictEqual([]);
    expect(claimsOf(world)).toStrictEqual(['MUG-9 Újra']);
    expect(stockOf(world, 'MUG-9')).toStrictEqual(['3']);
  });
});

const BOTH = [aVariant({ sku: 'MUG-1', name: 'Zöld' }), aVariant({ itemId: '9002', sku: 'MUG-2', name: 'Kék' })];
const SWAPPED = [aVariant({ sku: 'MUG-2', name: 'Zöld' }), aVariant({ itemId: '9002', sku: 'MUG-1', name: 'Kék' })];

interface Killed {
  readonly world: SimulatedWorld;
  /** Delivers what has come, and is killed on the way; answers whether it came to its end. */
  readonly kill: () => Promise<boolean>;
  readonly at: string;
}

/** Plays the story with a worker that is killed at each port call, until one comes to its end. */
async function killedEverywhere(story: (killed: Killed) => Promise<boolean>): Promise<void> {
  let reached = 0;
  for (let n = 2; ; n += 1) {
    const killer = makeKiller();
    const kill = async (): Promise<boolean> => {
      killer.arm((_port, _given, count) => count === n >> 1, n % 2 === 0 ? 'before' : 'after');
      const end = await Promise.race([world.deliver().then(() => 'ended'), killer.killed()]);
      killer.disarm();
      return end === 'ended';
    };
    const world = makeGoodsWorld({ around: killer.around });
    if (await story({ world, kill, at: `${n >> 1} ${n % 2 === 0 ? 'before' : 'after'}` })) break;
    reached += 1;
  }
  expect(reached).toBeGreaterThan(40);
}

function at(time: string): Pick<ProductSnapshot, 'changedAt'> {
  return { changedAt: `2026-12-02T${time}.000Z` as Instant };
}

function claimsOf(world: SimulatedWorld): readonly string[] {
  return world.ledger
    .all('product')
    .flatMap(({ sku, claims }) => claims.map(({ variant }) => `${sku} ${variant.name}`))
    .toSorted();
}
