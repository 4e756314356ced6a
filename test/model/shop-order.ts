import type { Act, Flaw, Vat } from './acts.ts';

export interface Line {
  readonly id: number;
  readonly unitMinor: number;
  readonly vat: Vat;
  /** As it was first ordered. */
  readonly pieces: number;
  /** After edits. */
  readonly ordered: number;
  readonly givenBack: number;
}

export interface Refund {
  readonly id: number;
  readonly lines: readonly { readonly line: number; readonly pieces: number }[];
  readonly shippingMinor: number;
  readonly moneyMinor: number;
}

/** An order as its shop knows it at one moment. */
export interface ShopOrder {
  readonly lines: readonly Line[];
  readonly shippingMinor: number;
  /** What it came to when it was placed. */
  readonly placedMinor: number;
  readonly receivedMinor: number;
  readonly refunds: readonly Refund[];
  readonly fulfilled: boolean;
  readonly cancelled: boolean;
  /** Times that the buyer has moved house, and has taken another e-mail address. */
  readonly moves: number;
  readonly mails: number;
  /** Whether the buyer is a company, and so has a tax number. */
  readonly isFirm: boolean;
  readonly flaws: readonly Flaw[];
}

/** The order after it. */
export const afterAct = (order: ShopOrder, act: Act): ShopOrder => {
  switch (act.do) {
    case 'touch':
      return order;
    case 'pay':
      return order.cancelled
        ? order
        : { ...order, receivedMinor: Math.max(order.receivedMinor, worthOf(order) + returnedOf(order)) };
    case 'fulfil':
      return order.cancelled ? order : { ...order, fulfilled: true };
    case 'move':
      return { ...order, moves: order.moves + 1 };
    case 'remail':
      return { ...order, mails: order.mails + 1 };
    case 'refund':
      return refunded(order, act);
    case 'goodwill':
      return order.receivedMinor - returnedOf(order) < act.minor
        ? order
        : withRefund(order, { lines: [], shippingMinor: 0, moneyMinor: act.minor });
    case 'refund-all':
      return allBack(order);
    case 'unrefund':
      return { ...order, refunds: order.refunds.slice(0, -1), lines: withoutRefund(order) };
    case 'take-off':
      return takenOff(order, act);
    case 'add':
      return order.cancelled ? order : added(order, act);
    case 'cancel':
      return order.cancelled ? order : { ...(act.money ? allBack(order) : order), cancelled: true };
    case 'uncancel':
      return { ...order, cancelled: false };
    case 'mend':
      return { ...order, flaws: order.flaws.filter((flaw) => flaw !== act.what) };
    case 'spoil':
      return { ...order, flaws: [...new Set([...order.flaws, act.what])] };
    default:
      return act satisfies never;
  }
};

export const placed = (
  lines: readonly Pick<Line, 'unitMinor' | 'vat' | 'pieces'>[],
  shippingMinor: number,
  isPaidAtOnce: boolean,
  flaws: readonly Flaw[],
): ShopOrder => {
  const all = lines.map((line, index) => ({ ...line, id: index + 1, ordered: line.pieces, givenBack: 0 }));
  const placedMinor = all.reduce((sum, line) => sum + line.unitMinor * line.pieces, shippingMinor);
  return {
    lines: all,
    shippingMinor,
    placedMinor,
    receivedMinor: isPaidAtOnce ? placedMinor : 0,
    refunds: [],
    fulfilled: false,
    cancelled: false,
    moves: 0,
    mails: 0,
    isFirm: flaws.includes('tax-number'),
    flaws,
  };
};

export const returnedOf = ({ refunds }: ShopOrder): number =>
  refunds.reduce((sum, { moneyMinor }) => sum + moneyMinor, 0);

export const shippingBackOf = ({ refunds }: ShopOrder): number =>
  refunds.reduce((sum, { shippingMinor }) => sum + shippingMinor, 0);

/** What the shop reckons the order at today. */
export const worthOf = (order: ShopOrder): number =>
  order.lines.reduce(
    (sum, line) => sum + line.unitMinor * (line.ordered - line.givenBack),
    order.shippingMinor - shippingBackOf(order),
  );

export const financialStatusOf = (
  order: ShopOrder,
): 'pending' | 'partially_paid' | 'paid' | 'partially_refunded' | 'refunded' => {
  const returned = returnedOf(order);
  if (order.receivedMinor === 0) return 'pending';
  if (returned > 0) return returned >= order.receivedMinor ? 'refunded' : 'partially_refunded';
  return order.receivedMinor >= worthOf(order) ? 'paid' : 'partially_paid';
};

export const isPaid = (order: ShopOrder): boolean => !['pending', 'partially_paid'].includes(financialStatusOf(order));

const refunded = (
  order: ShopOrder,
  { line: at, pieces, shipping, money }: Extract<Act, { readonly do: 'refund' }>,
): ShopOrder => {
  const line = order.lines[at % order.lines.length];
  if (line === undefined) return order;
  const count = Math.min(pieces, line.ordered - line.givenBack);
  const shippingMinor = shipping ? order.shippingMinor - shippingBackOf(order) : 0;
  const worth = count * line.unitMinor + shippingMinor;
  if (worth === 0) return order;
  const inHand = order.receivedMinor - returnedOf(order);
  const asked = { exact: worth, none: 0, less: Math.floor(worth / 2), more: worth + 10_000 }[money];
  const lines = count === 0 ? [] : [{ line: line.id, pieces: count }];
  return withRefund(order, { lines, shippingMinor, moneyMinor: Math.min(asked, inHand) });
};

const allBack = (order: ShopOrder): ShopOrder => {
  const lines = order.lines
    .filter((line) => line.ordered > line.givenBack)
    .map((line) => ({ line: line.id, pieces: line.ordered - line.givenBack }));
  const shippingMinor = order.shippingMinor - shippingBackOf(order);
  const moneyMinor = order.receivedMinor - returnedOf(order);
  if (lines.length === 0 && shippingMinor === 0 && moneyMinor === 0) return order;
  return withRefund(order, { lines, shippingMinor, moneyMinor });
};

const withRefund = (order: ShopOrder, refund: Omit<Refund, 'id'>): ShopOrder => ({
  ...order,
  refunds: [...order.refunds, { ...refund, id: order.refunds.length + 1 }],
  lines: order.lines.map((line) => ({
    ...line,
    givenBack: line.givenBack + (refund.lines.find((part) => part.line === line.id)?.pieces ?? 0),
  })),
});

const withoutRefund = ({ lines, refunds }: ShopOrder): ShopOrder['lines'] =>
  lines.map((line) => ({
    ...line,
    givenBack: line.givenBack - (refunds.at(-1)?.lines.find((part) => part.line === line.id)?.pieces ?? 0),
  }));

// Of a line that somebody has given back a part of, the shop takes off no more than what is left.
const takenOff = (
  order: ShopOrder,
  { line: at, pieces }: { readonly line: number; readonly pieces: number },
): ShopOrder => {
  if (order.cancelled) return order;
  const index = at % order.lines.length;
  return {
    ...order,
    lines: order.lines.map((line, place) =>
      place === index ? { ...line, ordered: Math.max(line.givenBack, line.ordered - pieces) } : line,
    ),
  };
};

const added = (
  order: ShopOrder,
  { unitMinor, pieces, vat }: Pick<Line, 'unitMinor' | 'pieces' | 'vat'>,
): ShopOrder => ({
  ...order,
  lines: [...order.lines, { id: order.lines.length + 1, unitMinor, vat, pieces, ordered: pieces, givenBack: 0 }],
});
