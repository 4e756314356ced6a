import type { OrderRefund, OrderRow } from '../../event/snapshot.ts';
import { amountOf, timesQuantity } from './amounts.ts';
import { readExtraRows } from './extra-rows.ts';
import { amountsListOf, type Fields, firstText, idOf, quantityOf, textOf } from './fields.ts';
import { discountsOf, type RowReading, toRow } from './row.ts';

/** All rows of an order: Σ gross is its total, unless the shop's figures contradict each other. */
export const readRows = (
  reading: RowReading,
  order: Fields,
  lineItems: readonly Fields[],
  refunds: readonly OrderRefund[],
): OrderRow[] => {
  const items = lineItems.map((line, index) => toItemRow(reading, line, index, refunds));
  return [...items, ...readShippingRows(reading, order), ...readExtraRows(reading, order, lineItems, items)];
};

const toItemRow = (reading: RowReading, line: Fields, index: number, refunds: readonly OrderRefund[]): OrderRow => {
  const { side } = reading;
  const at = `line_items.${index}.`;
  const id = idOf(line) ?? `line-${index + 1}`;
  const quantity = quantityOf(line, 'quantity', at, side.faults);
  const price = amountOf(side, line, 'price', at);
  const facts = {
    id,
    kind: kindOf(line),
    sku: textOf(line['sku']),
    name: firstText(line['name'], line['title']),
    quantity: String(quantity),
    currentQuantity: String(
      line['current_quantity'] === undefined || line['current_quantity'] === null
        ? Math.max(0, quantity - refundedPieces(refunds, id))
        : quantityOf(line, 'current_quantity', at, side.faults),
    ),
  };
  const amount = timesQuantity(side, price, quantity, `${at}price`) - discountsOf(side, line, at);
  return toRow(reading, facts, amount, line, at);
};

/** Only a tip's line bears `tip_payment_gateway`, be it null. */
const kindOf = (line: Fields): OrderRow['kind'] => {
  if (line['gift_card'] === true) return 'giftcard';
  return line['tip_payment_gateway'] === undefined ? 'item' : 'tip';
};

const refundedPieces = (refunds: readonly OrderRefund[], rowId: string): number =>
  refunds
    .flatMap((refund) => refund.rows)
    .filter((row) => row.rowId === rowId)
    .reduce((sum, row) => sum + Number(row.quantity), 0);

/** Free shipping is no row: it may bear another rate than anything that was paid for. */
const readShippingRows = (reading: RowReading, order: Fields): OrderRow[] =>
  amountsListOf(order, 'shipping_lines', '', reading.side.faults).flatMap((line, index) => {
    if (line['is_removed'] === true) return [];
    const at = `shipping_lines.${index}.`;
    const facts = {
      id: idOf(line) ?? `shipping-${index + 1}`,
      kind: 'shipping' as const,
      sku: '',
      name: firstText(line['title'], line['code']),
      quantity: '1',
      currentQuantity: '1',
    };
    // Not `discounted_price`: in Shopify's sample of 2026-04 it is 0.00 while the total contains the price.
    const amount = amountOf(reading.side, line, 'price', at) - discountsOf(reading.side, line, at);
    const row = toRow(reading, facts, amount, line, at);
    return row.grossMinor === 0 && row.netMinor === 0 ? [] : [row];
  });
