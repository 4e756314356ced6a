import type { Account, Contact, Delivery, Invoice, Product, PurchaseOrder, Warehouse } from './account.ts';
import type { Dialect } from './dialect.ts';
import type { ActiveFault } from './faults.ts';
import type { CallRecord } from './simulator-types.ts';

export interface AccountSnapshot {
  readonly name: string;
  readonly currency: string;
  readonly contacts: readonly Contact[];
  readonly invoices: readonly Invoice[];
  readonly products: readonly Product[];
  readonly warehouses: readonly Warehouse[];
  readonly deliveries: readonly Delivery[];
  readonly purchaseOrders: readonly PurchaseOrder[];
}

/** All that is in the simulator, but no key and no password. */
export interface Snapshot {
  readonly now: number;
  readonly sessions: number;
  readonly outage: string | null;
  readonly requireTls: boolean;
  readonly dialect: Dialect;
  readonly faults: readonly ActiveFault[];
  /** Newest first. */
  readonly calls: readonly CallRecord[];
  readonly accounts: readonly AccountSnapshot[];
}

export const toAccountSnapshot = (account: Account): AccountSnapshot => ({
  name: account.options.name,
  currency: account.options.currency,
  contacts: account.contacts.all(),
  invoices: account.invoices.all(),
  products: account.products.all(),
  warehouses: account.warehouses.all(),
  deliveries: account.deliveries.all(),
  purchaseOrders: account.purchaseOrders.all(),
});
