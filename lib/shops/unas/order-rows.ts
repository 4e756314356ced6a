import type { OrderRow } from '../../event/snapshot.ts';
import { taxWithin } from '../exact.ts';

type Facts = Pick<OrderRow, 'id' | 'kind' | 'sku' | 'name' | 'quantity'>;

/** A row of which UNAS knows the gross amount exactly. */
export const grossRow = (facts: Facts, grossMinor: number, percent: string | null): OrderRow => {
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

export const ofOrder = (kind: OrderRow['kind'], id: string, name: string): Facts => ({
  id,
  kind,
  sku: '',
  name,
  quantity: '1',
});
