import type { Outcome } from './call.ts';
import type { CallRecord } from './simulator-types.ts';

const MAX_CALLS = 1000;

/** What the simulator remembers of its calls. */
export interface CallLog {
  /** The last thousand, oldest first. */
  readonly calls: readonly CallRecord[];
  note(call: CallRecord): void;
  /** Notes what became of a call in its place. */
  replace(call: CallRecord, by: CallRecord): void;
}

export const makeCallLog = (): CallLog => {
  const calls: CallRecord[] = [];
  return {
    calls,
    note: (call) => {
      calls.push(call);
      if (calls.length > MAX_CALLS) calls.shift();
    },
    replace: (call, by) => {
      const index = calls.indexOf(call);
      if (index >= 0) calls[index] = by;
    },
  };
};

/** The record of a call that CO3 has finished. */
export const toRecord = (call: Omit<CallRecord, 'outcome' | 'code' | 'id'>, outcome: Outcome): CallRecord => ({
  ...call,
  outcome: outcome.kind,
  code: outcome.kind === 'refused' ? outcome.code : null,
  id: outcome.kind === 'saved' ? outcome.id : null,
});
