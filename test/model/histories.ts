import fc from 'fast-check';
import type { Act, Flaw } from './acts.ts';
import { afterAct, placed, type ShopOrder } from './shop-order.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** One change of an order, and when the shop's webhooks of it arrive. */
export interface Change {
  readonly act: Act;
  /** Since the change before. */
  readonly afterMs: number;
  /** From the change to each arrival; empty: none of them ever arrives. */
  readonly copies: readonly number[];
}

export interface History {
  readonly lines: readonly { readonly unitMinor: number; readonly vat: '27' | '5'; readonly pieces: number }[];
  readonly shippingMinor: number;
  readonly isPaidAtOnce: boolean;
  /** What is wrong with it when it is placed. */
  readonly flaws: readonly Flaw[];
  /** Of the placing itself. */
  readonly copies: readonly number[];
  readonly changes: readonly Change[];
}

/** An order's state with the time of its change since the order was placed. */
export interface Moment {
  readonly order: ShopOrder;
  readonly atMs: number;
  readonly copies: readonly number[];
}

/** The states of an order, each later than the one before. The last one's webhook arrives at least once. */
export const momentsOf = ({
  lines,
  shippingMinor,
  isPaidAtOnce,
  flaws,
  copies,
  changes,
}: History): readonly Moment[] => {
  const moments: Moment[] = [{ order: placed(lines, shippingMinor, isPaidAtOnce, flaws), atMs: 0, copies }];
  for (const { act, afterMs, copies: arrivals } of changes) {
    const before = moments.at(-1);
    if (before === undefined) break;
    moments.push({ order: afterAct(before.order, act), atMs: before.atMs + afterMs, copies: arrivals });
  }
  return moments.map((moment, index) =>
    index === moments.length - 1 && moment.copies.length === 0 ? { ...moment, copies: [0] } : moment,
  );
};

export const arbitraryHistory = (): fc.Arbitrary<History> =>
  fc.record({
    lines: fc.array(fc.record({ unitMinor, vat, pieces }), { minLength: 1, maxLength: 3 }),
    shippingMinor: fc.constantFrom(0, 129_000),
    isPaidAtOnce: fc.boolean(),
    flaws: fc.oneof(
      { weight: 5, arbitrary: fc.constant([]) },
      { weight: 3, arbitrary: fc.tuple(flaw) },
      { weight: 1, arbitrary: fc.uniqueArray(flaw, { minLength: 2, maxLength: 3 }) },
    ),
    copies,
    changes: fc.array(fc.record({ act: arbitraryAct(), afterMs: gap, copies }), { maxLength: 6 }),
  });

const unitMinor = fc.constantFrom(100_000, 199_900, 399_000, 12_345);
const vat = fc.constantFrom('27' as const, '5' as const);
const pieces = fc.integer({ min: 1, max: 3 });
const line = fc.nat({ max: 3 });
const flaw = fc.constantFrom<Flaw[]>('email', 'email', 'payment', 'tax-number');

/** Shops tell changes to the second, so that two of one second look alike. */
const gap = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 20 }).map((n) => n * SECOND) },
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 15 }).map((n) => n * MINUTE) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 30 }).map((n) => n * HOUR) },
  { weight: 1, arbitrary: fc.constant(0) },
);

const delay = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 8 * SECOND }) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 30 }).map((n) => n * MINUTE) },
);

const copies = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(delay) },
  { weight: 2, arbitrary: fc.array(delay, { maxLength: 3 }) },
);

const plain = (
  what: Extract<
    Act,
    { do: 'touch' | 'pay' | 'fulfil' | 'refund-all' | 'unrefund' | 'uncancel' | 'move' | 'remail' }
  >['do'],
) => fc.constant<Act>({ do: what });

const arbitraryAct = (): fc.Arbitrary<Act> =>
  fc.oneof(
    { weight: 8, arbitrary: plain('pay') },
    { weight: 2, arbitrary: plain('fulfil') },
    { weight: 1, arbitrary: plain('touch') },
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constant('refund' as const),
        line,
        pieces,
        shipping: fc.boolean(),
        money: fc.constantFrom(
          'exact' as const,
          'exact' as const,
          'exact' as const,
          'none' as const,
          'less' as const,
          'more' as const,
        ),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant('goodwill' as const), minor: fc.constantFrom(50_000, 99_900) }),
    },
    { weight: 3, arbitrary: plain('refund-all') },
    { weight: 1, arbitrary: plain('unrefund') },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('take-off' as const), line, pieces }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('add' as const), unitMinor, pieces, vat }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('cancel' as const), money: fc.boolean() }) },
    { weight: 1, arbitrary: plain('uncancel') },
    { weight: 1, arbitrary: plain('move') },
    { weight: 1, arbitrary: plain('remail') },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('mend' as const), what: flaw }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('spoil' as const), what: flaw }) },
  );
