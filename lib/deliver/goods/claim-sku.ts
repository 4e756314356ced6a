import { digestOf } from '../../event/digest.ts';
import type { ShopSettings } from '../../settings/settings.ts';
import type { Claim, ProductRecord } from '../goods-records.ts';
import { type Content, updateRecord, type Writer } from '../update-record.ts';
import { isOfShop, untouched } from './merge-goods.ts';

export const productKeyOf = (account: string, sku: string): string => `${account}|${sku}`;

/** Writes down that a variant bears this SKU, and what is said of it. Repeating it changes nothing, unless the settings are others by then. */
export const claimSku = async (
  writer: Writer,
  shop: ShopSettings,
  claim: Claim,
  { isAnew, now }: { readonly isAnew: boolean; readonly now: number },
): Promise<void> => {
  const sku = claim.variant.sku.trim();
  await updateRecord(writer, 'product', productKeyOf(shop.account, sku), (known) => {
    // A shop that kept the goods of the account before this one claims nothing any more.
    const others = known?.claims.filter(({ item }) => item !== claim.item && isOfShop(item, shop)) ?? [];
    const claims = [...others, claim].sort((a, b) => (a.item < b.item ? -1 : 1));
    if (!isAnew && known !== undefined && digestOf(claims) === digestOf(known.claims)) return known;
    return due({ ...(known ?? newProduct(shop, sku)), shop: shop.id }, claims, now);
  });
};

/** Gives a SKU back that the item no longer bears. */
export const releaseSku = async (
  writer: Writer,
  account: string,
  sku: string,
  item: string,
  now: number,
): Promise<void> => {
  await updateRecord(writer, 'product', productKeyOf(account, sku), (known) => {
    if (known === undefined || known.claims.every((claim) => claim.item !== item)) return known;
    return due(
      known,
      known.claims.filter((claim) => claim.item !== item),
      now,
    );
  });
};

const due = (product: Content<ProductRecord>, claims: readonly Claim[], now: number): Content<ProductRecord> => ({
  ...product,
  claims,
  status: 'due',
  reason: 'NewSnapshot',
  dueAt: product.dueAt === null ? now : Math.min(product.dueAt, now),
  starts: product.status === 'letter' ? 0 : product.starts,
  tries: product.status === 'letter' ? 0 : product.tries,
});

const newProduct = (shop: ShopSettings, sku: string): Content<ProductRecord> => ({
  kind: 'product',
  ...untouched(shop),
  sku,
  claims: [],
  productId: null,
  held: null,
  sent: null,
  absentAt: null,
  relooked: false,
  refused: null,
});
