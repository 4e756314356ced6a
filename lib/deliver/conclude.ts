import { type Co3Command, toXml } from '../co3/command.ts';
import type { Letter } from '../dead-letters/letter.ts';
import type { Decision } from './decide.ts';
import { holdLane } from './hold-lane.ts';
import { afterNeverLeft, afterRefusal, isStillBroken } from './lane-state.ts';
import { withLetter } from './order-letter.ts';
import type { OrderRecord } from './records.ts';
import { type Settling, settle } from './settle.ts';
import type { Step } from './step-records.ts';
import { syncLetters } from './sync-letters.ts';
import { amendRecord, type Content } from './update-record.ts';
import { type Ended, ended, logFields, type Work, type WorkResult } from './work.ts';

/** How long a step that never left, and one that CO3's database failed at, waits for its next try. */
export const NEVER_LEFT_PAUSE_MS = 5_000;
export const AGAIN_PAUSE_MS = 60_000;

/** What is planned next has sent nothing yet; a letter that it replaces is superseded. */
export const SUPERSEDED = { why: 'superseded', call: null } as const;

/** Amends the order; whatever its newest snapshot asks for is planned on what came of the step. */
export const amendAndSettle = async (
  work: Work,
  order: OrderRecord,
  { why, call }: Pick<Settling, 'why' | 'call'>,
  change: (current: OrderRecord) => Content<OrderRecord>,
): Promise<OrderRecord> => {
  const now = work.deps.clock.now();
  const { shop, account, deps } = work;
  const amended = await amendRecord(deps, order, (current) =>
    settle({ ...change(current), starts: 0 }, { key: current.key, shop, account, now, why, call }),
  );
  if (order.letter !== null && amended.letter?.id !== order.letter.id)
    deps.log.info('letter closed', { ...logFields(amended), letter: order.letter.id, name: why });
  return syncLetters(deps, amended);
};

/** Puts the order back as if the call had not been made, to be taken up again at `dueAt`. */
export const putBack = (
  work: Work,
  order: OrderRecord,
  dueAt: number,
  change: (current: OrderRecord) => Content<OrderRecord>,
): Promise<OrderRecord> =>
  amendRecord(work.deps, order, (current) => ({ ...change(current), status: 'due', dueAt, starts: 0 }));

/** Leaves the order as it is until `dueAt`. */
export const waitUntil = async (work: Work, order: OrderRecord, dueAt: number, result: WorkResult): Promise<Ended> =>
  ended(await putBack(work, order, dueAt, (current) => current), result);

/** A call as a person may see it. */
export const toShownCall = (work: Work, command: Co3Command): Letter['call'] => ({
  method: command.method,
  xml: toXml(command, 'elided', work.contract),
});

/** Carries out what follows from a refused call, or one that was not made. `undo` takes the step under way off the order. */
export const conclude = async (
  work: Work,
  order: OrderRecord,
  command: Co3Command,
  step: Step,
  decision: Exclude<Decision, { kind: 'unknown' } | { kind: 'remake-contact' }>,
  undo: (current: OrderRecord) => Content<OrderRecord>,
): Promise<Ended> => {
  const { deps, lane } = work;
  const now = deps.clock.now();
  const line = { ...logFields(order), purpose: step.purpose, method: command.method };
  switch (decision.kind) {
    case 'no-time':
      return ended(await putBack(work, order, now, undo), 'stop');
    case 'never-left':
      deps.log.warn('call never left', line);
      await lane.change((state) => afterNeverLeft(state, now));
      return ended(await putBack(work, order, now + NEVER_LEFT_PAUSE_MS, undo), 'idle');
    case 'hold':
      deps.log.warn('account refused', { ...line, ...codeOf(decision.error) });
      await holdLane(work, { reason: 'code', code: decision.error.code, method: command.method });
      return ended(await putBack(work, order, now, undo), 'stop');
    case 'again':
      deps.log.warn('refused for a while', { ...line, ...codeOf(decision.error), attempt: order.tries + 1 });
      return ended(
        await putBack(work, order, now + AGAIN_PAUSE_MS, (current) => ({ ...undo(current), tries: current.tries + 1 })),
        'answered',
      );
    case 'letter': {
      const { error } = decision;
      if (isStillBroken(lane.state(), command.method, error)) {
        await holdLane(work, { reason: 'breaker', code: error.code, method: command.method });
        return ended(await putBack(work, order, now, undo), 'stop');
      }
      deps.log.warn('refused', { ...line, ...codeOf(error) });
      if (error.alarm)
        deps.alarms.raise(error.name === 'UnknownCode' ? 'UnknownCode' : 'LetterNeedsAdmin', {
          ...line,
          ...codeOf(error),
        });
      const call = toShownCall(work, command);
      const refusal = { error, purpose: step.purpose, generation: step.generation, digest: step.digest, call };
      const refused: Step = { ...step, state: 'refused', endedAt: now, document: null, payment: null };
      const lettered = await amendAndSettle(work, order, SUPERSEDED, (current) => {
        const undone = undo(current);
        return withLetter({ ...undone, steps: [...undone.steps, refused] }, current.key, refusal, now);
      });
      await lane.change((state) => afterRefusal(state, command.method, error, now));
      return ended(lettered, 'answered');
    }
    default:
      return decision satisfies never;
  }
};

export const codeOf = ({ code, name }: { code: number | null; name: string }): { code?: number; name: string } =>
  code === null ? { name } : { code, name };
