import type { StockSeen } from './goods/read-stock.ts';
import { LeaseLost } from './lane.ts';
import type { ProofDocument } from './lane-records.ts';
import { isHeld, isOpenToGoods } from './lane-state.ts';
import { passLedgerGate } from './ledger-gate.ts';
import { dueProof, proveMarker } from './proof.ts';
import type { WorkRef } from './records.ts';
import { type Drain, workRef } from './work-ref.ts';

export const CANDIDATES = 10;
/** Calls that one product or level may need in one run: looked up, made, stock read, booked. */
const MAX_VISITS = 6;

/** Works at what is due, orders first: before each step for goods it is asked whether an order has come, so that none waits for more than one call. */
export const workOff = async (drain: Drain, fresh: readonly WorkRef[]): Promise<void> => {
  const { deps, lane } = drain;
  if (!(await passLedgerGate(drain))) return;
  const candidate = lane.state().hold === null ? dueProof(lane.state(), deps.clock.now()) : undefined;
  if (candidate !== undefined) await tryProof(drain, candidate);
  const stockSeen: StockSeen = new Map();
  const orders = makeOrders(drain, fresh);
  const goods = makeGoods(drain, fresh);
  for (;;) {
    const ref =
      (await orders.next()) ?? (isOpenToGoods(lane.state(), deps.clock.now()) ? await goods.next() : undefined);
    if (ref === undefined || deps.clock.now() > drain.lastCallAt) return;
    const result = await workRef(drain, ref, stockSeen);
    if (result === 'not-due') goods.leave(ref);
    if (result === 'stop' || isHeld(lane.state(), deps.clock.now())) return;
  }
};

const idOf = ({ kind, key }: WorkRef): string => `${kind}#${key}`;

/** Orders that are due, each once. The index lags: what was just merged may not stand in it, and what was just done may still. */
const makeOrders = ({ deps, account }: Drain, fresh: readonly WorkRef[]) => {
  const seen = new Set<string>();
  let known: readonly WorkRef[] = [];
  return {
    next: async (): Promise<WorkRef | undefined> => {
      const isNew = (ref: WorkRef): boolean => ref.kind === 'order' && !seen.has(ref.key);
      if (!known.some(isNew))
        known = [...(await deps.ledger.due(account.id, 'orders', deps.clock.now(), CANDIDATES + seen.size)), ...fresh];
      const next = known.find(isNew);
      if (next !== undefined) seen.add(next.key);
      return next;
    },
  };
};

/** What is due of the catalogue; one thing may need several visits. */
const makeGoods = ({ deps, account }: Drain, fresh: readonly WorkRef[]) => {
  const visits = new Map<string, number>();
  let known: readonly WorkRef[] = [];
  const isOpen = (ref: WorkRef): boolean => ref.kind !== 'order' && (visits.get(idOf(ref)) ?? 0) < MAX_VISITS;
  return {
    next: async (): Promise<WorkRef | undefined> => {
      if (!known.some(isOpen)) {
        const limit = CANDIDATES + visits.size;
        known = [...(await deps.ledger.due(account.id, 'catalogue', deps.clock.now(), limit)), ...fresh];
      }
      const next = known.find(isOpen);
      known = known.filter((ref) => ref !== next);
      if (next !== undefined) visits.set(idOf(next), (visits.get(idOf(next)) ?? 0) + 1);
      return next;
    },
    /** It is not due after all. */
    leave: (ref: WorkRef): void => {
      visits.set(idOf(ref), MAX_VISITS);
    },
  };
};

// Whatever goes wrong with it, orders are not to wait for it.
const tryProof = async (drain: Drain, candidate: ProofDocument): Promise<void> => {
  try {
    await proveMarker(drain, candidate);
  } catch (cause) {
    if (cause instanceof LeaseLost) throw cause;
    drain.deps.log.error('proof broke off', {
      account: drain.account.id,
      errorName: cause instanceof Error ? cause.name : 'unknown',
    });
  }
};
