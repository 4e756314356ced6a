import { toOwnError } from '../../co3/own-problems.ts';
import { digestOf } from '../../event/digest.ts';
import type { AccountSettings, ShopSettings } from '../../settings/settings.ts';
import type { ProductDraft } from '../../translate/drafts.ts';
import { productOf } from '../../translate/product.ts';
import type { Claim, ProductRecord } from '../goods-records.ts';
import { SETTLED_BY_HAND } from '../settled-by-hand.ts';
import { isDiscardedGoods } from './goods-letter.ts';
import type { GoodsPlan } from './goods-plan.ts';

export type ProductAct =
  /** Look the SKU up, also for the stock of a product that is not ours to send. */
  | { readonly kind: 'find' }
  | { readonly kind: 'send'; readonly draft: ProductDraft; readonly digest: string; readonly settingsDigest: string };

/** What is to be done next for a product. Pure. */
export const planProduct = (
  record: ProductRecord,
  shop: ShopSettings,
  account: AccountSettings,
  now: number,
): GoodsPlan<ProductAct> => {
  const [claim, ...others] = record.claims;
  if (claim === undefined) return { kind: 'nothing', status: 'settled', reason: 'NotInShop' };
  if (shop.mode === 'shadow') return { kind: 'nothing', status: 'shadow', reason: 'ShopInShadow' };
  if (others.length > 0) return twice([claim, ...others], record.sku);
  if (record.sent !== null && record.sent.readAt > now)
    return { kind: 'wait', until: record.sent.readAt, reason: 'OutcomeUnknown' };
  const find: GoodsPlan<ProductAct> = { kind: 'act', act: { kind: 'find' }, reason: 'ProductSought' };
  if (shop.products === undefined) {
    if (record.productId === null && record.absentAt === null) return find;
    return { kind: 'nothing', status: 'settled', reason: record.productId === null ? 'NotInCo3' : 'InCo3' };
  }
  const draft = productOf(claim, shop.products, shop, account);
  if (!draft.ok) {
    const { name, text, fields } = draft.problem;
    return { kind: 'letter', error: toOwnError(name, text, fields), digest: digestOf([name, text, fields]) };
  }
  const digest = digestOf(draft.value);
  if (record.sent === null && record.productId !== null && record.held === digest)
    return { kind: 'nothing', status: 'settled', reason: 'InCo3' };
  const settingsDigest = digestOf([shop, account]);
  if (record.sent === null && isDiscardedGoods(record, digestOf(['send', digest]))) return SETTLED_BY_HAND;
  const { refused } = record;
  if (
    !record.redrive &&
    record.letter !== null &&
    refused?.digest === digest &&
    refused.settingsDigest === settingsDigest
  )
    return { kind: 'nothing', status: 'letter', reason: 'RefusedBefore' };
  // One that was sent without an answer may be there by now.
  if (record.productId === null && (record.absentAt === null || record.sent !== null)) return find;
  return { kind: 'act', act: { kind: 'send', draft: draft.value, digest, settingsDigest }, reason: 'ProductOwed' };
};

const twice = (claims: readonly Claim[], sku: string): GoodsPlan<ProductAct> => {
  const names = claims.map(({ variant }) => variant.name);
  return {
    kind: 'letter',
    error: toOwnError(
      'SkuNotUnique',
      `In the shop the SKU ${sku} stands for ${claims.length} things: ${names.join(' | ')}.`,
      [
        { path: 'product.sku', value: sku, allowed: [] },
        ...names.map((name) => ({ path: 'product.name', value: name, allowed: [] })),
      ],
    ),
    digest: digestOf(['SkuNotUnique', claims.map(({ item }) => item)]),
  };
};
