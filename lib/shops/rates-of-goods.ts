import type { OrderRow } from '../event/snapshot.ts';
import { spread } from './exact.ts';

export interface PartAtRate {
  readonly percent: string;
  readonly grossMinor: number;
}

/** A gross amount of the whole order in the proportion of what the goods come to at each of their rates. */
export const overRates = (grossMinor: number, goods: readonly OrderRow[]): readonly PartAtRate[] => {
  const percents = [...new Set(goods.map(percentOf))];
  const weights = percents.map((percent) =>
    goods.reduce((sum, row) => sum + (percentOf(row) === percent ? Math.max(0, row.grossMinor) : 0), 0),
  );
  return spread(grossMinor, weights).map((part, index) => ({ percent: percents[index] ?? '0', grossMinor: part }));
};

/** The rate of the dearest of the goods. */
export const dearestRate = (goods: readonly OrderRow[]): string => {
  const [dearest] = [...goods].sort((a, b) => b.grossMinor - a.grossMinor);
  return dearest === undefined ? '0' : percentOf(dearest);
};

const percentOf = ({ rates: [percent] }: OrderRow): string => percent ?? '0';
