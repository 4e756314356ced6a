import { makeStore, type Store } from './store.ts';

export type Fields = Readonly<Record<string, string>>;
export type Right = `${'crm' | 'finance' | 'product'}:${'read' | 'write'}`;

export interface User {
  readonly username: string;
  readonly password: string;
  readonly rights: 'all' | readonly Right[];
  /** Sees and uses only contacts whose owner it is. */
  readonly ownContactsOnly?: boolean;
}

/** What an administrator sets in CO3. */
export interface AccountOptions {
  readonly name: string;
  readonly apiKey: string;
  readonly currency: string;
  readonly users: readonly User[];
  readonly plan: { readonly contacts: number; readonly purchaseOrders: boolean };
  /** Milliseconds since 1970; null for a paid account. */
  readonly trialEndsAt: number | null;
  readonly currencies: readonly string[];
  readonly bankAccounts: readonly string[];
  readonly categories: readonly string[];
  readonly shippingTypes: readonly string[];
  /** Tags of the account's own invoice fields. */
  readonly customFields: readonly string[];
  readonly historyTypes: readonly string[];
}

export interface Contact {
  readonly id: number;
  /** By CO3's tags. */
  readonly fields: Fields;
}

export interface Invoice {
  readonly id: number;
  readonly number: string;
  /** The head by CO3's tags, the account's own fields among them. */
  readonly fields: Fields;
  /** As it was sent, and as much of it as CO3 keeps. */
  readonly sentComment: string;
  readonly comment: string;
  readonly rows: readonly Fields[];
  /** Decimal texts; `balance` is what has been paid of `gross`. */
  readonly net: string;
  readonly gross: string;
  readonly balance: string;
  /** The buyer as it was at the time of issue. */
  readonly customer: Fields;
  readonly status: 'issued' | 'corrective' | 'storno' | 'cancelled';
}

export interface Product {
  readonly id: number;
  readonly fields: Fields;
  /** Decimal texts by the warehouse's id. */
  readonly stock: Readonly<Record<string, string>>;
}

export interface Warehouse {
  readonly id: number;
  readonly fields: Fields;
}

export interface Delivery {
  readonly id: number;
  readonly fields: Fields;
  readonly items: readonly Fields[];
}

export interface PurchaseOrder {
  readonly id: number;
  readonly projectCode: string;
  readonly status: 'draft' | 'waiting' | 'taken-in';
  readonly items: readonly { readonly productId: number; readonly warehouseId: number; readonly quantity: string }[];
}

export interface StoredFile {
  readonly id: number;
  readonly name: string;
  readonly base64: string;
}

export interface Account {
  /** May be replaced at any time: the plan, a user's right, a key. */
  options: AccountOptions;
  readonly contacts: Store<Contact>;
  readonly invoices: Store<Invoice>;
  readonly products: Store<Product>;
  readonly warehouses: Store<Warehouse>;
  readonly deliveries: Store<Delivery>;
  readonly purchaseOrders: Store<PurchaseOrder>;
  readonly files: Store<StoredFile>;
}

export const makeAccount = (options: AccountOptions): Account => ({
  options,
  contacts: makeStore(),
  invoices: makeStore(),
  products: makeStore(),
  warehouses: makeStore(),
  deliveries: makeStore(),
  purchaseOrders: makeStore(),
  files: makeStore(),
});
