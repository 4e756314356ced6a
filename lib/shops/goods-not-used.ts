import type { ShopSettings } from '../settings/settings.ts';
import type { Reading } from './platform.ts';
import { notUsed } from './readings.ts';

/**
 * The reading of a webhook that tells of goods which the shop's settings do not keep in CO3; undefined where they do. Products are read for
 * the stock as well: a level names no SKU.
 */
export const goodsNotUsed = (
  { products, stock }: Pick<ShopSettings, 'products' | 'stock'>,
  goods: 'products' | 'stock',
): Reading | undefined => {
  const isUsed = stock !== undefined || (goods === 'products' && products !== undefined);
  return isUsed ? undefined : notUsed(WHY[goods]);
};

const WHY = {
  products: 'the shop’s settings have neither `products` nor `stock`, without which no products are kept',
  stock: 'the shop’s settings have no `stock`, without which no stock levels are kept',
};
