import type { ShopSettings } from '../settings/settings.ts';
import type { Reading } from './platform.ts';

const WORDS = { products: 'products', stock: 'stock levels' } as const;

/** The reading of a webhook that tells of goods which the shop's settings do not keep in CO3; undefined where they do. */
export const goodsNotUsed = (
  shop: Pick<ShopSettings, 'products' | 'stock'>,
  goods: 'products' | 'stock',
): Reading | undefined =>
  shop[goods] === undefined
    ? { kind: 'not-used', why: `the shop’s settings have no \`${goods}\`, without which no ${WORDS[goods]} are kept` }
    : undefined;
