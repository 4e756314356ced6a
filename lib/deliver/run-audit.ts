import type { Contract } from '../co3/contract.ts';
import { ok, type Result } from '../event/result.ts';
import type { Day } from '../event/time.ts';
import type { AccountSettings, ShopSettings } from '../settings/settings.ts';
import type { AuditReport } from './audit/audit-report.ts';
import { type LedgerSide, readLedgerSide } from './audit/read-ledger-side.ts';
import { toShownInvoices } from './audit/shown-invoices.ts';
import { auditShop } from './audit.ts';
import { type BorrowDeps, borrowLane } from './borrow-lane.ts';
import { type AllInvoices, type OnRead, readAllInvoices, readInvoicesById } from './read-all-invoices.ts';

export interface Asked {
  readonly shop: ShopSettings;
  readonly account: AccountSettings;
  readonly contract: Contract;
  readonly stage: string;
  /** Days in Budapest, both included. */
  readonly from: Day;
  readonly to: Day;
}

/** Reads both sides and compares them; deliveries go on meanwhile. The problem says why CO3 could not be read. */
export const runAudit = async (
  deps: BorrowDeps,
  asked: Asked,
  onRead: OnRead,
): Promise<Result<AuditReport, string>> => {
  const { shop, account, contract, stage } = asked;
  const now = deps.clock.now();
  const window = await borrowLane(deps, account, (lane) => readAllInvoices(lane, contract, asked, onRead));
  if (!window.ok) return window;
  // CO3 first and the ledger after it, the lane given back: whatever CO3 has shown, the ledger has to know.
  const shown = toShownInvoices(window.value.invoices, shop, stage);
  const ledger = await readLedgerSide(deps.ledger, shop, asked, shown);
  const ids = idsElsewhere(ledger, window.value, asked);
  const rest = await borrowLane(deps, account, (lane) => readInvoicesById(lane, contract, ids, onRead));
  if (!rest.ok) return rest;
  return ok(
    auditShop({
      ...{ ...asked, ...ledger, now },
      invoices: [...window.value.invoices, ...rest.value.invoices],
      unread: [...window.value.unread, ...rest.value.unread],
      unreadable: window.value.unreadable,
    }),
  );
};

// Issued on other days than those asked for, or not listed although they were issued on these.
const idsElsewhere = ({ orders }: LedgerSide, { invoices, unread }: AllInvoices, asked: Asked): readonly string[] => {
  const read = new Set([...invoices, ...unread].map(({ id }) => id));
  return orders
    .filter((order) => order.account === asked.account.id)
    .flatMap(({ documents }) => documents)
    .flatMap(({ id }) => (id === null || read.has(id) ? [] : [id]));
};
