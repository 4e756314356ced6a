import type { Co3Error } from '../co3/codes.ts';
import type { Co3Command } from '../co3/command.ts';
import type { XmlElement } from '../co3/xml.ts';
import { decide } from './decide.ts';
import { holdLane } from './hold-lane.ts';
import type { Hold, Resource } from './lane-records.ts';
import { afterNeverLeft, afterRead } from './lane-state.ts';
import type { Work } from './work.ts';

export type Reading = Pick<Work, 'deps' | 'lane' | 'co3'>;

/** `failed`: CO3 did not answer, or does not answer this account; the lane is held where it must be. `refused`: it answered, without data. */
export type ReadOutcome =
  | { readonly kind: 'data'; readonly root: XmlElement }
  | { readonly kind: 'refused'; readonly error: Co3Error | null }
  | { readonly kind: 'failed' };

/** Makes a call that only reads, and keeps the lane's state. */
export const readCo3 = async (work: Reading, resource: Resource, command: Co3Command): Promise<ReadOutcome> => {
  const { deps, lane, co3 } = work;
  const answer = await co3.call(command);
  if (answer.kind === 'data' || answer.kind === 'acknowledged') {
    await lane.change((state) => afterRead(state, resource));
    return answer.kind === 'data' ? answer : { kind: 'refused', error: null };
  }
  const decision = decide(answer, { isDocument: false, tries: 0, remade: true });
  const { hold } = lane.state();
  switch (decision.kind) {
    case 'no-time':
      return { kind: 'failed' };
    case 'never-left':
      if (hold === null) await lane.change((state) => afterNeverLeft(state, deps.clock.now()));
      else await holdLane(work, sameCause(hold));
      return { kind: 'failed' };
    case 'unknown':
      await holdLane(work, hold === null ? { reason: 'no-answer', code: null, method: null } : sameCause(hold));
      return { kind: 'failed' };
    case 'hold':
      await holdLane(work, { reason: 'code', code: decision.error.code, method: null });
      return { kind: 'failed' };
    default:
      await lane.change((state) => afterRead(state, resource));
      return { kind: 'refused', error: decision.error };
  }
};

// What the lane was held for stays the reason: only a step's answer shows that it is over.
const sameCause = ({ reason, code, method }: Hold): Pick<Hold, 'reason' | 'code' | 'method'> => ({
  reason,
  code,
  method,
});
