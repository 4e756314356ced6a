import type { Co3Client } from '../co3/client.ts';
import type { Contract } from '../co3/contract.ts';
import type { EventQueue } from '../event/message.ts';
import type { OrderKey } from '../event/snapshot.ts';
import type { AccountSettings, Settings } from '../settings/settings.ts';
import { acquireLane, type Lane, LeaseLost } from './lane.ts';
import { ADDRESS_LANE, isHeld, longestUnknownRun, UNKNOWN_COUNT, withHold, withoutHold } from './lane-state.ts';
import { passLedgerGate } from './ledger-gate.ts';
import { RecordTooLarge } from './ports.ts';
import { probe } from './probe.ts';
import { isProofDue, proveMarker } from './proof.ts';
import type { Hold, OrderRecord, WorkRef } from './records.ts';
import { giveTooLarge } from './too-large.ts';
import { amendRecord } from './update-record.ts';
import type { Work, WorkResult } from './work.ts';
import { isDue, workOrder } from './work-order.ts';

export type DrainDeps = Work['deps'] & {
  readonly co3: Co3Client;
  readonly events: EventQueue;
  readonly settings: Settings;
};

/** No call is begun with less time left than a call and its outcome's writing may take. */
const CALL_RESERVE_MS = 25_000;
/** The lease outlives the function's hard stop by a little, so that two workers never overlap. */
const LEASE_BEYOND_MS = 1_000;
const CANDIDATES = 10;
const UNKNOWN_SHOP_PAUSE_MS = 15 * 60_000;

/** Works off what is due for one account until nothing is, the lane is held, or the time is up. `fresh` keys were merged just now. */
export const drainAccount = async (
  deps: DrainDeps,
  account: AccountSettings,
  contract: Contract,
  fresh: readonly WorkRef[],
  deadline: number,
): Promise<void> => {
  const { clock, ledger } = deps;
  const leaseUntil = deadline + LEASE_BEYOND_MS;
  const address = await ledger.read('lane', ADDRESS_LANE);
  if (isHeld(address, clock.now())) return;
  const lane = await acquireLane(deps, account.id, clock.now(), leaseUntil);
  if (lane === undefined) return;
  // One probe for all accounts while the address is banned.
  const addressLane =
    address?.hold == null ? undefined : await acquireLane(deps, ADDRESS_LANE, clock.now(), leaseUntil);
  const mayWork = (address?.hold == null || addressLane !== undefined) && !isHeld(lane.state(), clock.now());
  const lastCallAt = deadline - CALL_RESERVE_MS;
  const co3 = deps.co3.open(account, lane.state(), lastCallAt);
  try {
    if (mayWork) await workOff({ deps, lane, addressLane, co3, contract, account, lastCallAt }, fresh);
  } finally {
    co3.close();
  }
  // Not reached after an exception: an outcome that could not be written keeps the lease until it lapses.
  if (addressLane !== undefined) await addressLane.change((state) => ({ ...state, lease: null }));
  await lane.change((state) => ({ ...state, ...co3.memory(), lease: null }));
  if (mayWork) await ringForTheRest(deps, account.id, lane);
};

type Drain = Omit<Work, 'shop'> & {
  readonly deps: DrainDeps;
  readonly addressLane: Lane | undefined;
  readonly lastCallAt: number;
};

const workOff = async (drain: Drain, fresh: readonly WorkRef[]): Promise<void> => {
  const { deps, lane } = drain;
  if (!(await passLedgerGate(drain))) return;
  const seen = new Set<OrderKey>();
  if (lane.state().hold === null && isProofDue(lane.state(), deps.clock.now())) await tryProof(drain);
  for (;;) {
    const now = deps.clock.now();
    const indexed = await deps.ledger.due(drain.account.id, 'orders', now, CANDIDATES + seen.size);
    // The index lags: what was just merged may not stand in it, and what was just done may still.
    const candidates = [...indexed, ...fresh].flatMap(({ kind, key }) =>
      kind !== 'order' || seen.has(key) ? [] : [key],
    );
    if (candidates.length === 0) return;
    for (const key of candidates) {
      seen.add(key);
      if (deps.clock.now() > drain.lastCallAt) return;
      if ((await workKey(drain, key)) === 'stop' || isHeld(lane.state(), deps.clock.now())) return;
    }
  }
};

