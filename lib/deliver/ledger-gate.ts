import { listInvoices, oneInvoice, readInvoice, readInvoices } from '../co3/invoice-reads.ts';
import { addDays, type Day, toBudapestDay } from '../event/time.ts';
import type { Settings } from '../settings/settings.ts';
import { holdLane } from './hold-lane.ts';
import type { LaneRecord } from './lane-records.ts';
import { withHold } from './lane-state.ts';
import { findMarker } from './marker-in-comment.ts';
import { isIssued } from './read-all-invoices.ts';
import { type ReadOutcome, readCo3 } from './read-co3.ts';
import type { Content } from './update-record.ts';
import type { Work } from './work.ts';

export type AtGate = Pick<Work, 'lane' | 'co3' | 'contract' | 'account'> & {
  readonly deps: Work['deps'] & { readonly settings: Settings };
};

/**
 * Whether the lane may be worked at with this table. Where another table opened it, this one is a restored one and has forgotten
 * documents; where none ever did, CO3 is searched for markers first. What stands in CO3 and not here would be made a second time.
 */
export const passLedgerGate = async (work: AtGate): Promise<boolean> => {
  const { lane, deps } = work;
  const identity = await deps.ledger.identity();
  const opened = lane.state().ledger;
  if (opened === identity) return true;
  const found = opened === null ? await lookForMarkers(work) : 'lost';
  switch (found) {
    case 'nothing':
      await lane.change((state) => openedIn(state, identity));
      deps.log.info('lane opened for its table', { account: lane.account });
      return true;
    case 'lost':
      await holdAsLost(work);
      return false;
    case 'not-yet':
      return false;
    default:
      return found satisfies never;
  }
};

/** The lane may be worked at with this table from here on. */
export const openedIn = (lane: Content<LaneRecord>, identity: string): Content<LaneRecord> => ({
  ...lane,
  ledger: identity,
  lookedDownTo: null,
});

/** When the account's first order of ours may have been made, as the day before; undefined where that is still to come. */
export const earliestDay = (
  { shops }: Settings,
  account: Pick<Work['account'], 'id'>,
  now: number,
): Day | undefined => {
  const moments = [...shops.values()].flatMap((shop) => (shop.account === account.id ? [shop.invoiceFrom] : []));
  const earliest = Math.min(...moments);
  return earliest > now ? undefined : addDays(toBudapestDay(earliest), -1);
};

/** Reads of one invocation, which leave it time for orders. */
const MAX_READS = 40;
const DAYS_AT_ONCE = 31;
/** Lists of one invocation. Whoever has sent for longer than that has lost a table: a rebuild may take its time. */
const MAX_LISTS = 12;

type Found = 'nothing' | 'lost' | 'not-yet';

const lookForMarkers = async (work: AtGate): Promise<Found> => {
  const { deps, lane, account, contract } = work;
  const now = deps.clock.now();
  const from = earliestDay(deps.settings, account, now);
  if (from === undefined) return 'nothing';
  const to = addDays(toBudapestDay(now), 1);
  if (addDays(from, MAX_LISTS * DAYS_AT_ONCE) <= to) return 'lost';
  const ids = await listIssued(work, from, to);
  if (ids === 'lost' || ids === 'not-yet') return ids;
  // Nothing that could be found there would say anything.
  if (ids.length > 0 && !contract.assumptions.commentKept) return 'lost';
  const lowest = lane.state().lookedDownTo;
  const left = ids.filter((id) => lowest === null || Number(id) < Number(lowest));
  let looked = lowest;
  for (const [index, id] of left.entries()) {
    const found = index < MAX_READS ? await lookAt(work, id) : 'not-yet';
    if (found === 'nothing') {
      looked = id;
      continue;
    }
    // Also where the time was up before: else a slow CO3 would be asked for the same for ever.
    if (found === 'not-yet' && looked !== lowest) await lane.change((state) => ({ ...state, lookedDownTo: looked }));
    return found;
  }
  return 'nothing';
};

/** Ids of what the account issued, newest first. */
const listIssued = async (work: AtGate, from: Day, to: Day): Promise<readonly string[] | 'lost' | 'not-yet'> => {
  const ids = new Set<string>();
  for (let day = from; day <= to; day = addDays(day, DAYS_AT_ONCE)) {
    const last = addDays(day, DAYS_AT_ONCE - 1);
    const list = await readCo3(work, 'finance', listInvoices(day, last < to ? last : to));
    if (list.kind !== 'data') return holdIfRefused(work, list);
    const { headers, unreadable } = readInvoices(list.root, work.contract);
    // What has no id cannot be looked at, and may be ours.
    if (unreadable > 0) return 'lost';
    for (const header of headers) if (isIssued(header)) ids.add(header.id);
  }
  return [...ids].toSorted((a, b) => Number(b) - Number(a));
};

const NOT_THERE = 301;

const lookAt = async (work: AtGate, id: string): Promise<Found> => {
  const { deps, account, contract } = work;
  const one = await readCo3(work, 'finance', oneInvoice(id));
  if (one.kind === 'refused' && one.error?.code === NOT_THERE) return 'nothing';
  if (one.kind !== 'data') return holdIfRefused(work, one);
  const invoice = readInvoice(one.root, contract);
  const shops = [...deps.settings.shops.values()].filter((shop) => shop.account === account.id);
  return invoice === undefined || findMarker(invoice.comment, deps.stage, shops) !== undefined ? 'lost' : 'nothing';
};

// Else the next worker would ask for the same at once.
const holdIfRefused = async (work: AtGate, read: Exclude<ReadOutcome, { kind: 'data' }>): Promise<'not-yet'> => {
  if (read.kind === 'refused')
    await holdLane(work, { reason: 'code', code: read.error?.code ?? null, method: 'getInvoices' });
  return 'not-yet';
};

const holdAsLost = async ({ lane, deps }: AtGate): Promise<void> => {
  const wasHeld = lane.state().hold !== null;
  const cause = { reason: 'ledger-lost', code: null, method: null } as const;
  await lane.change((state) => withHold(state, cause, deps.clock.now()));
  // The alarm of a hold that this one takes the place of has rung already.
  if (wasHeld) deps.alarms.raise('LaneHeld', { account: lane.account, name: cause.reason });
};
