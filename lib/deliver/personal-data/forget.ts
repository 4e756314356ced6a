import type { Clock } from '../../event/time.ts';
import type { Writer } from '../update-record.ts';
import { clearOne } from './clear-resting.ts';
import type { KeptOfPerson } from './find-person.ts';
import { markLetter, markOrder } from './mark.ts';
import { AT_ONCE } from './personal-data.ts';
import type { RestingRef } from './resting.ts';

export interface Forgotten {
  /** What was cleared. */
  readonly cleared: readonly RestingRef[];
  /** Of what something is still to be done: it is cleared as soon as that is. */
  readonly later: readonly RestingRef[];
}

/** Clears what was found of a person where nothing more is to be done, and marks the rest. Repeating it does no harm. */
export const forgetPerson = async (
  deps: Writer & { readonly clock: Clock },
  { orders, letters }: KeptOfPerson,
): Promise<Forgotten> => {
  const refs: readonly RestingRef[] = [
    ...orders.map(({ key }) => ({ kind: 'order' as const, key })),
    ...letters.map(({ key }) => ({ kind: 'letter' as const, key })),
  ];
  const now = deps.clock.now();
  const cleared: RestingRef[] = [];
  const later: RestingRef[] = [];
  for (const ref of refs) {
    if (ref.kind === 'order') await markOrder(deps, ref.key, now);
    else await markLetter(deps, ref.key, now);
    ((await clearOne(deps, ref, AT_ONCE)) ? cleared : later).push(ref);
  }
  return { cleared, later };
};
