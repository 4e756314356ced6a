import type { StockSeen } from './goods/read-stock.ts';
import { LeaseLost } from './lane.ts';
import { isHeld, isOpenToGoods } from './lane-state.ts';
import { passLedgerGate } from './ledger-gate.ts';
import { isProofDue, proveMarker } from './proof.ts';
import type { WorkRef } from './records.ts';
import { type Drain, workRef } from './work-ref.ts';

export const CANDIDATES = 10;
/** Calls that one product or level may need in one run: looked up, made, stock read, booked. */
const MAX_VISITS = 6;

/** Works at what is due, orders first: before each step for goods it is asked whether an order has come, so that none waits for more than one call. */
export const workOff = async (drain: Drain, fresh: readonly WorkRef[]): Promise<void> => {
  const { deps, lane } = drain;
  if (!(await passLedgerGate(drain))) return;
  if (lane.state().hold === null && isProofDue(lane.state(), deps.clock.now())) await tryProof(drain);
  const orders = new Set<string>();
  const visits = new Map<string, number>();
  const stockSeen: StockSeen = new Map();
  for (;;) {
    const now = deps.clock.now();
    const order = await nextOrder(drain, fresh, orders);
    const ref = order ?? (isOpenToGoods(lane.state(), now) ? await nextGoods(drain, fresh, visits) : undefined);
    if (ref === undefined || now > drain.lastCallAt) return;
    if (ref.kind === 'order') orders.add(ref.key);
    else visits.set(idOf(ref), (visits.get(idOf(ref)) ?? 0) + 1);
    const result = await workRef(drain, ref, stockSeen);
    if (result === 'not-due') visits.set(idOf(ref), MAX_VISITS);
    if (result === 'stop' || isHeld(lane.state(), deps.clock.now())) return;
  }
};

const idOf = ({ kind, key }: WorkRef): string => `${kind}#${key}`;

// The index lags: what was just merged may not stand in it, and what was just done may still.
const nextOrder = async (
  { deps, account }: Drain,
  fresh: readonly WorkRef[],
  seen: ReadonlySet<string>,
): Promise<WorkRef | undefined> => {
  const due = await deps.ledger.due(account.id, 'orders', deps.clock.now(), CANDIDATES + seen.size);
  return [...due, ...fresh].find(({ kind, key }) => kind === 'order' && !seen.has(key));
};

const nextGoods = async (
  { deps, account }: Drain,
  fresh: readonly WorkRef[],
  visits: ReadonlyMap<string, number>,
): Promise<WorkRef | undefined> => {
  const spent = [...visits.values()].filter((times) => times >= MAX_VISITS).length;
  const due = await deps.ledger.due(account.id, 'catalogue', deps.clock.now(), CANDIDATES + spent);
  return [...due, ...fresh].find((ref) => ref.kind !== 'order' && (visits.get(idOf(ref)) ?? 0) < MAX_VISITS);
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
