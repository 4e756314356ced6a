import { pickOne, type Random } from '../../infra/local/co3/random.ts';
import type { Act, Flaw } from '../model/acts.ts';
import type { History } from '../model/histories.ts';
import type { SoakPlatform } from './shops.ts';

/** What becomes of an order. Each ends in a state of which the oracle can say what is owed, but where a flaw is left. */
interface Plot {
  readonly weight: number;
  readonly on: readonly SoakPlatform[];
  readonly isPaidAtOnce?: true;
  readonly flaws?: readonly Flaw[];
  readonly acts: readonly Act[];
}

const ALL = ['shopify', 'standard', 'woocommerce'] as const;
/** Their webhooks tell the rows that were given back; WooCommerce's only the money. */
const ROWS_BACK = ['shopify', 'standard'] as const;
const PAY: Act = { do: 'pay' };
const ONE_BACK: Act = { do: 'refund', line: 0, pieces: 1, shipping: false, money: 'exact' };
const ALL_BACK: Act = { do: 'refund-all' };
const TOUCH: Act = { do: 'touch' };

const PLOTS: readonly Plot[] = [
  { weight: 5, on: ALL, isPaidAtOnce: true, acts: [] },
  { weight: 5, on: ALL, acts: [PAY, TOUCH] },
  { weight: 1, on: ALL, acts: [TOUCH] },
  { weight: 1, on: ALL, acts: [{ do: 'cancel', money: false }] },
  { weight: 2, on: ALL, acts: [PAY, ALL_BACK] },
  { weight: 3, on: ROWS_BACK, acts: [PAY, ONE_BACK] },
  { weight: 2, on: ROWS_BACK, acts: [PAY, ONE_BACK, ALL_BACK] },
  { weight: 2, on: ROWS_BACK, acts: [PAY, { do: 'cancel', money: true }] },
  { weight: 1, on: ['shopify'], acts: [PAY, { do: 'add', unitMinor: 399_000, pieces: 1, vat: '5' }, PAY] },
  { weight: 1, on: ['shopify'], acts: [PAY, { do: 'take-off', line: 0, pieces: 1 }] },
  { weight: 2, on: ALL, flaws: ['email'], acts: [PAY, { do: 'mend', what: 'email' }] },
  { weight: 1, on: ALL, flaws: ['email'], acts: [PAY] },
  { weight: 1, on: ['shopify'], flaws: ['payment'], acts: [PAY, { do: 'mend', what: 'payment' }] },
  { weight: 1, on: ROWS_BACK, flaws: ['tax-number'], acts: [PAY, { do: 'mend', what: 'tax-number' }] },
];

/** The most changes that an order sees. */
export const MOST_CHANGES = Math.max(...PLOTS.map(({ acts }) => acts.length));

/** An order's life on that platform, with no more than `gapMs` from one change to the next. */
export const pickHistory = (random: Random, platform: SoakPlatform, gapMs: number): History => {
  const plot = pickPlot(random, platform);
  return {
    lines: Array.from({ length: 1 + Math.floor(random() * 3) }, () => ({
      unitMinor: pickOne(random, [100_000, 199_900, 399_000, 12_345]),
      vat: pickOne(random, ['27', '27', '5']),
      pieces: 1 + Math.floor(random() * 3),
    })),
    shippingMinor: pickOne(random, [0, 129_000]),
    isPaidAtOnce: plot.isPaidAtOnce ?? false,
    flaws: plot.flaws ?? [],
    copies: pickCopies(random),
    changes: plot.acts.map((act) => ({
      act,
      // Shops tell changes to the second: two of one second would look alike.
      afterMs: 2_000 + Math.floor(random() * (gapMs - 2_000)),
      copies: pickCopies(random),
    })),
  };
};

/** After how long a webhook comes: of ten one is lost, two come twice, one comes so late that the next may be there before it. */
export const pickCopies = (random: Random): readonly number[] => {
  const delay = (): number => Math.floor(random() * 3_000);
  const kind = Math.floor(random() * 10);
  if (kind === 0) return [];
  if (kind <= 2) return [delay(), delay() + 2_000];
  return kind === 3 ? [delay() + LATE_MS] : [delay()];
};

/** The longest that a webhook is under way. */
export const LATEST_MS = 13_000;
const LATE_MS = 10_000;

const pickPlot = (random: Random, platform: SoakPlatform): Plot => {
  const plots = PLOTS.filter(({ on }) => on.includes(platform));
  let left = random() * plots.reduce((sum, { weight }) => sum + weight, 0);
  for (const plot of plots) {
    left -= plot.weight;
    if (left < 0) return plot;
  }
  throw new Error(`no order can be placed on ${platform}`);
};
