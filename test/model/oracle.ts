import type { ShopSettings } from '../../lib/settings/settings.ts';
import { isPaid, returnedOf, type ShopOrder, shippingBackOf } from './shop-order.ts';

/** Gross in minor units by VAT percent; nothing where nothing is owed. */
export type Sums = Readonly<Record<string, number>>;

/** What an order owes, reckoned from the shop's own books and not by the code under test; `letter`: only a person can say. */
export type Owed =
  | { readonly kind: 'sums'; readonly sums: Sums }
  | { readonly kind: 'letter'; readonly names: readonly string[] };

export const owedBy = (order: ShopOrder, shop: Pick<ShopSettings, 'refundDifference'>): Owed => {
  if (order.cancelled) {
    const kept = isPaid(order) && returnedOf(order) < order.placedMinor && !isAllBack(order);
    return kept ? { kind: 'letter', names: ['CancelledNotRefunded', 'RefundDiffers'] } : NOTHING;
  }
  const sums: Record<string, number> = {};
  for (const line of order.lines) add(sums, line.vat, line.unitMinor * (line.ordered - line.givenBack));
  add(sums, SHIPPING_VAT, order.shippingMinor - shippingBackOf(order));
  const surplus = returnedOf(order) - goodsBackOf(order);
  if (surplus === 0 || (!isPaid(order) && returnedOf(order) === 0)) return { kind: 'sums', sums };
  const row = shop.refundDifference;
  if (row === undefined || isEdited(order) || !isPaid(order) || hasGoodsWithoutMoney(order))
    return { kind: 'letter', names: ['RefundDiffers', 'TotalsMismatch'] };
  add(sums, row.vat, -surplus);
  const total = Object.values(sums).reduce((sum, minor) => sum + minor, 0);
  if (total < 0) return { kind: 'letter', names: ['TotalsMismatch'] };
  // All money is back, whatever goods it went back for.
  return total === 0 ? NOTHING : { kind: 'sums', sums };
};

export const isSame = (left: Sums, right: Sums): boolean =>
  [...Object.keys(left), ...Object.keys(right)].every((vat) => (left[vat] ?? 0) === (right[vat] ?? 0));

export const isNothing = (sums: Sums): boolean => isSame(sums, {});

export const SHIPPING_VAT = '27';
const NOTHING: Owed = { kind: 'sums', sums: {} };

const goodsBackOf = (order: ShopOrder): number =>
  order.lines.reduce((sum, line) => sum + line.unitMinor * line.givenBack, shippingBackOf(order));

const isEdited = ({ lines, placedMinor, shippingMinor }: ShopOrder): boolean =>
  lines.some(({ pieces, ordered }) => pieces !== ordered) ||
  lines.reduce((sum, line) => sum + line.unitMinor * line.pieces, shippingMinor) !== placedMinor;

// Nobody knows whether such goods were ever paid for.
const hasGoodsWithoutMoney = ({ refunds }: ShopOrder): boolean =>
  refunds.some(({ lines, shippingMinor, moneyMinor }) => moneyMinor === 0 && (lines.length > 0 || shippingMinor > 0));

const isAllBack = (order: ShopOrder): boolean =>
  returnedOf(order) > 0 &&
  returnedOf(order) === goodsBackOf(order) &&
  order.lines.every(({ ordered, givenBack }) => ordered === givenBack) &&
  shippingBackOf(order) === order.shippingMinor;

const add = (sums: Record<string, number>, vat: string, minor: number): void => {
  sums[vat] = (sums[vat] ?? 0) + minor;
};

export const textOf = (sums: Sums): string =>
  Object.entries(sums)
    .filter(([, minor]) => minor !== 0)
    .map(([vat, minor]) => `${minor / 100} at ${vat} %`)
    .join(' + ') || 'nothing';

export const owedText = (owed: Owed): string =>
  owed.kind === 'sums' ? textOf(owed.sums) : `what only a person can say (${owed.names.join(', ')})`;
