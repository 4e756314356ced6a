import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { FaultRule } from '../../infra/local/co3/faults.ts';
import type { ProductSnapshot } from '../../lib/event/product-snapshot.ts';
import { toInstant } from '../../lib/event/time.ts';
import { aProduct, aVariant } from '../support/goods.ts';
import { makeGoodsWorld, openLetters, productsOf } from '../support/goods-world.ts';
import { makeKiller } from '../support/killer.ts';
import type { SimulatedWorld } from '../support/simulated-world.ts';
import { START } from '../support/world.ts';

const MINUTE = 60_000;
const SKUS = ['SKU-1', 'SKU-2', 'SKU-3', 'BAG-001'];

it('CO3 holds each claimed SKU once with the newest data, or one open letter says why not, after any changes, doubles, losses and crashes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(arbitraryHappening(), { minLength: 1, maxLength: 10 }), async (happenings) => {
      const killer = makeKiller();
      const world = makeGoodsWorld({ around: killer.around });
      const newest = new Map<string, ProductSnapshot>();

      for (const { product, fault, killAt, passMinutes, isTwice } of happenings) {
        const known = newest.get(product.productId);
        // Two states of one second say nothing of which is the newer one.
        if (known?.changedAt === product.changedAt) continue;
        if (known === undefined || known.changedAt < product.changedAt) newest.set(product.productId, product);
        if (fault !== null) world.co3.fault(fault);
        await world.arrive(product);
        if (isTwice) await world.arrive(product);
        await deliverOrDie(world, killer, killAt);
        await world.pass(passMinutes * MINUTE);
      }
      world.co3.clearFaults();
      await world.pass(2 * 60 * MINUTE);

      expect(standing(world, newest)).toStrictEqual(SKUS.map((sku) => [sku, 'right']));
      expect(world.ledger.all('listing').filter(({ changing }) => changing.length > 0)).toStrictEqual([]);
    }),
    { numRuns: 80 },
  );
});

/** Of each SKU whether CO3 has what the newest states say, or a letter says why not; what is wrong where neither is so. */
function standing(world: SimulatedWorld, newest: ReadonlyMap<string, ProductSnapshot>) {
  const letters = openLetters(world);
  return SKUS.map((sku) => {
    const claims = [...newest.values()].flatMap(({ variants }) => variants.filter((variant) => variant.sku === sku));
    const own = letters.filter((letter) => letter.endsWith(` product ${sku}`));
    const [claim, ...others] = claims;
    const inCo3 = productsOf(world, sku).map(({ fields }) => fields['product_name']);
    const isRight =
      claim === undefined
        ? own.length === 0
        : others.length > 0
          ? own.length === 1 && own[0]?.startsWith('SkuNotUnique')
          : own.length === 1 || (own.length === 0 && inCo3.length === 1 && inCo3[0] === claim.name);
    return [sku, isRight === true ? 'right' : { claims: claims.map(({ name }) => name), inCo3, letters }];
  });
}

async function deliverOrDie(world: SimulatedWorld, killer: ReturnType<typeof makeKiller>, killAt: number | null) {
  if (killAt === null) return world.deliver();
  killer.arm((_port, _given, count) => count === killAt, killAt % 2 === 0 ? 'before' : 'after');
  await Promise.race([world.deliver(), killer.killed()]);
  killer.disarm();
}

function arbitraryHappening() {
  return fc.record({
    product: arbitraryProduct(),
    fault: fc.option(arbitraryFault(), { freq: 2 }),
    killAt: fc.option(fc.integer({ min: 1, max: 60 }), { freq: 3 }),
    passMinutes: fc.constantFrom(0, 0, 0, 1, 5, 20),
    isTwice: fc.boolean(),
  });
}

/** One of three products with up to two variants, at one of a few seconds, so that states overtake each other and come again. */
function arbitraryProduct(): fc.Arbitrary<ProductSnapshot> {
  const second = fc.integer({ min: 0, max: 50 });
  const skus = fc.array(fc.constantFrom(...SKUS, ''), { maxLength: 2 });
  const word = fc.constantFrom('kék', 'zöld');
  return fc.tuple(fc.constantFrom('1', '2', '3'), second, skus, word).map(([productId, at, own, colour]) =>
    aProduct({
      productId,
      changedAt: toInstant(START - MINUTE + at * 1_000),
      isDeleted: own.length === 0,
      variants: own.map((sku, n) =>
        aVariant({ itemId: `${productId}-${n}`, sku, name: `Áru ${productId}/${n}, ${colour}` }),
      ),
    }),
  );
}

function arbitraryFault(): fc.Arbitrary<FaultRule> {
  const method = fc.constantFrom('setProduct', 'getProduct');
  return fc.oneof(
    fc.record({
      kind: fc.constantFrom('hang-after-commit', 'commit-then-cut', 'timeout-before-commit', 'reset', '503'),
      method,
    }),
    // While CO3 is left alone: what it carries out later than that may overwrite a newer state.
    fc.record({
      kind: fc.constant('late-commit'),
      method: fc.constant('setProduct'),
      ms: fc.integer({ min: 1_000, max: 25_000 }),
    }),
    fc.record({ kind: fc.constant('refuse'), method, code: fc.constantFrom(5, 8, 10, 18, 24, 202, 401, 409) }),
  ) as fc.Arbitrary<FaultRule>;
}
