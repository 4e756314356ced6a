import { type CorrectionProgress, correctGroup } from '../dead-letters/correct-group.ts';
import type { Change } from '../dead-letters/order-changes.ts';
import { type LettersOfCause, redriveInSteps } from '../dead-letters/redrive-in-steps.ts';
import type { DeskDeps } from './console-env.ts';
import type { JobProgress } from './jobs.ts';

export interface GroupOrder {
  readonly letters: LettersOfCause;
  /** Empty where the letters are only redriven. */
  readonly changes: readonly Change[];
  readonly why: string;
  readonly isRedriven: boolean;
}

/** Corrects the orders of a cause's letters alike, then lets them be tried again in steps, as a person has asked for. */
export async function* workOnGroup(
  deps: DeskDeps,
  { letters, changes, why, isRedriven }: GroupOrder,
): AsyncGenerator<JobProgress> {
  let correction: CorrectionProgress | null = null;
  if (changes.length > 0) {
    for await (const progress of correctGroup(deps, letters, changes, { by: deps.by, why }, () => deps.clock.now())) {
      correction = progress;
      yield { correction, steps: null };
    }
    if (correction?.corrected === 0) return;
  }
  if (!isRedriven) return;
  for await (const steps of redriveInSteps(deps, letters, deps.by)) yield { correction, steps };
}
