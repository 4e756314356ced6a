import fc from 'fast-check';
import type { OrderRefund, OrderRow } from '../../lib/event/snapshot.ts';

/** A row to be, by its id and whether its price holds the tax. Its figures agree. */
export const arbitraryRow = (): fc.Arbitrary<(id: string, taxesIncluded: boolean) => OrderRow> =>
  fc.record(PLAN).map((plan) => (id, taxesIncluded) => toRow(plan, id, taxesIncluded));

/** So many pieces of it given back pro rata, where it has whole pieces and not too many. */
export const toRefundRow = (row: OrderRow, pieces: number): OrderRefund['rows'] => {
  const count = Number(row.quantity);
  if (row.kind === 'shipping' || pieces === 0 || !Number.isInteger(count) || count > 12) return [];
  const back = Math.min(pieces, count);
  const share = (minor: number): number => divideRounded(minor * back, count);
  const taxMinor = share(row.taxMinor);
  return [{ rowId: row.id, quantity: String(back), netMinor: share(row.grossMinor) - taxMinor, taxMinor }];
};

interface RowPlan {
  readonly kind: OrderRow['kind'];
  readonly quantityThousandths: number;
  readonly priceMinor: number;
  readonly discountPercent: number;
  readonly rates: readonly string[];
}

const PLAN = {
  kind: fc.constantFrom<OrderRow['kind']>('item', 'item', 'item', 'shipping', 'fee'),
  quantityThousandths: fc.oneof(
    fc.integer({ min: 1, max: 12 }).map((pieces) => pieces * 1000),
    fc.integer({ min: 1, max: 20_000 }),
    fc.integer({ min: 1, max: 30 }).map((thousands) => thousands * 1_000_000),
  ),
  priceMinor: fc.nat({ max: 500_000 }),
  discountPercent: fc.constantFrom(0, 0, 10, 33, 100),
  rates: fc.constantFrom<readonly string[]>(['27'], ['27'], ['18'], ['5'], ['6', '2.5'], ['0'], []),
};

const toRow = (plan: RowPlan, id: string, taxesIncluded: boolean): OrderRow => {
  const before = divideRounded(plan.priceMinor * plan.quantityThousandths, 1000);
  const amount = before - divideRounded(before * plan.discountPercent, 100);
  // In tenths of a percent, so that integers suffice.
  const tenths = plan.rates.reduce((sum, rate) => sum + Math.round(Number(rate) * 10), 0);
  const taxMinor = divideRounded(amount * tenths, taxesIncluded ? 1000 + tenths : 1000);
  const quantity = quantityText(plan.quantityThousandths);
  return {
    id,
    kind: plan.kind,
    sku: '',
    name: `Termék ${id}`,
    quantity,
    currentQuantity: quantity,
    netMinor: taxesIncluded ? amount - taxMinor : amount,
    taxMinor,
    grossMinor: taxesIncluded ? amount : amount + taxMinor,
    rates: [...plan.rates],
  };
};

const divideRounded = (a: number, b: number): number => Number((2n * BigInt(a) + BigInt(b)) / (2n * BigInt(b)));

const quantityText = (thousandths: number): string => {
  const text = String(thousandths).padStart(4, '0');
  const fraction = text.slice(-3).replace(/0+$/, '');
  return fraction === '' ? text.slice(0, -3) : `${text.slice(0, -3)}.${fraction}`;
};
