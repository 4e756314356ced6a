import { expect, it } from 'vitest';
import { keepGoods } from './kept-goods.ts';
import { shopsOf } from './shops.ts';

const KEEPING = { seed: 5, shops: shopsOf(4), loadMs: 1_440_000 };

it('keeps the same goods for the same seed, and others for another', () => {
  const goods = keepGoods(KEEPING);

  expect(keepGoods(KEEPING)).toStrictEqual(goods);
  expect(keepGoods({ ...KEEPING, seed: 6 })).not.toStrictEqual(goods);
});

it('keeps two goods, each of its own SKU, in every shop of Shopify', () => {
  const goods = keepGoods(KEEPING);

  expect(goods.map(({ shop }) => shop.id)).toStrictEqual(
    ['shopify-1', 'shopify-2', 'shopify-3', 'shopify-4'].flatMap((id) => [id, id]),
  );
  expect(new Set(goods.map(({ sku }) => sku)).size).toBe(8);
});

it.each([1_440_000, 72_000])('tells product and level of each at last, within a load of %d ms', (loadMs) => {
  const untold = keepGoods({ ...KEEPING, loadMs }).filter(({ states, name, price, available }) => {
    const arriving = states
      .filter(({ arrivesAtMs }) => arrivesAtMs.some((atMs) => atMs < loadMs))
      .map(({ telling }) => telling);
    const product = arriving.findLast(({ what }) => what === 'product');
    const level = arriving.findLast(({ what }) => what === 'level');
    return (
      JSON.stringify([product, level]) !==
      JSON.stringify([
        { what: 'product', name, price },
        { what: 'level', available },
      ])
    );
  });

  expect(untold).toStrictEqual([]);
});

it('tells no two changes within one second', () => {
  const close = keepGoods(KEEPING).filter(({ states }) =>
    states.some(({ atMs }, index) => atMs - (states[index - 1]?.atMs ?? Number.NEGATIVE_INFINITY) < 1_000),
  );

  expect(close).toStrictEqual([]);
});
