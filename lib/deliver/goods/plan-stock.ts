import { toOwnError } from '../../co3/own-problems.ts';
import type { ShownProduct } from '../../co3/product-reads.ts';
import { absolute, compare, formatDecimal, fromInteger, isZero, minus, toDecimal } from '../../event/decimal.ts';
import { digestOf } from '../../event/digest.ts';
import type { AccountSettings, ShopSettings } from '../../settings/settings.ts';
import type { ItemRecord, ProductRecord, StockRecord } from '../goods-records.ts';
import { SETTLED_BY_HAND } from '../settled-by-hand.ts';
import { isDiscardedGoods } from './goods-letter.ts';
import type { GoodsPlan } from './goods-plan.ts';
import type { SeenProduct } from './read-stock.ts';

/** What a level is planned with. */
export interface StockContext {
  readonly shop: ShopSettings;
  readonly account: AccountSettings;
  readonly item: ItemRecord | undefined;
  readonly product: ProductRecord | undefined;
  /** What CO3 has shown of the product during this run; undefined where it was not read. */
  readonly seen: SeenProduct | undefined;
}

export type StockAct =
  | { readonly kind: 'read'; readonly productId: string }
  /** CO3 was searched in vain some time ago, or a person asks for it. */
  | { readonly kind: 'seek-product' }
  /** The booking of unknown outcome: whether it stands in CO3 is to be told from what CO3 has. */
  | { readonly kind: 'conclude'; readonly has: string }
  /** CO3 has what the shop has. */
  | { readonly kind: 'agree'; readonly digest: string }
  | { readonly kind: 'book'; readonly booking: StockBooking; readonly digest: string; readonly settingsDigest: string };

export interface StockBooking {
  readonly way: 'in' | 'out';
  readonly product: ShownProduct;
  readonly warehouse: string;
  /** Decimal texts: what CO3 has, what it is to have, and the difference. */
  readonly before: string;
  readonly after: string;
  readonly quantity: string;
}

const ITEM_WAIT_MS = 2 * 60_000;
/** A product that CO3 did not have is not searched for again at once. */
const SEEK_AGAIN_MS = 10 * 60_000;

/** What is to be done next for a level: the difference between CO3's stock and the shop's is booked, whatever led to it. Pure. */
export const planStock = (record: StockRecord, context: StockContext, now: number): GoodsPlan<StockAct> => {
  const { shop, account, item, product, seen } = context;
  const { level, sent, settlesAt, watch, refused } = record;
  const warehouse = shop.stock?.warehouses[level.locationId];
  if (warehouse === undefined) return { kind: 'nothing', status: 'settled', reason: 'LocationNotMapped' };
  if (shop.mode === 'shadow') return { kind: 'nothing', status: 'shadow', reason: 'ShopInShadow' };
  const field = { path: 'stock.item', value: level.itemId, allowed: [] };
  // Levels may overtake the product that tells of their item.
  if (item === undefined && now < record.cameAt + ITEM_WAIT_MS)
    return { kind: 'wait', until: record.cameAt + ITEM_WAIT_MS, reason: 'StockItemUnknown' };
  if (item === undefined) return letter('StockItemUnknown', 'No product of the shop has told of this item.', [field]);
  if (item.listing === null) return { kind: 'nothing', status: 'settled', reason: 'NotInShop' };
  if (item.sku === '') return letter('StockItemUnknown', `«${item.name}» has no SKU in the shop.`, [field]);
  if (product === undefined || product.claims.length > 1)
    return { kind: 'nothing', status: 'waiting', reason: 'SkuNotUnique' };
  const { productId, absentAt } = product;
  if (productId === null) {
    if (absentAt === null || shop.products !== undefined)
      return { kind: 'nothing', status: 'waiting', reason: 'ProductNotInCo3' };
    if (record.redrive || now - absentAt > SEEK_AGAIN_MS)
      return { kind: 'act', act: { kind: 'seek-product' }, reason: 'ProductSought' };
    return letter('StockItemUnknown', `CO3 has no product with the SKU ${item.sku}.`, [
      { path: 'product.sku', value: item.sku, allowed: [] },
    ]);
  }
  if (sent !== null && sent.readAt > now) return { kind: 'wait', until: sent.readAt, reason: 'OutcomeUnknown' };
  const digest = digestOf([level, productId, warehouse]);
  const settingsDigest = digestOf([shop, account]);
  if (record.sent === null && isDiscardedGoods(record, digestOf(['book', digest]))) return SETTLED_BY_HAND;
  if (
    !record.redrive &&
    record.letter !== null &&
    refused?.digest === digest &&
    refused.settingsDigest === settingsDigest
  )
    return { kind: 'nothing', status: 'letter', reason: 'RefusedBefore' };
  if (record.agreed === digest && sent === null && (watch === null || watch.at > now))
    return { kind: 'nothing', status: 'settled', reason: 'InCo3' };
  if (settlesAt !== null && settlesAt > now) return { kind: 'wait', until: settlesAt, reason: 'StockSettles' };
  // What was seen before CO3 had its time tells nothing of a booking.
  if (seen === undefined || seen.at < Math.max(sent?.readAt ?? 0, settlesAt ?? 0))
    return { kind: 'act', act: { kind: 'read', productId }, reason: 'StockRead' };
  if (seen.product.stock === null)
    return letter('StockUnreadable', 'CO3’s answer does not say how many there are in which warehouse.', [
      { path: 'product.sku', value: item.sku, allowed: [] },
    ]);
  const before = seen.product.stock.get(warehouse) ?? '0';
  if (sent !== null) return { kind: 'act', act: { kind: 'conclude', has: before }, reason: 'OutcomeUnknown' };
  // More were sold than there are: a warehouse cannot hold less than nothing.
  const wanted = compare(toDecimal(level.quantity), fromInteger(0)) < 0 ? '0' : level.quantity;
  const difference = minus(toDecimal(wanted), toDecimal(before));
  if (isZero(difference)) return { kind: 'act', act: { kind: 'agree', digest }, reason: 'InCo3' };
  return {
    kind: 'act',
    act: {
      kind: 'book',
      booking: {
        way: compare(difference, fromInteger(0)) > 0 ? 'in' : 'out',
        product: seen.product,
        warehouse,
        before,
        after: wanted,
        quantity: formatDecimal(absolute(difference), 0),
      },
      digest,
      settingsDigest,
    },
    reason: 'StockOwed',
  };
};

type Fields = readonly { path: string; value: string; allowed: readonly string[] }[];

const letter = (name: 'StockItemUnknown' | 'StockUnreadable', text: string, fields: Fields): GoodsPlan<StockAct> => ({
  kind: 'letter',
  error: toOwnError(name, text, fields),
  digest: digestOf([name, text]),
});
