import type { OrderRefund, OrderRow, OrderSnapshot } from '../../event/snapshot.ts';
import { amountsListOf, type Fields, numericIdOf } from '../fields.ts';
import { lessQuantities } from '../less-quantities.ts';
import { amountOf, type OrderReading } from './reading.ts';

/** What an order's body says of its refunds: how much money went back, and not for what. */
export const readToldRefunds = (reading: OrderReading, order: Fields): OrderRefund[] =>
  amountsListOf(order, 'refunds', '', reading.faults).map((refund, index) => ({
    id: numericIdOf(refund['id']) ?? `refund-${index + 1}`,
    rows: [],
    shippingMinor: 0,
    returnedMinor: Math.abs(amountOf(reading, refund, 'total', `refunds.${index}.`)),
  }));

type Refundable = Pick<OrderSnapshot, 'rows' | 'refunds' | 'totalMinor'>;

/** Whether all of the money is back: then all of the order is, and nobody need know for which row it was. */
export const isAllBack = ({ refunds, totalMinor }: Omit<Refundable, 'rows'>): boolean =>
  refunds.length > 0 && totalMinor > 0 && returnedOf(refunds) >= totalMinor;

/** An order with these refunds. Where all of the money is back, the last of them takes every row back. */
export const withRefunds = <Order extends Refundable>(order: Order, refunds: readonly OrderRefund[]): Order => {
  const settled = isAllBack({ ...order, refunds: [...refunds] }) ? takingAllBack(order.rows, refunds) : [...refunds];
  return { ...order, refunds: settled, rows: order.rows.map((row) => withCurrentQuantity(row, settled)) };
};

/** A refund that the shop tells by its status alone, or null: what of the total no other refund has given back. */
export const toStatusRefund = (refunds: readonly OrderRefund[], totalMinor: number): OrderRefund | null => {
  const returnedMinor = totalMinor - returnedOf(refunds);
  return returnedMinor > 0 ? { id: 'status', rows: [], shippingMinor: 0, returnedMinor } : null;
};

const returnedOf = (refunds: readonly OrderRefund[]): number =>
  refunds.reduce((sum, refund) => sum + refund.returnedMinor, 0);

const takingAllBack = (rows: readonly OrderRow[], refunds: readonly OrderRefund[]): OrderRefund[] => {
  const all = rows.map(({ id, quantity, netMinor, taxMinor }) => ({ rowId: id, quantity, netMinor, taxMinor }));
  return refunds.map((refund, index) => ({
    ...refund,
    rows: index === refunds.length - 1 ? all : [],
    shippingMinor: 0,
  }));
};

/** The order itself keeps the quantities that were bought. */
const withCurrentQuantity = (row: OrderRow, refunds: readonly OrderRefund[]): OrderRow => {
  const back = refunds.flatMap((refund) => refund.rows).filter(({ rowId }) => rowId === row.id);
  const quantities = back.map(({ quantity }) => quantity);
  return { ...row, currentQuantity: lessQuantities(row.quantity, quantities) };
};
