import { describe, expect, it } from 'vitest';
import { redriveLetter } from '../../lib/dead-letters/redrive.ts';
import type { Instant } from '../../lib/event/time.ts';
import type { ShopSettings } from '../../lib/settings/settings.ts';
import { aLevel, aProduct, aVariant } from '../support/goods.ts';
import { callsOf, deleteProduct, makeGoodsWorld, openLetters, stockOf } from '../support/goods-world.ts';
import type { SimulatedWorld } from '../support/simulated-world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const at = (time: string): { readonly changedAt: Instant } => ({ changedAt: `2026-12-02T${time}.000Z` as Instant });

describe('a stock level', () => {
  it('is booked in as the difference to what CO3 has', async () => {
    const world = await aWorldWithBag();

    await world.arrive(aLevel({ quantity: '130' }));
    await world.deliver();

    expect(stockOf(world, 'BAG-001')).toStrictEqual(['130']);
    expect(callsOf(world)).toStrictEqual(['getProduct', 'setProduct', 'getStock', 'setProduct']);
  });

  it('is booked out where CO3 has more', async () => {
    const world = await aWorldWithBag();

    await world.arrive(aLevel({ quantity: '7' }));
    await world.deliver();

    expect(stockOf(world, 'BAG-001')).toStrictEqual(['7']);
    expect(callsOf(world).slice(-2)).toStrictEqual(['getStock', 'removeStock']);
  });

  it('that CO3 has already books nothing, and neither does a repeat', async () => {
    const world = await aWorldWithBag();

    await world.arrive(aLevel({ quantity: '120.0' }));
    await world.arrive(aLevel({ quantity: '120.0' }));
    await world.deliver();

    expect(callsOf(world).slice(2)).toStrictEqual(['getStock']);
  });

  it('that comes right after another is held against what CO3 shows when the booking has had its time', async () => {
    const world = await aWorldWithBag();
    await world.arrive(aLevel({ quantity: '130', ...at('09:41:00') }));
    await world.deliver();

    world.co3.fault({ kind: 'stale-read', method: 'getStock', ms: 500 });
    await world.arrive(aLevel({ quantity: '131', ...at('09:42:00') }));
    await world.deliver();
    await world.pass(MINUTE);

    expect(stockOf(world, 'BAG-001')).toStrictEqual(['131']);
  });

  it('below nothing empties the warehouse', async () => {
    const world = await aWorldWithBag();

    await world.arrive(aLevel({ quantity: '-3' }));
    await world.deliver();

    expect(stockOf(world, 'BAG-001')).toStrictEqual(['0']);
  });

  it('of several that wait is the newest, in one call', async () => {
    const world = await aWorldWithBag();

    await world.arrive(aLevel({ quantity: '119', ...at('09:41:00') }));
    await world.arrive(aLevel({ quantity: '115', ...at('09:43:00') }));
    await world.arrive(aLevel({ quantity: '118', ...at('09:42:00') }));
    await world.deliver();

    expect(stockOf(world, 'BAG-001')).toStrictEqual(['115']);
    expect(callsOf(world).slice(2)).toStrictEqual(['getStock', 'removeStock']);
  });

  it('of a place that the settings do not map changes nothing', async () => {
    const world = await aWorldWithBag();

    await world.arrive(aLevel({ locationId: 'loc-9' }));
    await world.deliver();

    expect(callsOf(world)).toStrictEqual(['getProduct', 'setProduct']);
    expect(world.ledger.all('stock')).toStrictEqual([]);
  });

  it('that the product itself tells goes to the warehouse of the shop that has but one place', async () => {
    const world = makeGoodsWorld();

    await world.arrive(aProduct({ variants: [aVariant({ sku: 'BAG-001', stock: '3.5' })] }));
    await world.deliver();

    expect([stockOf(world, 'BAG-001', 1), stockOf(world, 'BAG-001', 2)]).toStrictEqual([['120'], ['3.5']]);
  });

  it('of many products is read in one call', async () => {
    const world = makeGoodsWorld();
    const skus = ['BAG-001', 'MUG-002', 'TEE-003-M'];
    for (const [n, sku] of skus.entries())
      await world.arrive(
        aProduct({ productId: `51${n}`, variants: [aVariant({ itemId: `91${n}`, sku, name: `Áru ${n}` })] }),
      );
    await world.deliver();

    for (const n of skus.keys()) await world.arrive(aLevel({ itemId: `91${n}`, quantity: '50' }));
    await world.deliver();

    expect(skus.flatMap((sku) => stockOf(world, sku))).toStrictEqual(['50', '50', '50']);
    expect(callsOf(world).filter((method) => method === 'getStock')).toHaveLength(1);
  });

  it('of more products than CO3 takes in one query is read in halves', async () => {
    const world = makeGoodsWorld();
    const skus = ['BAG-001', 'MUG-002', 'TEE-003-M'];
    for (const [n, sku] of skus.entries())
      await world.arrive(
        aProduct({ productId: `51${n}`, variants: [aVariant({ itemId: `91${n}`, sku, name: `Áru ${n}` })] }),
      );
    await world.deliver();
    world.co3.fault({ kind: 'refuse', method: 'getStock', code: 411, text: 'Too many products in the query: 3' });

    for (const n of skus.keys()) await world.arrive(aLevel({ itemId: `91${n}`, quantity: '50' }));
    await world.deliver();

    expect(skus.flatMap((sku) => stockOf(world, sku))).toStrictEqual(['50', '50', '50']);
    expect(callsOf(world).filter((method) => method === 'getStock')).toHaveLength(3);
    expect(openLetters(world)).toStrictEqual([]);
  });

  it('is not booked while the shop is in shadow', async () => {
    const world = makeGoodsWorld({ shop: { mode: 'shadow' } });
    await world.arrive(aProduct({ variants: [aVariant({ sku: 'BAG-001' })] }));

    await world.arrive(aLevel());
    await world.deliver();

    expect(callsOf(world)).toStrictEqual([]);
  });
});

