import type { Contract } from '../co3/contract.ts';
import { fail, ok, type Result } from '../event/result.ts';
import type { AccountSettings, ShopSettings } from '../settings/settings.ts';
import type { Window } from './audit/scope.ts';
import { type BorrowDeps, type BorrowedLane, borrowLane } from './borrow-lane.ts';
import type { LaneRecord } from './lane-records.ts';
import { withHold } from './lane-state.ts';
import { openedIn } from './ledger-gate.ts';
import { withProof } from './proof.ts';
import { type AllInvoices, type OnRead, readAllInvoices } from './read-all-invoices.ts';
import { type Sorted, sortInvoices } from './rebuild/sort-invoices.ts';
import { type Written, writeBack } from './rebuild/write-back.ts';

export interface RebuildAsked {
  readonly account: AccountSettings;
  readonly contract: Contract;
  /** The account's. */
  readonly shops: readonly ShopSettings[];
  readonly stage: string;
  /** What is to be read; null where no order of ours can have been made yet. */
  readonly window: Window | null;
  /** Where documents of ours may be. */
  readonly whole: Window | null;
  /** A person says that what cannot be recognised is not ours, or will not come again. */
  readonly isNothingElseThere: boolean;
}

/** Why the lane stays shut although CO3 was read through. */
export type StaysShut = 'comment-not-kept' | 'no-marker' | 'not-recognised' | 'window-too-short';

export interface RebuildReport extends Omit<Sorted, 'documents'>, Pick<AllInvoices, 'unread'> {
  readonly account: string;
  readonly window: RebuildAsked['window'];
  /** Outgoing invoices of the window, ours or not. */
  readonly outgoing: number;
  /** How many CO3 lists without an id. */
  readonly withoutId: number;
  /** Orders by what was done for them. */
  readonly orders: Readonly<Record<Written, number>>;
  /** Null where the lane is open for this table. */
  readonly staysShut: StaysShut | null;
}

/**
 * Reads the markers of an account's documents back from CO3, writes into the ledger what it does not know, and opens the lane for this
 * table. Repeating it changes nothing. The problem says why it could not be done; what is written by then stays.
 */
export const rebuildLedger = async (
  deps: BorrowDeps,
  asked: RebuildAsked,
  onRead: OnRead,
): Promise<Result<RebuildReport, string>> => {
  const { account, contract, window, isNothingElseThere } = asked;
  const identity = await deps.ledger.identity();
  return borrowLane(deps, account, async (lane) => {
    const all =
      window === null || !contract.assumptions.commentKept
        ? ok(NOTHING_READ)
        : await readAllInvoices(lane, contract, window, onRead);
    if (!all.ok) return all;
    const { documents, ...sorted } = sortInvoices(all.value.invoices, asked.stage, asked.shops);
    const orders = await writeAll(deps, lane, account, documents);
    if (!orders.ok) return orders;
    const state = await lane.alone(async (own) => own.state());
    if (!state.ok) return state;
    const { invoices, unread, unreadable: withoutId } = all.value;
    const counts = { outgoing: invoices.length, unread, withoutId };
    const isOpen = isNothingElseThere || state.value.ledger === identity;
    const staysShut = isOpen ? null : whyShut(asked, sorted, counts, state.value);
    if ((await deps.ledger.identity()) !== identity) return fail(REPLACED);
    const ended =
      staysShut === null
        ? await openLane(deps, lane, identity, sorted.markers > 0)
        : await keepShut(deps, lane, identity);
    if (!ended.ok) return ended;
    return ok({ account: account.id, window, ...sorted, ...counts, orders: orders.value, staysShut });
  });
};

const NOTHING_READ: AllInvoices = { invoices: [], unread: [], unreadable: 0 };
const REPLACED = 'The table was replaced by another one meanwhile. Start once more.';

const writeAll = async (
  deps: BorrowDeps,
  lane: BorrowedLane,
  account: AccountSettings,
  documents: Sorted['documents'],
): Promise<Result<RebuildReport['orders'], string>> => {
  const orders = { known: 0, completed: 0, recovered: 0 };
  for (const [key, ofOrder] of documents) {
    const written = await lane.alone(() => writeBack(deps, account, key, ofOrder, deps.clock.now()));
    if (!written.ok) return written;
    orders[written.value] += 1;
  }
  return ok(orders);
};

const whyShut = (
  { window, whole, contract }: RebuildAsked,
  { markers, pieces, unreadable }: Omit<Sorted, 'documents'>,
  { outgoing, unread, withoutId }: Pick<RebuildReport, 'outgoing' | 'unread' | 'withoutId'>,
  { ledger, proof }: LaneRecord,
): StaysShut | null => {
  if (window === null || whole === null) return null;
  if (!contract.assumptions.commentKept) return 'comment-not-kept';
  if (pieces.length + unreadable.length + unread.length + withoutId > 0) return 'not-recognised';
  // What a restored table has needs no reading; an emptied one has nothing.
  if (window.to < whole.to || (ledger === null && window.from > whole.from)) return 'window-too-short';
  // An account that keeps no comments looks just like one where we have made nothing.
  return markers === 0 && outgoing > 0 && proof.provenAt === null ? 'no-marker' : null;
};

const openLane = (
  deps: BorrowDeps,
  lane: BorrowedLane,
  identity: string,
  isProven: boolean,
): Promise<Result<void, string>> =>
  lane.alone(async (own) => {
    const { ledger, hold, proof } = own.state();
    if (ledger === identity && hold?.reason !== 'ledger-lost' && (!isProven || proof.provenAt !== null)) return;
    await own.change((state) => {
      const opened = openedIn(isProven ? withProof(state, deps.clock.now()) : state, identity);
      return opened.hold?.reason === 'ledger-lost' ? { ...opened, hold: null } : opened;
    });
  });

/** What no table has opened the next worker would open where it meets no marker: somebody has to know better first. */
const keepShut = (deps: BorrowDeps, lane: BorrowedLane, identity: string): Promise<Result<void, string>> =>
  lane.alone(async (own) => {
    if (own.state().ledger === identity) return;
    const cause = { reason: 'ledger-lost', code: null, method: null } as const;
    await own.change((state) => withHold(state, cause, deps.clock.now()));
  });
