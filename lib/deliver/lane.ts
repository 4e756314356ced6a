import type { Hold, LaneRecord } from './lane-records.ts';
import { emptyLane, isLeased } from './lane-state.ts';
import type { Alarms } from './ports.ts';
import { type Content, updateRecord, type Writer } from './update-record.ts';

/** Our lease has gone to another worker: nothing may be done under it any more. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

/** The lane of one account while we hold its lease. */
export interface Lane {
  readonly account: string;
  readonly leaseId: string;
  readonly leaseUntil: number;
  state(): LaneRecord;
  /** Writes at once; rejects with LeaseLost where the lease is not ours any more. */
  change(to: (lane: Content<LaneRecord>) => Content<LaneRecord>): Promise<void>;
}

export interface LaneDeps extends Writer {
  readonly alarms: Alarms;
}

/** Takes the lane's lease, or answers undefined while another worker has it. */
export const acquireLane = async (
  deps: LaneDeps,
  account: string,
  now: number,
  leaseUntil: number,
): Promise<Lane | undefined> => {
  const leaseId = deps.newId();
  const acquired = await updateRecord(deps, 'lane', account, (current) =>
    isLeased(current, now) ? undefined : { ...(current ?? emptyLane()), lease: { id: leaseId, until: leaseUntil } },
  );
  if (acquired?.lease?.id !== leaseId) return undefined;
  let state = acquired;
  return {
    account,
    leaseId,
    leaseUntil,
    state: () => state,
    change: async (to) => {
      const before = state;
      const record = await updateRecord(
        deps,
        'lane',
        account,
        (current) => {
          if (current?.lease?.id !== leaseId) throw new LeaseLost(`another worker has the lane of ${account}`);
          return to(current);
        },
        state,
      );
      if (record === undefined) throw new LeaseLost(`the lane of ${account} is gone`);
      state = record;
      for (const which of ['hold', 'catalogueHold'] as const) {
        const hold = state[which];
        if (before[which] === null && hold !== null && hold.reason !== 'by-hand')
          deps.alarms.raise('LaneHeld', { account, name: hold.reason, ...codeOf(hold) });
      }
    },
  };
};

const codeOf = ({ code, method }: Hold): { code?: number; method?: string } => ({
  ...(code === null ? {} : { code }),
  ...(method === null ? {} : { method }),
});
