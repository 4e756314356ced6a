import type { OrderKey } from '../../event/snapshot.ts';
import type { AccountSettings, ShopSettings } from '../../settings/settings.ts';
import type { UnreadInvoice } from '../read-all-invoices.ts';
import type { OrderRecord, RecoveredRecord } from '../records.ts';
import type { LiveDocument, Step } from '../step-records.ts';
import type { Figure, Finding, FoundInvoice } from './audit-report.ts';
import type { Window } from './scope.ts';
import type { Marked, ShownInvoices } from './shown-invoices.ts';

/** The two sides of an audit, ready to be looked things up in. */
export interface AuditCase {
  readonly shop: ShopSettings;
  readonly account: AccountSettings;
  readonly window: Window;
  /** When the reading of CO3 began, in ms. */
  readonly now: number;
  readonly shown: ShownInvoices;
  /** Ids of invoices that CO3 lists and does not show, and whether there are any, without ids too. */
  readonly unread: ReadonlySet<string>;
  readonly hasUnread: boolean;
  /** Orders whose documents and sums are compared. */
  readonly inScope: readonly OrderRecord[];
  orderOf(key: OrderKey | null): OrderRecord | undefined;
  recoveredOf(key: OrderKey | null): RecoveredRecord | undefined;
  /** Whether the ledger knows a document by CO3's id of it. */
  isKnown(id: string): boolean;
}

/** A finding without what most findings do not have. */
export const toFinding = (
  parts: Pick<Finding, 'name' | 'severity' | 'text'> & Partial<Omit<Finding, 'invoices'>>,
  invoices: readonly { readonly invoice: UnreadInvoice }[],
): Finding => ({
  order: null,
  marker: null,
  ours: null,
  co3: null,
  letter: null,
  ...parts,
  invoices: invoices.map(toFound),
});

export const orderIn = ({ key, number }: OrderRecord): NonNullable<Finding['order']> => ({ key, number });

export const toSent = ({ totalMinor, currency }: Pick<LiveDocument, 'totalMinor' | 'currency'>): Figure => ({
  minor: totalMinor,
  currency,
});

export const toShownFigure = ({ invoice }: Marked): Figure => ({
  minor: invoice.grossMinor,
  currency: invoice.currency,
});

/** What CO3 calls an invoice, for people. */
export const nameOf = ({ invoice }: Marked): string => (invoice.number === '' ? `id ${invoice.id}` : invoice.number);

/** Whether nobody knows yet what became of a step. */
export const isOpenStep = ({ state }: Pick<Step, 'state'>): boolean => state === 'sent' || state === 'unknown';

const toFound = ({ invoice }: { readonly invoice: UnreadInvoice }): FoundInvoice => ({
  id: invoice.id,
  number: invoice.number,
  day: invoice.issueDay,
});
