import type { WorkRef } from '../../deliver/records.ts';
import type { Clock } from '../../event/time.ts';
import { saysOnly } from '../carry-out.ts';
import { causeOf } from '../cause.ts';
import { NO_SUCH_LETTER } from '../letter-refusal.ts';
import { isClosed } from '../park-letter.ts';
import type { PutBackDeps } from '../put-back.ts';
import { redriveAndRing } from '../redrive-and-ring.ts';

/** A letter that is being tried again. */
export interface LetGo {
  readonly kind: 'let-go';
  readonly id: string;
  readonly work: WorkRef | null;
}

export type LettingGo = LetGo | { readonly kind: 'answered' } | { readonly kind: 'refused'; readonly text: string };

/** Redrives one letter of many, if it is still what the person saw of it: the list that they saw may have been behind. */
export const letGo = async (
  deps: PutBackDeps & { readonly clock: Pick<Clock, 'now'> },
  cause: string,
  id: string,
  by: string,
): Promise<LettingGo> => {
  const record = await deps.ledger.read('letter', id);
  if (record === undefined) return { kind: 'refused', text: NO_SUCH_LETTER.text };
  if (isClosed(record)) return { kind: 'answered' };
  const { letter, work } = record;
  if (causeOf(letter).key !== cause) return { kind: 'refused', text: otherCause(id) };
  // What CO3 shows is accepted by that, which a person has to have seen of each.
  if (saysOnly(letter)) return { kind: 'refused', text: `Letters ${letter.error.name} are answered one by one.` };
  // Somebody else has let it go: its end is waited for all the same.
  if (letter.state === 'redriving') return { kind: 'let-go', id, work };
  const redriven = await redriveAndRing(deps, id, by, deps.clock.now());
  return redriven.ok ? { kind: 'let-go', id, work } : { kind: 'refused', text: redriven.problem.text };
};

export const otherCause = (id: string): string => `The letter ${id} is open for another reason by now.`;
