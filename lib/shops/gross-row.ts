import type { OrderRow } from '../event/snapshot.ts';
import { taxWithin } from './exact.ts';

export type RowFacts = Pick<OrderRow, 'id' | 'kind' | 'sku' | 'name' | 'quantity'>;

/** A row of which the shop knows the gross amount exactly, at a percent or without any tax. */
export const grossRow = (facts: RowFacts, grossMinor: number, percent: string | null): OrderRow => {
  const taxMinor = percent === null ? 0 : taxWithin(grossMinor, percent);
  return {
    ...facts,
    currentQuantity: facts.quantity,
    netMinor: grossMinor - taxMinor,
    taxMinor,
    grossMinor,
    rates: percent === null ? [] : [percent],
  };
};

/** A row that stands once for the whole order: a cost, or what is taken off. */
export const ofOrder = (kind: OrderRow['kind'], id: string, name: string): RowFacts => ({
  id,
  kind,
  sku: '',
  name,
  quantity: '1',
});
