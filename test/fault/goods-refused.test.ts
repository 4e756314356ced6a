import { describe, expect, it } from 'vitest';
import { RecordTooLarge } from '../../lib/deliver/ports.ts';
import type { LedgerRecord } from '../../lib/deliver/records.ts';
import type { Instant } from '../../lib/event/time.ts';
import { aLevel, aProduct, aVariant } from '../support/goods.ts';
import { callsOf, deleteProduct, makeGoodsWorld, openLetters, productsOf, stockOf } from '../support/goods-world.ts';
import { anOrder } from '../support/orders.ts';
import type { SimulatedWorld } from '../support/simulated-world.ts';

const MINUTE = 60_000;

describe('CO3 that names stock in other words than the settings', () => {
  it.each(['product', 'product_id'])(
    '(%s) is a letter of the level after one more look, and no calls for ever',
    async (tag) => {
      const world = makeGoodsWorld({ account: { contract: { getStock: { tags: { [tag]: 'other_word' } } } } });
      await world.arrive(aProduct());
      await world.arrive(aLevel());

      await world.deliver();
      await world.pass(30 * MINUTE);

      expect(openLetters(world)).toStrictEqual(['StockUnreadable stock 9001 at loc-1']);
      expect(callsOf(world).length).toBeLessThan(10);
    },
  );
});

it('looks a product up again each time that it is deleted in CO3', async () => {
  const world = makeGoodsWorld();
  await world.arrive(aProduct());
  await world.arrive(aLevel({ quantity: '5' }));
  await world.deliver();

  for (const second of [1, 2, 3]) {
    deleteProduct(world, 'MUG-9');
    await world.arrive(aLevel({ quantity: `${second}`, ...at(`09:50:0${second}`) }));
    await world.deliver();
    await world.pass(MINUTE);
  }

  expect(openLetters(world)).toStrictEqual([]);
  expect(stockOf(world, 'MUG-9')).toStrictEqual(['3']);
});

it('goes on with a level that comes while the one before it is refused', async () => {
  let isNewerThere = false;
  const world: SimulatedWorld = makeGoodsWorld({
    around: async (port, effect, given) => {
      const result = await effect();
      if (port === 'co3' && !isNewerThere && JSON.stringify(given).includes('removeStock')) {
        isNewerThere = true;
        await world.arrive(aLevel({ quantity: '90', ...at('09:55:00') }));
        await world.handle({ messages: world.events.receive(120_000), deadline: world.clock.now() + 60_000 });
      }
      return result;
    },
  });
  world.co3.fault({ kind: 'refuse', method: 'removeStock', code: 403 });
  await world.arrive(aProduct({ variants: [aVariant({ sku: 'BAG-001' })] }));
  await world.arrive(aLevel({ quantity: '100' }));

  await world.deliver();

  expect(stockOf(world, 'BAG-001')).toStrictEqual(['90']);
  expect(openLetters(world)).toStrictEqual([]);
});

describe('a record that outgrows its item', () => {
  it('is a letter of the product whose SKU stands for too much, and no order waits for it', async () => {
    const world = makeGoodsWorld({ around: noRoomFor(({ kind, claims }) => kind === 'product' && claims.length > 2) });
    for (const n of [1, 2, 3, 4])
      await world.arrive(aProduct({ productId: `60${n}`, variants: [aVariant({ itemId: `60${n}`, sku: 'N/A' })] }));
    await world.arrive(aProduct({ productId: '700', variants: [aVariant({ itemId: '700', sku: 'OK-1' })] }));
    await world.arrive(anOrder());

    await world.deliver();

    expect(world.order().status).toBe('settled');
    expect(world.logged.filter(({ event }) => event === 'work broke off')).toStrictEqual([]);
    expect(productsOf(world, 'OK-1')).toHaveLength(1);
    expect(openLetters(world).toSorted()).toStrictEqual([
      'GoodsTooLarge listing Bögre, kék',
      'GoodsTooLarge listing Bögre, kék',
      'SkuNotUnique product N/A',
    ]);
  });

  it('closes its letter when the shop has mended it', async () => {
    const world = makeGoodsWorld({ around: noRoomFor(({ kind, claims }) => kind === 'product' && claims.length > 2) });
    for (const n of [1, 2, 3])
      await world.arrive(aProduct({ productId: `60${n}`, variants: [aVariant({ itemId: `60${n}`, sku: 'N/A' })] }));
    await world.deliver();

    for (const n of [2, 3])
      await world.arrive(
        aProduct({ productId: `60${n}`, ...at('09:55:00'), variants: [aVariant({ itemId: `60${n}`, sku: `S-${n}` })] }),
      );
    await world.deliver();

    expect(openLetters(world)).toStrictEqual([]);
    expect(['N/A', 'S-2', 'S-3'].map((sku) => productsOf(world, sku).length)).toStrictEqual([1, 1, 1]);
  });
});

describe('the same refusal of products again and again', () => {
  it('holds the catalogue although stock is booked by the same method in between', async () => {
    const prices = { vat: '27', vatByTaxClass: {}, pricesIncludeVat: true, currency: 'XXX' };
    const world = makeGoodsWorld({ shop: { products: prices } });
    const products = world.co3.accounts.get('acme')?.products;
    for (let n = 1; n <= 12; n += 1) {
      products?.put(
        900 + n,
        { id: 900 + n, fields: { item_number: `S-${n}`, product_name: `Áru ${n}` }, stock: {} },
        0,
      );
      await world.arrive(aProduct({ productId: `6${n}`, variants: [aVariant({ itemId: `6${n}`, sku: `S-${n}` })] }));
      await world.arrive(aLevel({ itemId: `6${n}`, quantity: '3' }));
    }

    await world.deliver();
    await world.pass(60 * MINUTE);

    expect(openLetters(world).filter((letter) => letter.startsWith('InvalidCurrency'))).toHaveLength(5);
    expect(world.alarms.filter((name) => name === 'LaneHeld')).toHaveLength(1);
  });
});

function noRoomFor(isTooLarge: (record: LedgerRecord & { readonly claims: readonly unknown[] }) => boolean) {
  return async <T>(port: string, effect: () => Promise<T>, given: readonly unknown[]): Promise<T> => {
    if (port === 'ledger.write' && isTooLarge(given[0] as LedgerRecord & { readonly claims: readonly unknown[] }))
      throw new RecordTooLarge();
    return effect();
  };
}

function at(time: string): { readonly changedAt: Instant } {
  return { changedAt: `2026-12-02T${time}.000Z` as Instant };
}
