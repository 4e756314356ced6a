import type { OrderKey } from '../../event/snapshot.ts';
import type { ShopSettings } from '../../settings/settings.ts';
import type { Ledger } from '../ports.ts';
import type { OrderRecord, RecoveredRecord } from '../records.ts';
import { isInScope, isOfShop, type Window } from './scope.ts';
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
  const marked = shown.all.filter(({ origin }) => origin === 'ours');
  const named = new Set(marked.map(({ order }) => order));
  const orders = new Map<OrderKey, OrderRecord>();
  for await (const order of ledger.orders())
    if (isOfShop(order, shop) && (isInScope(order, window) || named.has(order.key))) orders.set(order.key, order);
  const recovered: RecoveredRecord[] = [];
  for (const { order: key, marker } of marked) {
    if (key === null || orders.get(key)?.documents.some((document) => document.marker === marker)) continue;
    // The whole table was not read in one moment: what seems to be unknown is looked at once more.
    const order = await ledger.read('order', key);
    if (order !== undefined) orders.set(key, order);
    const record = await ledger.read('recovered', key);
    if (record !== undefined) recovered.push(record);
  }
  return { orders: [...orders.values()], recovered };
};
