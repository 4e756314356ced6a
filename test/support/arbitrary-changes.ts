import fc from 'fast-check';
import type { OrderRefund, OrderRow, OrderSnapshot } from '../../lib/event/snapshot.ts';
import { arbitraryOrder } from './orders.ts';

/**
 * As `arbitraryOrder`, and then edited: a row has other pieces or is gone, one was added, part of the shipping went back (where one percent
 * stands on it), and the refund came in two. `currentTotalMinor` is what is left by hand.
 */
export const arbitraryChangedOrder = (): fc.Arbitrary<OrderSnapshot> =>
  fc
    .record({
      order: arbitraryOrder(),
      pieces: fc.array(fc.option(fc.nat({ max: 14 })), { maxLength: 6 }),
      isAdded: fc.boolean(),
      shippingShare: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      isInTwo: fc.boolean(),
    })
    .map(({ order, pieces, isAdded, shippingShare, isInTwo }) => {
      const shipped = shippingShare === null ? order : withShippingBack(order, shippingShare);
      const edited = pieces.reduce<OrderSnapshot>(
        (so, count, at) => (count === null ? so : withPieces(so, at, count)),
        shipped,
      );
      const added = isAdded ? withRowAdded(edited) : edited;
      return isInTwo ? { ...added, refunds: added.refunds.flatMap(inTwo) } : added;
    });

const withPieces = (order: OrderSnapshot, at: number, count: number): OrderSnapshot => {
  const row = order.rows[at];
  const before = Number(row?.quantity);
  const isRefunded = order.refunds.some((refund) => refund.rows.some((part) => part.rowId === row?.id));
  if (row === undefined || row.kind !== 'item' || isRefunded || !Number.isInteger(before) || before > 12) return order;
  const share = (minor: number): number =>
    Number((2n * BigInt(minor) * BigInt(count) + BigInt(before)) / (2n * BigInt(before)));
  const grossMinor = order.taxesIncluded ? share(row.grossMinor) : share(row.netMinor) + share(row.taxMinor);
  return {
    ...order,
    rows: order.rows.map((one) => (one === row ? { ...row, currentQuantity: String(count) } : one)),
    currentTotalMinor: order.currentTotalMinor - row.grossMinor + grossMinor,
  };
};

const withRowAdded = (order: OrderSnapshot): OrderSnapshot => {
  const amounts = { netMinor: 100_000, taxMinor: 27_000, grossMinor: 127_000, rates: ['27'] };
  const row: OrderRow = {
    ...amounts,
    id: 'added',
    kind: 'item',
    sku: '',
    name: 'Ráadás',
    quantity: '1',
    currentQuantity: '1',
  };
  return { ...order, rows: [...order.rows, row], currentTotalMinor: order.currentTotalMinor + row.grossMinor };
};

const withShippingBack = (order: OrderSnapshot, share: number): OrderSnapshot => {
  const shipping = order.rows.filter((row) => row.kind === 'shipping');
  const isBack = order.refunds.some((refund) => refund.shippingMinor !== 0);
  if (isBack || new Set(shipping.map((row) => row.rates.join())).size !== 1) return order;
  const minor = Math.floor(shipping.reduce((sum, row) => sum + row.grossMinor, 0) * share);
  const refund = { id: 'shipping-back', rows: [], shippingMinor: minor, returnedMinor: minor };
  return { ...order, refunds: [...order.refunds, refund], currentTotalMinor: order.currentTotalMinor - minor };
};

/** The first row's money apart from the rest's. */
const inTwo = (refund: OrderRefund): OrderRefund[] => {
  const [first, ...rest] = refund.rows;
  if (first === undefined) return [refund];
  const firstMinor = first.netMinor + first.taxMinor;
  return [
    { id: `${refund.id}-a`, rows: [first], shippingMinor: 0, returnedMinor: firstMinor },
    { ...refund, id: `${refund.id}-b`, rows: rest, returnedMinor: refund.returnedMinor - firstMinor },
  ];
};
