import type { Hold } from './lane-records.ts';
import { ADDRESS_LANE, emptyLane, withHold } from './lane-state.ts';
import { updateRecord } from './update-record.ts';
import type { Work } from './work.ts';

/** Holds the lane, or prolongs its hold. A ban holds every lane, since it hits the address. */
export const holdLane = async (
  { deps, lane }: Pick<Work, 'deps' | 'lane'>,
  cause: Pick<Hold, 'reason' | 'code' | 'method'>,
): Promise<void> => {
  const now = deps.clock.now();
  if (cause.code === 9)
    await updateRecord(deps, 'lane', ADDRESS_LANE, (known) => withHold(known ?? emptyLane(), cause, now));
  await lane.change((state) => withHold(state, cause, now));
};
