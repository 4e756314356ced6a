import type { OrderKey } from '../../event/snapshot.ts';
import type { ShopSettings } from '../../settings/settings.ts';
import type { Ledger } from '../ports.ts';
import type { OrderRecord, RecoveredRecord } from '../records.ts';
import { isCorrected, isInScope, isOfShop, type Window } from './scope.ts';
import type { ShownInvoices } from './shown-invoices.ts';

export interface LedgerSide {
  readonly orders: readonly OrderRecord[];
  readonly recovered: readonly RecoveredRecord[];
}

/** The ledger's part of an audit: the orders of the window, and those that CO3's markers name. */
export const readLedgerSide = async (
  ledger: Ledger,
  shop: ShopSettings,
  window: Window,
  shown: ShownInvoices,
): Promise<LedgerSide> => {
  const orders = new Map<OrderKey, OrderRecord>();
  for await (const order of ledger.each('order'))
    if (isOfShop(order, shop) && (isInScope(order, window) || isCorrected(order, shown))) orders.set(order.key, order);
  const recovered: RecoveredRecord[] = [];
  for (const { order: key, marker } of shown.all) {
    if (key === null || orders.get(key)?.documents.some((document) => document.marker === marker)) continue;
    // Made long before; or missed, since the whole table is not read in one moment.
    const order = await ledger.read('order', key);
    if (order !== undefined) orders.set(key, order);
    const record = await ledger.read('recovered', key);
    if (record !== undefined) recovered.push(record);
  }
  return { orders: [...orders.values()], recovered };
};
