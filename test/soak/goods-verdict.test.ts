import { expect, it } from 'vitest';
import type { Product } from '../../infra/local/co3/account.ts';
import { goodsProblems } from './goods-verdict.ts';
import type { KeptGoods } from './kept-goods.ts';
import { verdictOf } from './verdict.ts';

it('finds nothing where CO3 has the product once, as told last, and so many of it', () => {
  const broken = goodsProblems([MUG], { products: [there(), there({ item_number: 'MUG-002' })], letters: [] });

  expect(broken).toStrictEqual([]);
});

it('finds a product that CO3 has twice, or not at all', () => {
  expect(goodsProblems([MUG], { products: [there(), there()], letters: [] })).toStrictEqual([
    'SOAK-700000: is 2 products in CO3',
  ]);
  expect(goodsProblems([MUG], { products: [], letters: [] })).toStrictEqual(['SOAK-700000: is 0 products in CO3']);
});

it('finds what CO3 was not told at last', () => {
  const old = there({ product_name: 'Bögre, 1. kiadás', net_price: '1990.00' }, '11');

  const broken = goodsProblems([MUG], { products: [old], letters: [] });

  expect(broken).toStrictEqual([
    'SOAK-700000: is called «Bögre, 1. kiadás» in CO3, and «Bögre, 3. kiadás» in its shop',
    'SOAK-700000: costs 1990.00 in CO3, and 2490.00 in its shop',
    'SOAK-700000: CO3 has 11 of it, and its shop has told 12',
  ]);
});

it('finds a product in the account of somebody else', () => {
  const broken = goodsProblems([MUG], { products: [{ ...there(), account: 'account-2' }], letters: [] });

  expect(broken).toStrictEqual(['SOAK-700000: stands in account-2, and not in account-1']);
});

it.each([
  'shopify:soak-1.myshopify.com#700000',
  'account-1|SOAK-700000',
  'shopify:soak-1.myshopify.com#700000@655441491',
])('finds a letter of goods, which nothing has caused: %s', (subject) => {
  const letters = [{ subject, name: 'SkuNotUnique', code: null }];
  const books = { documents: [], products: [there()], letters, notices: 1, events: 0 };

  const broken = verdictOf({ orders: [], goods: [MUG] }, books, {
    ...{ refusals: new Map(), mayHaveLostWrites: true, untaken: [] },
  });

  expect(broken).toStrictEqual(['SOAK-700000: the letter SkuNotUnique has no cause']);
});

const SHOP = { id: 'shopify-1', platform: 'shopify', tenant: 'soak-1.myshopify.com', account: 'account-1' } as const;
const MUG: KeptGoods = {
  ...{ shop: SHOP, id: 700_000, sku: 'SOAK-700000', states: [] },
  ...{ name: 'Bögre, 3. kiadás', price: '2490.00', available: 12 },
};

/** The mug as CO3 has it. */
const there = (
  fields: Readonly<Record<string, string>> = {},
  stock = '12',
): { readonly account: string; readonly product: Product } => ({
  account: 'account-1',
  product: {
    id: 1,
    fields: { item_number: 'SOAK-700000', product_name: 'Bögre, 3. kiadás', net_price: '2490.00', ...fields },
    stock: { 1: stock },
  },
});
