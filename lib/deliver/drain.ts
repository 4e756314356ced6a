import { callsSince } from '../co3/call-minutes.ts';
import type { Contract } from '../co3/contract.ts';
import type { AccountSettings } from '../settings/settings.ts';
import { makeCallLog } from './call-log.ts';
import { acquireLane, type Lane } from './lane.ts';
import { ADDRESS_LANE, isHeld, isOpenToGoods } from './lane-state.ts';
import type { WorkRef } from './records.ts';
import { CANDIDATES, workOff } from './work-off.ts';
import { isDue } from './work-order.ts';
import type { DrainDeps } from './work-ref.ts';

/** No call is begun with less time left than a call and its outcome's writing may take. */
const CALL_RESERVE_MS = 25_000;
/** The lease outlives the function's hard stop by a little, so that two workers never overlap. */
const LEASE_BEYOND_MS = 1_000;

/** Works off what is due for one account until nothing is, the lane is held, or the time is up. `fresh` was merged just now. */
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
  const calls = makeCallLog(deps.log, account.id);
  const co3 = deps.co3.open(account, lane.state(), lastCallAt, calls.hear);
  try {
    if (mayWork) await workOff({ deps, lane, addressLane, co3, calls, contract, account, lastCallAt }, fresh);
  } finally {
    co3.close();
  }
  // Not reached after an exception: an outcome that could not be written keeps the lease until it lapses.
  if (addressLane !== undefined) await addressLane.change((state) => ({ ...state, lease: null }));
  const before = lane.state().calls;
  await lane.change((state) => ({ ...state, ...co3.memory(), lease: null }));
  for (const { at, calls } of callsSince(before, lane.state().calls)) deps.figures.note({ Co3Calls: calls }, at);
  if (mayWork) await ringForTheRest(deps, account.id, lane);
};

const ringForTheRest = async (deps: DrainDeps, account: string, lane: Lane): Promise<void> => {
  const now = deps.clock.now();
  if (isHeld(lane.state(), now)) return;
  const kinds = isOpenToGoods(lane.state(), now) ? (['orders', 'catalogue'] as const) : (['orders'] as const);
  // The index lags: a bell for what is done already would ring for the next one, and so on.
  for (const of of kinds)
    for (const { kind, key } of await deps.ledger.due(account, of, now, CANDIDATES)) {
      const record = await deps.ledger.read(kind, key);
      if (record !== undefined && isDue(record, now)) return deps.events.send({ kind: 'bell', account });
    }
};
