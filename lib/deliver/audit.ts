import type { ShownInvoice } from '../co3/invoice-reads.ts';
import type { OrderKey } from '../event/snapshot.ts';
import type { Day } from '../event/time.ts';
import type { AccountSettings, ShopSettings } from '../settings/settings.ts';
import type { AuditCase } from './audit/audit-case.ts';
import { toFinding } from './audit/audit-case.ts';
import type { AuditReport, Count, Finding } from './audit/audit-report.ts';
import { checkDocuments } from './audit/check-documents.ts';
import { checkMarkers } from './audit/check-markers.ts';
import { checkOrder } from './audit/check-order.ts';
import { FINDINGS } from './audit/findings.ts';
import { matchDocument } from './audit/match-document.ts';
import { isCorrected, isInScope, isOfShop } from './audit/scope.ts';
import { toShownInvoices } from './audit/shown-invoices.ts';
import { outgoingOf, strangers } from './audit/strangers.ts';
import type { UnreadInvoice } from './read-all-invoices.ts';
import type { OrderRecord, RecoveredRecord } from './records.ts';

/** Both sides as they were read: CO3 first, then the ledger, so that nothing of CO3's can be newer than the ledger. */
export interface AuditInput {
  /** All of the shop's, or at least those of the window and those that a marker of `invoices` names. */
  readonly orders: readonly OrderRecord[];
  /** Documents of orders that have not come again since the ledger was rebuilt. */
  readonly recovered: readonly RecoveredRecord[];
  /** CO3's outgoing invoices of the window, and by their ids the other documents of the window's orders. */
  readonly invoices: readonly ShownInvoice[];
  /** Invoices that CO3 lists and whose details it did not show. */
  readonly unread: readonly UnreadInvoice[];
  /** How many it lists without an id. */
  readonly unreadable: number;
  readonly shop: ShopSettings;
  readonly account: AccountSettings;
  readonly stage: string;
  /** Days in Budapest, both included. */
  readonly from: Day;
  readonly to: Day;
  /** When the reading of CO3 began, in ms: what was sent later is not missed. */
  readonly now: number;
}

/** Compares what the ledger says with what CO3 shows and with what the orders owe. Pure. */
export const auditShop = (input: AuditInput): AuditReport => {
  const { shop, account, stage, from, to } = input;
  const audit = toCase(input);
  const findings = sorted([
    ...checkMarkers(audit),
    ...audit.inScope.flatMap((order) => [...checkDocuments(order, audit), ...checkOrder(order, audit)]),
    ...unreadOf(input),
    ...strangers(audit),
  ]);
  const outgoing = outgoingOf(audit);
  return {
    ...{ shop: shop.id, account: account.id, stage, from, to, comparedWith: ['ledger', 'co3'] },
    audited: countOf(audit.inScope, ({ documents }) => documents.length),
    agreeing: agreeingOf(audit, findings),
    shown: {
      outgoing: outgoing.length,
      otherShops: outgoing.filter(({ origin }) => origin === 'other-shop').length,
    },
    otherAccounts: input.orders.filter(
      (order) => order.account !== account.id && isOfShop(order, shop) && isInScope(order, { from, to }),
    ).length,
    findings,
  };
};

const toCase = (input: AuditInput): AuditCase => {
  const { shop, account, stage, from, to, now } = input;
  const orders = new Map(input.orders.map((order) => [order.key, order]));
  const recovered = new Map(input.recovered.map((record) => [record.key, record]));
  // Another account's CO3 counts its own ids.
  const own = input.orders.filter((order) => order.account === account.id);
  const known = new Set(own.flatMap(({ documents }) => documents.map(({ id }) => id)));
  const shown = toShownInvoices(input.invoices, shop, stage);
  return {
    ...{ shop, account, window: { from, to }, now },
    unread: new Set(input.unread.map(({ id }) => id)),
    hasUnread: input.unread.length + input.unreadable > 0,
    shown,
    inScope: byAge(
      own.filter((order) => isOfShop(order, shop) && (isInScope(order, { from, to }) || isCorrected(order, shown))),
    ),
    orderOf: (key) => (key === null ? undefined : orders.get(key)),
    recoveredOf: (key) => (key === null ? undefined : recovered.get(key)),
    isKnown: (id) => known.has(id),
  };
};

const unreadOf = ({ unread, unreadable }: AuditInput): readonly Finding[] => {
  const base = { name: 'Unreadable', severity: 'warning' } as const;
  const named = unread.map((invoice) =>
    toFinding({ ...base, text: 'CO3 lists it and does not show it.' }, [{ invoice }]),
  );
  if (unreadable === 0) return named;
  return [...named, toFinding({ ...base, text: `CO3 lists ${unreadable} without an id that can be read.` }, [])];
};

const byAge = (orders: readonly OrderRecord[]): readonly OrderRecord[] =>
  orders.toSorted((a, b) => (a.snapshot.createdAt < b.snapshot.createdAt ? -1 : 1));

const agreeingOf = (audit: AuditCase, findings: readonly Finding[]): Count => {
  const faulty = new Set<OrderKey | undefined>(
    findings.filter(({ severity }) => severity === 'fault').map(({ order }) => order?.key),
  );
  const good = audit.inScope.filter(({ key, documents }) => documents.length > 0 && !faulty.has(key));
  return countOf(good, ({ documents }) => documents.filter((one) => matchDocument(one, audit).kind === 'shown').length);
};

const countOf = (orders: readonly OrderRecord[], documentsOf: (order: OrderRecord) => number): Count => ({
  orders: orders.length,
  documents: orders.reduce((sum, order) => sum + documentsOf(order), 0),
});

const KINDS: readonly string[] = Object.keys(FINDINGS);
const SEVERITIES: readonly Finding['severity'][] = ['fault', 'warning', 'note'];

const sorted = (findings: readonly Finding[]): readonly Finding[] =>
  findings.toSorted((a, b) => {
    const byKind = KINDS.indexOf(a.name) - KINDS.indexOf(b.name);
    return byKind === 0 ? SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) : byKind;
  });
