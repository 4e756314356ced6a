import type { OrderRefund } from '../../event/snapshot.ts';
import { amountOf, amountOfSet, amountOrZero, type Side, toMinor } from './amounts.ts';
import { DUTIES_ROW_ID, FEES_ROW_ID } from './extra-rows.ts';
import { amountsListOf, type Fields, fieldsOf, idOf, numericIdOf, quantityOf, textOf } from './fields.ts';
import type { RowReading } from './row.ts';

type RefundRow = OrderRefund['rows'][number];

export const readRefunds = (reading: RowReading, order: Fields): OrderRefund[] =>
  amountsListOf(order, 'refunds', '', reading.side.faults).map((refund, index) => {
    const at = `refunds.${index}.`;
    const goods = readGoods(reading, refund, at);
    return {
      id: idOf(refund) ?? `refund-${index + 1}`,
      rows: [...goods, ...readDutiesAndFees(reading.side, refund, at), ...readForeignMoney(reading.side, refund, at)],
      shippingMinor: readShipping(reading, refund, at),
      returnedMinor: readReturned(reading.side, refund, at),
    };
  });

const readGoods = ({ side, taxesIncluded }: RowReading, refund: Fields, refundAt: string): RefundRow[] =>
  amountsListOf(refund, 'refund_line_items', refundAt, side.faults).map((item, index) => {
    const at = `${refundAt}refund_line_items.${index}.`;
    // The line inside bears the exact id; `line_item_id` beside it is a number.
    const rowId = idOf(fieldsOf(item['line_item'])) ?? numericIdOf(item['line_item_id']);
    if (rowId === null) side.faults.push(`${at}line_item_id is missing`);
    const subtotal = amountOf(side, item, 'subtotal', at);
    const taxMinor = amountOrZero(side, item, 'total_tax', at);
    return {
      rowId: rowId ?? '',
      quantity: String(quantityOf(item, 'quantity', at, side.faults)),
      netMinor: taxesIncluded ? subtotal - taxMinor : subtotal,
      taxMinor,
    };
  });

/** Given back as amounts: their rows keep their quantity. */
const readDutiesAndFees = (side: Side, refund: Fields, at: string): RefundRow[] => {
  const duties = amountsListOf(refund, 'duties', at, side.faults).map((duty, index) =>
    toAmountRow(
      numericIdOf(duty['duty_id']) ?? DUTIES_ROW_ID,
      amountOrZero(side, duty, 'amount', `${at}duties.${index}.`),
    ),
  );
  const allDuties =
    duties.length > 0 ? duties : [toAmountRow(DUTIES_ROW_ID, totalOf(side, refund, 'total_duties_set', at))];
  const fees = toAmountRow(FEES_ROW_ID, totalOf(side, refund, 'total_additional_fees_set', at));
  return [...allDuties, fees].filter((row) => row.netMinor !== 0);
};

const totalOf = (side: Side, refund: Fields, key: string, at: string): number =>
  amountOfSet(side, refund[key], `${at}${key}`) ?? 0;

const toAmountRow = (rowId: string, netMinor: number): RefundRow => ({ rowId, quantity: '0', netMinor, taxMinor: 0 });

/** Shipping given back, gross. Shopify may tell it twice: as adjustments, and (newer) as lines, which count only without them. */
const readShipping = ({ side, taxesIncluded }: RowReading, refund: Fields, at: string): number => {
  const adjustments = amountsListOf(refund, 'order_adjustments', at, side.faults);
  if (adjustments.some(isShippingRefund))
    return adjustments.reduce((sum, adjustment, index) => {
      if (!isShippingRefund(adjustment)) return sum;
      const place = `${at}order_adjustments.${index}.`;
      // Both are negative, and `amount` is without the tax.
      const gross = amountOf(side, adjustment, 'amount', place) + amountOrZero(side, adjustment, 'tax_amount', place);
      return sum + Math.abs(gross);
    }, 0);
  return amountsListOf(refund, 'refund_shipping_lines', at, side.faults).reduce((sum, line, index) => {
    const place = `${at}refund_shipping_lines.${index}.`;
    const subtotal = amountOrZero(side, line, 'subtotal_amount', place);
    return sum + (taxesIncluded ? subtotal : subtotal + amountOrZero(side, line, 'tax_amount', place));
  }, 0);
};

const isShippingRefund = (adjustment: Fields): boolean => adjustment['kind'] === 'shipping_refund';

const readReturned = (side: Side, refund: Fields, refundAt: string): number =>
  readMoney(side, refund, refundAt).reduce((sum, { minor }) => sum + (minor ?? 0), 0);

/**
 * Money in another currency than the order's counts as nothing given back, and as a row that no order has: refunds with such money are
 * never taken for settled, and the order can still be read.
 */
const readForeignMoney = (side: Side, refund: Fields, refundAt: string): RefundRow[] =>
  readMoney(side, refund, refundAt)
    .filter(({ minor }) => minor === undefined)
    .map(({ currency }) => toAmountRow(`money in ${currency}`, 0));

interface Money {
  readonly currency: string;
  /** Undefined where there is no amount in the side's currency. */
  readonly minor: number | undefined;
}

const readMoney = (side: Side, refund: Fields, refundAt: string): Money[] =>
  amountsListOf(refund, 'transactions', refundAt, side.faults).flatMap((transaction, index) => {
    if (transaction['kind'] !== 'refund' || transaction['status'] !== 'success') return [];
    const place = `${refundAt}transactions.${index}.amount`;
    const currency = textOf(transaction['currency']);
    if (currency === '' || currency === side.currency)
      return [{ currency, minor: toMinor(side, transaction['amount'], place) }];
    const code = textOf(fieldsOf(fieldsOf(transaction['amount_set'])[side.money])['currency_code']);
    const isForeign = code !== '' && code !== side.currency;
    return [{ currency, minor: isForeign ? undefined : amountOfSet(side, transaction['amount_set'], `${place}_set`) }];
  });
