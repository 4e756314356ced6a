import type { ShownInvoice } from '../../lib/co3/invoice-reads.ts';
import type { AuditReport, Finding } from '../../lib/deliver/audit/audit-report.ts';
import { type AuditInput, auditShop } from '../../lib/deliver/audit.ts';
import type { OrderRecord } from '../../lib/deliver/records.ts';
import type { Day } from '../../lib/event/time.ts';
import { aLiveDocument, anOrderRecord } from './ledger-records.ts';
import { anAccount, aShop } from './orders.ts';

/** The invoice of `anOrder` as CO3 shows it, reported to the tax authority. */
export const aShownInvoice = (overrides: Partial<ShownInvoice> = {}): ShownInvoice => ({
  id: '42',
  number: 'V-2026/00001',
  direction: 'outgoing',
  contactId: '7',
  currency: 'HUF',
  grossMinor: 635_000,
  balanceMinor: 0,
  issueDay: '2026-12-02',
  status: 'issued',
  navStatus: 'DONE',
  navTransactionId: 'NAV-1',
  comment: 'test/shopify:acme.myshopify.com/1001/invoice/1\n#1001',
  stornoId: null,
  payment: 'bankcard',
  language: 'hu_HU',
  fxRate: null,
  customerVatType: 'PRIVATE_PERSON',
  bankAccount: null,
  paymentDay: '2026-12-10',
  fulfilmentDay: '2026-12-02',
  rows: [],
  ...overrides,
});

/** The order of `anOrder` with its invoice, at rest. */
export const anInvoicedOrder = (overrides: Partial<OrderRecord> = {}): OrderRecord =>
  anOrderRecord({ documents: [aLiveDocument()], status: 'settled', reason: 'Invoiced', dueAt: null, ...overrides });

/** Audits the third of December over the first days of that month, one invoiced order where nothing else is said. */
export const audited = (overrides: Partial<AuditInput> = {}): AuditReport =>
  auditShop({
    orders: [anInvoicedOrder()],
    recovered: [],
    invoices: [aShownInvoice()],
    unread: [],
    unreadable: 0,
    shop: aShop(),
    account: anAccount(),
    stage: 'test',
    from: '2026-12-01' as Day,
    to: '2026-12-05' as Day,
    now: Date.parse('2026-12-03T12:00:00Z'),
    ...overrides,
  });

/** Name and severity of what an audit finds. */
export const found = (overrides: Partial<AuditInput> = {}): readonly string[] =>
  audited(overrides).findings.map(({ name, severity }: Finding) => `${name} ${severity}`);