// Whatever goes wrong with it, orders are not to wait for it.
const tryProof = async (drain: Drain): Promise<void> => {
  try {
    await proveMarker(drain);
  } catch (cause) {
    if (cause instanceof LeaseLost) throw cause;
    drain.deps.log.error('proof broke off', {
      account: drain.account.id,
      errorName: cause instanceof Error ? cause.name : 'unknown',
    });
  }
};

const workKey = async (drain: Drain, key: OrderKey): Promise<WorkResult> => {
  const { deps, lane, addressLane } = drain;
  const order = await deps.ledger.read('order', key);
  if (order === undefined || !isDue(order, deps.clock.now())) return 'idle';
  const shop = deps.settings.shops.get(order.shop);
  if (shop === undefined) {
    deps.log.error('shop of an order is not in the settings', { shop: order.shop, order: key });
    await amendRecord(deps, order, (current) => ({ ...current, dueAt: deps.clock.now() + UNKNOWN_SHOP_PAUSE_MS }));
    return 'idle';
  }
  const work: Work = { ...drain, shop };
  const before = lane.state().hold ?? addressLane?.state().hold ?? null;
  if (before !== null && !(await probe(work, lane.state().suspect[0] ?? 'finance'))) {
    if (addressLane !== undefined && deps.clock.now() <= drain.lastCallAt) await prolong(deps, addressLane);
    return 'stop';
  }
  const result = await workWithRoom(work, order);
  if (before !== null && result === 'answered' && isSameHold(before, lane.state().hold ?? before)) await open(drain);
  return result;
};

// An order that outgrows its record is a person's matter, and no reason for the others to wait.
const workWithRoom = async (work: Work, order: OrderRecord): Promise<WorkResult> => {
  try {
    return await workOrder(work, order);
  } catch (cause) {
    if (!(cause instanceof RecordTooLarge)) throw cause;
    await giveTooLarge(work, order.key);
    return 'idle';
  }
};

// Whatever the probe ended with, the other accounts need not knock as well.
const prolong = async ({ ledger, clock }: DrainDeps, addressLane: Lane): Promise<void> => {
  const known = await ledger.read('lane', ADDRESS_LANE);
  if (known?.hold == null || isHeld(known, clock.now())) return;
  const { reason, code, method } = known.hold;
  await addressLane.change((state) => withHold(state, { reason, code, method }, clock.now()));
};

// A lane that waits for a document is opened by a document alone.
const open = async ({ deps, lane, addressLane }: Drain): Promise<void> => {
  if (longestUnknownRun(lane.state()) >= UNKNOWN_COUNT || lane.state().hold?.reason === 'by-hand') return;
  await lane.change(withoutHold);
  await addressLane?.change(withoutHold);
  deps.log.info('lane opened', { account: lane.account });
};

const isSameHold = (a: Hold, b: Hold): boolean => a.since === b.since && a.probes === b.probes;

const ringForTheRest = async (deps: DrainDeps, account: string, lane: Lane): Promise<void> => {
  const now = deps.clock.now();
  if (isHeld(lane.state(), now)) return;
  // The index lags: a bell for what is done already would ring for the next one, and so on.
  for (const { kind, key } of await deps.ledger.due(account, 'orders', now, CANDIDATES)) {
    if (kind !== 'order') continue;
    const order = await deps.ledger.read('order', key);
    if (order !== undefined && isDue(order, now)) return deps.events.send({ kind: 'bell', account });
  }
};
