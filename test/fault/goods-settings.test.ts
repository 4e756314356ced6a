import { describe, expect, it } from 'vitest';
import type { Instant } from '../../lib/event/time.ts';
import type { ShopSettings } from '../../lib/settings/settings.ts';
import { aLevel, aProduct, aShopOfGoods, aVariant } from '../support/goods.ts';
import { callsOf, makeGoodsWorld, openLetters, productsOf, stockOf } from '../support/goods-world.ts';
import { aShop } from '../support/orders.ts';
import type { SimulatedWorld } from '../support/simulated-world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const LATER = { changedAt: '2026-12-02T09:50:00.000Z' as Instant };

describe('a shop that was in shadow', () => {
  it('sends a product with its next webhook, although nothing of it has changed', async () => {
    const world = makeGoodsWorld({ shop: { mode: 'shadow' } });
    await world.arrive(aProduct());
    await world.deliver();
    deploy(world, [aShopOfGoods()]);

    await world.arrive(aProduct(LATER));
    await world.deliver();

    expect(productsOf(world, 'MUG-9')).toHaveLength(1);
  });

  it('makes no letter of a product that it would not send', async () => {
    const world = makeGoodsWorld({ shop: { mode: 'shadow' } });
    await world.arrive(aProduct());
    await world.arrive(aProduct({ productId: '502', variants: [aVariant({ itemId: '9002' })] }));
    await world.arrive(aProduct({ productId: '503', variants: [aVariant({ itemId: '9003', sku: '' })] }));

    await world.deliver();

    expect(openLetters(world)).toStrictEqual([]);
  });
});

describe('a shop that keeps neither products nor stock', () => {
  it('makes no call and no letter of them', async () => {
    const world = makeGoodsWorld();
    deploy(world, [aShop()]);

    await world.arrive(aProduct());
    await world.arrive(aProduct({ productId: '503', variants: [aVariant({ itemId: '9003', sku: '' })] }));
    await world.arrive(aLevel());
    await world.deliver();

    expect(callsOf(world)).toStrictEqual([]);
    expect(openLetters(world)).toStrictEqual([]);
  });

  it('leaves what was due when it was switched off, and sends it by itself within a day of being switched on again', async () => {
    const world = makeGoodsWorld();
    world.co3.fault({ kind: 'refuse', method: 'setProduct', code: 202 });
    await world.arrive(aProduct());
    await world.deliver();
    deploy(world, [aShop()]);
    await world.pass(HOUR);
    const off = productsOf(world, 'MUG-9').length;
    deploy(world, [aShopOfGoods()]);

    await world.pass(24 * HOUR);

    expect([off, productsOf(world, 'MUG-9').length]).toStrictEqual([0, 1]);
  });
});

it('sends a product with its next webhook when its VAT is set otherwise', async () => {
  const world = makeGoodsWorld();
  await world.arrive(aProduct());
  await world.deliver();
  deploy(world, [aShopOfGoods({ products: { vat: '5', vatByTaxClass: {}, pricesIncludeVat: true } })]);

  await world.arrive(aProduct(LATER));
  await world.deliver();

  expect(productsOf(world, 'MUG-9').map(({ fields }) => fields['vat'])).toStrictEqual(['5']);
});

describe('a shop that another one has taken the place of', () => {
  it.each([
    ['is out of the settings', []],
    ['is there for its orders alone', [aShop()]],
  ])('and that %s has no say over the SKUs any more', async (_, left) => {
    const world = makeGoodsWorld();
    await world.arrive(aProduct());
    await world.arrive(aLevel());
    await world.deliver();
    deploy(world, [...left, NEXT]);

    await world.arrive(
      aProduct({ tenant: NEXT.tenant, productId: '9', variants: [aVariant({ itemId: '19', name: 'Az új boltban' })] }),
      NEXT.id,
    );
    await world.arrive(aLevel({ tenant: NEXT.tenant, itemId: '19', quantity: '4' }), NEXT.id);
    await world.deliver();
    if (left.length > 0) await world.arrive(aProduct({ ...LATER, group: 'Régi' }));
    await world.deliver();

    expect(openLetters(world)).toStrictEqual([]);
    expect(productsOf(world, 'MUG-9').map(({ fields }) => fields['product_name'])).toStrictEqual(['Az új boltban']);
    expect(stockOf(world, 'MUG-9')).toStrictEqual(['4']);
  });
});

it('goes on with a shop that bears another name in the settings', async () => {
  const world = makeGoodsWorld();
  await world.arrive(aProduct());
  await world.arrive(aLevel());
  await world.deliver();
  deploy(world, [aShopOfGoods({ id: 'renamed' })]);

  await world.arrive(aProduct({ ...LATER, variants: [aVariant({ name: 'Bögre, új' })] }), 'renamed');
  await world.arrive(aLevel({ ...LATER, quantity: '4' }), 'renamed');
  await world.deliver();
  await world.pass(MINUTE);

  expect(productsOf(world, 'MUG-9').map(({ fields }) => fields['product_name'])).toStrictEqual(['Bögre, új']);
  expect(stockOf(world, 'MUG-9')).toStrictEqual(['4']);
});

const NEXT = aShopOfGoods({ id: 'next-shop', tenant: 'next.myshopify.com' });

/** Puts other shops into the settings, as a deployment does. */
function deploy(world: SimulatedWorld, shops: readonly ShopSettings[]): void {
  const known = world.deps.settings.shops as Map<string, ShopSettings>;
  known.clear();
  for (const shop of shops) known.set(shop.id, shop);
}
