import { formatDecimal, sumOf, toDecimal } from '../event/decimal.ts';
import type { OrderRow } from '../event/snapshot.ts';

/** The percent of a row: its tax lines add up (`["6", "2.5"]` is `"8.5"`), none are `"0"`. */
export const percentOf = (row: Pick<OrderRow, 'rates'>): string => formatDecimal(sumOf(row.rates.map(toDecimal)), 0);
