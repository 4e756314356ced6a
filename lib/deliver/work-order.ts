import type { Letter } from '../dead-letters/letter.ts';
import { amendAndSettle, SUPERSEDED, toShownCall } from './conclude.ts';
import { sendDocument, toStepCommand } from './document-step.ts';
import { dueLook, lookBack } from './look-back.ts';
import { bookPayment } from './payment-step.ts';
import { MAX_STARTS, planOrder } from './plan.ts';
import type { Plan } from './plan-types.ts';
import type { OrderRecord } from './records.ts';
import { recall } from './recovered.ts';
import { endUnknown } from './sent-step.ts';
import { settle } from './settle.ts';
import { readFromShop } from './shop/read-from-shop.ts';
import type { Step } from './step-records.ts';
import { syncLetters } from './sync-letters.ts';
import { amendRecord } from './update-record.ts';
import { logFields, type Work, type WorkResult } from './work.ts';

/** Does the next step of an order that is due. A start is counted first, so that an order which kills its worker is given up in the end. */
export const workOrder = async (work: Work, order: OrderRecord): Promise<WorkResult> => {
  const { deps, lane, shop, account } = work;
  const synced = await syncLetters(deps, order);
  if (!isDue(synced, deps.clock.now())) return 'idle';
  const lost = synced.steps.find((step) => isLost(step, lane.leaseId));
  if (lost !== undefined) return (await endUnknown(work, synced, lost, toLostCall(work, lost))).result;
  if (synced.starts >= MAX_STARTS) return giveUp(work, synced);

  const started = await amendRecord(deps, synced, (current) => ({
    ...current,
    starts: current.starts + 1,
    dueAt: lane.leaseUntil,
  }));
  const look = dueLook(started, deps.clock.now());
  if (look !== undefined) return (await lookBack(work, started, look)).result;
  const recalled = await recall(work, started);
  if (recalled !== undefined) return recalled.result;
  let plan: Plan;
  try {
    plan = planOrder({ ...started, starts: 0 }, shop, account, deps.clock.now());
  } catch (cause) {
    // A fault of ours at one order: its start stays counted, and the others go on.
    deps.log.error('plan failed', {
      ...logFields(started),
      errorName: cause instanceof Error ? cause.name : 'unknown',
    });
    return 'idle';
  }
  if (plan.kind === 'fetch') {
    const read = await readFromShop(work, started, plan);
    return read.kind === 'planned-anew' ? workOrder(work, read.order) : read.result;
  }
  if (plan.kind === 'payment') return (await bookPayment(work, started, plan)).result;
  if (plan.kind === 'document') return (await sendDocument(work, started, plan)).result;
  const settled = await amendAndSettle(work, started, SUPERSEDED, (current) => current);
  deps.log.info('planned', { ...logFields(settled), status: settled.status, name: settled.reason });
  return 'idle';
};

export const isDue = ({ dueAt }: Pick<OrderRecord, 'dueAt'>, now: number): boolean => dueAt !== null && dueAt <= now;

// Its worker ended before it could write down what CO3 answered.
const isLost = (step: Step, leaseId: string): boolean => step.state === 'sent' && step.lease !== leaseId;

const toLostCall = (work: Work, step: Step): Letter['call'] =>
  step.document === null ? null : toShownCall(work, toStepCommand(step, step.document));

const giveUp = async ({ deps, shop, account }: Work, order: OrderRecord): Promise<WorkResult> => {
  const now = deps.clock.now();
  const given = await amendRecord(deps, order, (current) =>
    settle(current, { key: current.key, shop, account, now, why: 'superseded', call: null }),
  );
  deps.log.error('given up', { ...logFields(given), name: given.reason });
  await syncLetters(deps, given);
  return 'idle';
};
