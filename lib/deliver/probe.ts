import { toProbe } from '../co3/reads.ts';
import { toBudapestDay } from '../event/time.ts';
import type { Resource } from './lane-records.ts';
import { type Reading, readCo3 } from './read-co3.ts';

/** Whether CO3 answers a small read of the resource with anything but what stops the whole account. */
export const probe = async (work: Reading, resource: Resource): Promise<boolean> =>
  (await readCo3(work, resource, toProbe(resource, toBudapestDay(work.deps.clock.now())))).kind !== 'failed';

/** Whether a write to the resource may leave: after an unknown outcome only when CO3 answers again. */
export const isClear = async (work: Reading, resource: Resource): Promise<boolean> =>
  !work.lane.state().suspect.includes(resource) || (await probe(work, resource));
