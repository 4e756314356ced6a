import type { Co3Command } from '../../co3/command.ts';
import { AGAIN_PAUSE_MS, codeOf, NEVER_LEFT_PAUSE_MS, toShownCall } from '../conclude.ts';
import type { Decision } from '../decide.ts';
import { holdLane } from '../hold-lane.ts';
import { afterGoodsRefusal, afterNeverLeft, isStillBroken, withCatalogueHold } from '../lane-state.ts';
import type { GoodsRecord } from '../records.ts';
import type { WorkResult } from '../work.ts';
import { type GoodsWork, goodsFields } from './goods-work.ts';
import { letterGoods, putGoodsBack } from './settle-goods.ts';

/** What refusals running are counted by: CO3 calls a take-in as it calls the product itself. */
export const runOf = ({ kind }: Pick<GoodsRecord, 'kind'>, { method }: Co3Command): string =>
  kind === 'stock' ? `${method} of stock` : method;

/** Carries out what follows from a call for goods that was refused, or not made. `undo` takes what was under way off the record. */
export const concludeGoods = async <R extends GoodsRecord>(
  work: GoodsWork,
  record: R,
  command: Co3Command,
  decision: Exclude<Decision, { kind: 'unknown' } | { kind: 'remake-contact' }>,
  { digest, undo, refused }: { digest: string; undo: (current: R) => R; refused: (current: R) => R },
): Promise<WorkResult> => {
  const { deps, lane } = work;
  const now = deps.clock.now();
  const run = runOf(record, command);
  const line = { ...goodsFields(record), method: command.method };
  switch (decision.kind) {
    case 'no-time':
      await putGoodsBack(work, record, now, undo);
      return 'stop';
    case 'never-left':
      deps.log.warn('call never left', line);
      await lane.change((state) => afterNeverLeft(state, now));
      await putGoodsBack(work, record, now + NEVER_LEFT_PAUSE_MS, undo);
      return 'idle';
    case 'hold':
      deps.log.warn('account refused', { ...line, ...codeOf(decision.error) });
      await holdLane(work, { reason: 'code', code: decision.error.code, method: command.method });
      await putGoodsBack(work, record, now, undo);
      return 'stop';
    case 'again':
      deps.log.warn('refused for a while', { ...line, ...codeOf(decision.error), attempt: record.tries + 1 });
      await putGoodsBack(work, record, now + AGAIN_PAUSE_MS, (current) => ({
        ...undo(current),
        tries: current.tries + 1,
      }));
      return 'answered';
    case 'letter': {
      const { error } = decision;
      const { catalogueHold: hold, refusals } = lane.state();
      if (isStillBroken({ hold, refusals }, run, error)) {
        const cause = { reason: 'breaker', code: error.code, method: run } as const;
        await lane.change((state) => withCatalogueHold(state, cause, now));
        await putGoodsBack(work, record, now, undo);
        return 'answered';
      }
      deps.log.warn('refused', { ...line, ...codeOf(error) });
      if (error.alarm)
        deps.alarms.raise(error.name === 'UnknownCode' ? 'UnknownCode' : 'LetterNeedsAdmin', {
          ...line,
          ...codeOf(error),
        });
      await letterGoods(work, record, { error, digest, call: toShownCall(work, command) }, (current) =>
        refused(undo(current)),
      );
      await lane.change((state) => afterGoodsRefusal(state, run, error, now));
      return 'answered';
    }
    default:
      return decision satisfies never;
  }
};