describe('a level of an unknown item', () => {
  it('waits two minutes for its product, which may have been overtaken', async () => {
    const world = makeGoodsWorld();
    await world.arrive(aLevel({ quantity: '5' }));
    await world.deliver();

    await world.arrive(aProduct({ variants: [aVariant({ sku: 'BAG-001' })] }));
    await world.deliver();

    expect(stockOf(world, 'BAG-001')).toStrictEqual(['5']);
    expect(world.ledger.all('letter')).toStrictEqual([]);
  });

  it('is a letter then, which closes when the next product makes it known', async () => {
    const world = makeGoodsWorld();
    await world.arrive(aLevel({ quantity: '5' }));
    await world.deliver();
    await world.pass(3 * MINUTE);
    const letters = openLetters(world);

    await world.arrive(aProduct({ variants: [aVariant({ sku: 'BAG-001' })] }));
    await world.deliver();

    expect(letters).toStrictEqual(['StockItemUnknown stock 9001 at loc-1']);
    expect(openLetters(world)).toStrictEqual([]);
    expect(stockOf(world, 'BAG-001')).toStrictEqual(['5']);
  });

  it('without a SKU is a letter that closes when it has one', async () => {
    const world = makeGoodsWorld();
    await world.arrive(aProduct({ variants: [aVariant({ sku: '' })] }));
    await world.arrive(aLevel({ quantity: '5' }));
    await world.deliver();
    const letters = openLetters(world);

    await world.arrive(aProduct({ ...at('09:50:00'), variants: [aVariant({ sku: 'BAG-001' })] }));
    await world.deliver();

    expect(letters.toSorted()).toStrictEqual(['SkuMissing listing Bögre, kék', 'StockItemUnknown stock 9001 at loc-1']);
    expect(openLetters(world)).toStrictEqual([]);
    expect(stockOf(world, 'BAG-001')).toStrictEqual(['5']);
  });

  it('whose SKU CO3 does not have is a letter where products are not kept, and goes with a redrive', async () => {
    const world = makeGoodsWorld({ shop: STOCK_ALONE });
    await world.arrive(aProduct());
    await world.arrive(aLevel({ quantity: '5' }));
    await world.deliver();
    const letters = openLetters(world);
    const products = world.co3.accounts.get('acme')?.products;
    products?.put(80, { id: 80, fields: { item_number: 'MUG-9', product_name: 'Bögre' }, stock: {} }, 0);

    await redriveLetter(world.deps, world.ledger.all('letter')[0]?.key ?? '', 'anna', world.clock.now());
    await world.pass(MINUTE);

    expect(letters).toStrictEqual(['StockItemUnknown stock 9001 at loc-1']);
    expect(openLetters(world)).toStrictEqual([]);
    expect(stockOf(world, 'MUG-9')).toStrictEqual(['5']);
    expect(callsOf(world)).not.toContain('setContact');
  });

  it('that stands for two things waits until one of them has another SKU', async () => {
    const world = makeGoodsWorld();
    await world.arrive(
      aProduct({ variants: [aVariant({ sku: 'BAG-001' }), aVariant({ itemId: '9002', sku: 'BAG-001' })] }),
    );
    await world.arrive(aLevel({ quantity: '5' }));
    await world.deliver();
    const before = stockOf(world, 'BAG-001');

    await world.arrive(
      aProduct({
        ...at('09:50:00'),
        variants: [aVariant({ sku: 'BAG-001' }), aVariant({ itemId: '9002', sku: 'BAG-2' })],
      }),
    );
    await world.deliver();

    expect([before, stockOf(world, 'BAG-001')]).toStrictEqual([['120'], ['5']]);
  });
});

