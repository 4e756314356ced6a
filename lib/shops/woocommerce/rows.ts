import type { OrderRow } from '../../event/snapshot.ts';
import { decimalTextOf } from '../decimal-text.ts';
import { amountsListOf, type Fields, listOf, numericIdOf, textOf } from '../fields.ts';
import { plainLineOf } from '../plain-text.ts';
import { amountOf, amountOrZero, type OrderReading } from './reading.ts';
import { percentsOf } from './tax-rates.ts';

/** All rows of an order. Their amounts are net, coupons taken off: `coupon_lines` only tell of them once more. */
export const readRows = (reading: OrderReading, order: Fields, lineItems: readonly Fields[]): OrderRow[] => [
  ...lineItems.map((line, index) => toItemRow(reading, line, index)),
  ...readLines(reading, order, 'shipping', (line) => line['method_title']),
  ...readLines(reading, order, 'fee', (line) => line['name']),
];

const toItemRow = (reading: OrderReading, line: Fields, index: number): OrderRow => {
  const at = `line_items.${index}.`;
  const quantity = decimalTextOf(line['quantity']);
  if (quantity === null || quantity.startsWith('-')) reading.faults.push(`${at}quantity is no number of pieces`);
  const facts = {
    id: numericIdOf(line['id']) ?? `line-${index + 1}`,
    kind: isGiftCard(line) ? ('giftcard' as const) : ('item' as const),
    sku: textOf(line['sku']),
    name: plainLineOf(textOf(line['name'])),
    quantity: quantity ?? '0',
    currentQuantity: quantity ?? '0',
  };
  return toRow(reading, facts, line, at);
};

/** Free shipping is no row: it may bear another rate than anything that was paid for. */
const readLines = (
  reading: OrderReading,
  order: Fields,
  kind: 'shipping' | 'fee',
  nameOf: (line: Fields) => unknown,
): OrderRow[] =>
  amountsListOf(order, `${kind}_lines`, '', reading.faults).flatMap((line, index) => {
    const facts = {
      id: numericIdOf(line['id']) ?? `${kind}-${index + 1}`,
      kind,
      sku: '',
      name: plainLineOf(textOf(nameOf(line))),
      quantity: '1',
      currentQuantity: '1',
    };
    const row = toRow(reading, facts, line, `${kind}_lines.${index}.`);
    return row.netMinor === 0 && row.taxMinor === 0 ? [] : [row];
  });

type RowFacts = Omit<OrderRow, 'netMinor' | 'taxMinor' | 'grossMinor' | 'rates'>;

const toRow = (reading: OrderReading, facts: RowFacts, line: Fields, at: string): OrderRow => {
  const netMinor = amountOf(reading, line, 'total', at);
  const taxMinor = amountOrZero(reading, line, 'total_tax', at);
  const rates = percentsOf(reading.rates, line, taxMinor, at, reading.faults);
  return { ...facts, netMinor, taxMinor, grossMinor: netMinor + taxMinor, rates };
};

/** A line says nothing of it itself; the plugins that sell gift cards note what the card is worth. */
const isGiftCard = (line: Fields): boolean =>
  listOf(line['meta_data']).some((meta) => GIFT_CARD.has(textOf(meta['key'])));

const GIFT_CARD: ReadonlySet<string> = new Set(['wc_gc_giftcard_amount', 'pw_gift_card_amount']);
