import type { OrderRefund } from '../../event/snapshot.ts';
import { decimalTextOf, lessDecimal } from '../decimal-text.ts';
import { amountsListOf, type Fields, numericIdOf } from '../fields.ts';
import { amountOf, amountOrZero, metaOf, type OrderReading } from './reading.ts';

type RefundRow = OrderRefund['rows'][number];

/** A refund as the API tells it. What it takes back stands there as negative lines, the money as a positive amount. */
export const readRefund = (reading: OrderReading, refund: Fields, index: number): OrderRefund => {
  const at = `refunds.${index}.`;
  const shipping = readLines(reading, refund, 'shipping_lines', at);
  const isNamed = ({ rowId }: RefundRow): boolean => rowId !== '';
  return {
    id: numericIdOf(refund['id']) ?? `refund-${index + 1}`,
    rows: [
      ...readLines(reading, refund, 'line_items', at).map(orNobodys),
      ...shipping.filter(isNamed),
      ...readLines(reading, refund, 'fee_lines', at).map(orNobodys),
    ],
    // Without the row it takes from, its sum is known all the same.
    shippingMinor: shipping
      .filter((row) => !isNamed(row))
      .reduce((sum, { netMinor, taxMinor }) => sum + netMinor + taxMinor, 0),
    returnedMinor: Math.abs(amountOf(reading, refund, 'amount', at)),
  };
};

const readLines = (reading: OrderReading, refund: Fields, key: string, refundAt: string): RefundRow[] =>
  amountsListOf(refund, key, refundAt, reading.faults).flatMap((line, index) => {
    const at = `${refundAt}${key}.${index}.`;
    const quantity = key === 'line_items' ? decimalTextOf(line['quantity']) : '0';
    if (quantity === null) reading.faults.push(`${at}quantity is no number of pieces`);
    const row = {
      rowId: numericIdOf(metaOf(line, '_refunded_item_id')) ?? '',
      quantity: lessDecimal('0', quantity ?? '0'),
      netMinor: 0 - amountOf(reading, line, 'total', at),
      taxMinor: 0 - amountOrZero(reading, line, 'total_tax', at),
    };
    return row.quantity === '0' && row.netMinor === 0 && row.taxMinor === 0 ? [] : [row];
  });

/** A row that no order has: whatever it takes back is for a person to see. */
const orNobodys = (row: RefundRow): RefundRow => (row.rowId === '' ? { ...row, rowId: 'unknown' } : row);