describe('a booking that gets no answer', () => {
  it.each(['hang-after-commit', 'commit-then-cut', 'timeout-before-commit', 'reset'] as const)(
    '(%s) leaves CO3 with the level, whatever became of it',
    async (kind) => {
      const world = await aWorldWithBag();
      world.co3.fault({ kind, method: 'setProduct' });

      await world.arrive(aLevel({ quantity: '130' }));
      await world.deliver();
      await world.pass(15 * MINUTE);

      expect(stockOf(world, 'BAG-001')).toStrictEqual(['130']);
      expect(openLetters(world)).toStrictEqual([]);
    },
  );

  it('is not booked again before three looks over ten minutes', async () => {
    const world = await aWorldWithBag();
    world.co3.fault({ kind: 'timeout-before-commit', method: 'setProduct' });
    await world.arrive(aLevel({ quantity: '130' }));
    await world.deliver();

    await world.pass(9 * MINUTE);

    expect(stockOf(world, 'BAG-001')).toStrictEqual(['120']);
  });

  it('and is made after it was booked again is taken back', async () => {
    const world = await aWorldWithBag();
    world.co3.fault({ kind: 'late-commit', method: 'setProduct', ms: 30 * MINUTE });
    await world.arrive(aLevel({ quantity: '130' }));
    await world.deliver();
    await world.pass(15 * MINUTE);
    const again = stockOf(world, 'BAG-001');
    await world.pass(20 * MINUTE);
    const doubled = stockOf(world, 'BAG-001');

    await world.pass(HOUR);

    expect([again, doubled, stockOf(world, 'BAG-001')]).toStrictEqual([['130'], ['140'], ['130']]);
  });

  it('gives way to a newer level once CO3 has shown what it has', async () => {
    const world = await aWorldWithBag();
    world.co3.fault({ kind: 'hang-after-commit', method: 'setProduct' });
    await world.arrive(aLevel({ quantity: '130' }));
    await world.deliver();

    await world.arrive(aLevel({ quantity: '90', ...at('09:55:00') }));
    await world.deliver();
    await world.pass(2 * MINUTE);

    expect(stockOf(world, 'BAG-001')).toStrictEqual(['90']);
  });
});

it('reckons a level that comes while the one before it is booked with what CO3 has after that', async () => {
  let isNewerThere = false;
  const world: SimulatedWorld = makeGoodsWorld({
    around: async (port, effect, given) => {
      const result = await effect();
      if (port === 'co3' && !isNewerThere && JSON.stringify(given).includes('takein_quantity')) {
        isNewerThere = true;
        await world.arrive(aLevel({ quantity: '90', ...at('09:55:00') }));
        await world.handle({ messages: world.events.receive(120_000), deadline: world.clock.now() + 60_000 });
      }
      return result;
    },
  });
  await world.arrive(aProduct({ variants: [aVariant({ sku: 'BAG-001' })] }));
  await world.arrive(aLevel({ quantity: '130' }));

  await world.deliver();
  await world.pass(MINUTE);

  expect(stockOf(world, 'BAG-001')).toStrictEqual(['90']);
});

describe('a booking that CO3 refuses', () => {
  it('as more than there are is a letter, and the next level takes its place', async () => {
    const world = await aWorldWithBag();
    world.co3.fault({ kind: 'refuse', method: 'removeStock', code: 403 });
    await world.arrive(aLevel({ quantity: '7' }));
    await world.deliver();
    const letters = openLetters(world);

    await world.arrive(aLevel({ quantity: '7', ...at('09:55:00') }));
    await world.deliver();

    expect(letters).toStrictEqual(['NotEnoughStock stock 9001 at loc-1']);
    expect(openLetters(world)).toStrictEqual([]);
    expect(stockOf(world, 'BAG-001')).toStrictEqual(['7']);
  });

  it('for a warehouse that there is not is a letter', async () => {
    const world = await aWorldWithBag({ stock: { warehouses: { 'loc-1': '99' } } });

    await world.arrive(aLevel());
    await world.deliver();

    expect(openLetters(world)).toStrictEqual(['UnknownWarehouse stock 9001 at loc-1']);
  });

  it('since the product is gone is looked up again, and made where the shop keeps CO3’s products', async () => {
    const world = await aWorldWithBag();
    deleteProduct(world, 'BAG-001');

    await world.arrive(aLevel({ quantity: '4' }));
    await world.deliver();

    expect(openLetters(world)).toStrictEqual([]);
    expect(stockOf(world, 'BAG-001')).toStrictEqual(['4']);
  });
});

it('books nothing where CO3’s answer does not say how many there are', async () => {
  // CO3 calls the number otherwise than these settings say.
  const world = makeGoodsWorld({ account: { contract: { getStock: { tags: { quantity: 'pieces' } } } } });
  await world.arrive(aProduct({ variants: [aVariant({ sku: 'BAG-001' })] }));

  await world.arrive(aLevel());
  await world.deliver();

  expect(openLetters(world)).toStrictEqual(['StockUnreadable stock 9001 at loc-1']);
  expect(callsOf(world).slice(2)).toStrictEqual(['getStock']);
});

const STOCK_ALONE: Partial<ShopSettings> = { products: undefined } as never;

/** CO3 has 120 of the bag in its first warehouse, and the shop's item 9001 is that bag. */
async function aWorldWithBag(shop: Partial<ShopSettings> = {}): Promise<SimulatedWorld> {
  const world = makeGoodsWorld({ shop });
  await world.arrive(aProduct({ variants: [aVariant({ sku: 'BAG-001' })] }));
  await world.deliver();
  return world;
}
