import { expect, it } from 'vitest';
import { goodsNotUsed } from '../../../lib/shops/goods-not-used.ts';

const PRODUCTS = { vat: '27', vatByTaxClass: {}, pricesIncludeVat: true };
const STOCK = { warehouses: { shop: '1' } };

it.each([
  ['products', { products: PRODUCTS }, true],
  // A level names no SKU: its product does.
  ['products', { stock: STOCK }, true],
  ['products', {}, false],
  ['stock', { stock: STOCK }, true],
  ['stock', { products: PRODUCTS }, false],
  ['stock', {}, false],
] as const)('%s are used with the settings %j: %s', (goods, settings, isUsed) => {
  expect(goodsNotUsed(settings, goods) === undefined).toBe(isUsed);
});
