import { digestOf } from '../../event/digest.ts';
import type { ShopSettings } from '../../settings/settings.ts';
import type { Claim, ProductRecord } from '../goods-records.ts';
import { type Content, updateRecord, type Writer } from '../update-record.ts';
import { untouched } from './merge-goods.ts';

export const productKeyOf = (account: string, sku: string): string => `${account}|${sku}`;

/** Writes down that a variant bears this SKU, and what is said of it. Repeating it changes nothing. */
export const claimSku = async (writer: Writer, shop: ShopSettings, claim: Claim, now: number): Promise<void> => {
  const sku = claim.variant.sku.trim();
  await updateRecord(writer, 'product', productKeyOf(shop.account, sku), (known) => {
    const others = known?.claims.filter(({ item }) => item !== claim.item) ?? [];
    const claims = [...others, claim].sort((a, b) => (a.item < b.item ? -1 : 1));
    if (known !== undefined && known.status !== 'shadow' && digestOf(claims) === digestOf(known.claims)) return known;
    return due(known ?? newProduct(shop, sku), claims, now);
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
