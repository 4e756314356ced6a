import type { OrderRow } from '../../event/snapshot.ts';
import { amountOfSet, amountOrZero } from './amounts.ts';
import { amountsListOf, type Fields, idOf } from './fields.ts';
import { type RowReading, toRow } from './row.ts';

/** Refunds without a duty's own id give this row back. */
export const DUTIES_ROW_ID = 'duties';
export const FEES_ROW_ID = 'fees';

/** What the total contains besides goods and shipping. Cash rounding changes what is paid, not the total, and is no row. */
export const readExtraRows = (
  reading: RowReading,
  order: Fields,
  lineItems: readonly Fields[],
  items: readonly OrderRow[],
): OrderRow[] => [
  ...readTip(reading, order, items),
  ...readDuties(reading, order, lineItems),
  ...ofAmount(
    reading,
    'fee',
    FEES_ROW_ID,
    'Additional fees',
    originalOrCurrent(reading, order, 'total_additional_fees_set'),
  ),
];

/** Where tips stand among the lines, `total_tip_received` only sums them up. */
const readTip = (reading: RowReading, order: Fields, items: readonly OrderRow[]): OrderRow[] =>
  items.some((row) => row.kind === 'tip')
    ? []
    : ofAmount(reading, 'tip', 'tip', 'Tip', amountOrZero(reading.side, order, 'total_tip_received', ''));

const readDuties = (reading: RowReading, order: Fields, lineItems: readonly Fields[]): OrderRow[] => {
  if (order['duties_included'] === true) return [];
  const rows = lineItems.flatMap((line, index) => readLineDuties(reading, line, `line_items.${index}.`));
  if (rows.length > 0) return rows;
  return ofAmount(reading, 'duty', DUTIES_ROW_ID, 'Duties', originalOrCurrent(reading, order, 'total_duties_set'));
};

/** A duty is itself a pair of `shop_money` and `presentment_money`. */
const readLineDuties = (reading: RowReading, line: Fields, lineAt: string): OrderRow[] =>
  amountsListOf(line, 'duties', lineAt, reading.side.faults).flatMap((duty, index) => {
    const at = `${lineAt}duties.${index}.`;
    const id = idOf(duty) ?? `${lineAt}duty-${index + 1}`;
    const amount = amountOfSet(reading.side, duty, at.slice(0, -1)) ?? 0;
    const row = toRow(reading, factsOf('duty', id, 'Duties'), amount, duty, at);
    return row.grossMinor === 0 ? [] : [row];
  });

const originalOrCurrent = ({ side }: RowReading, order: Fields, key: string): number =>
  amountOfSet(side, order[`original_${key}`], `original_${key}`) ??
  amountOfSet(side, order[`current_${key}`], `current_${key}`) ??
  0;

const ofAmount = (
  reading: RowReading,
  kind: OrderRow['kind'],
  id: string,
  name: string,
  amountMinor: number,
): OrderRow[] => (amountMinor === 0 ? [] : [toRow(reading, factsOf(kind, id, name), amountMinor, {}, '')]);

const factsOf = (kind: OrderRow['kind'], id: string, name: string) => ({
  id,
  kind,
  sku: '',
  name,
  quantity: '1',
  currentQuantity: '1',
});
