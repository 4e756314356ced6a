import { causeOf } from './cause.ts';
import { type CorrectDeps, type Corrector, correctLetter } from './correct.ts';
import { NO_SUCH_LETTER } from './letter-refusal.ts';
import type { Change } from './order-changes.ts';
import type { LettersOfCause } from './redrive-in-steps.ts';
import { otherCause } from './steps/let-go.ts';

/** How far the correction of many letters has come. */
export interface CorrectionProgress {
  /** Letters in all. */
  readonly of: number;
  /** The value stands there, put there now or before. */
  readonly corrected: number;
  /** Of these, orders that have something else in their way. */
  readonly remaining: number;
  readonly refused: number;
  /** Why the last one that was refused was. */
  readonly refusal: string | null;
}

/** Puts the same values in the place of what the shop sends, for the orders of all letters of a cause. Nothing is due by that: a redrive sends them. */
export async function* correctGroup(
  deps: CorrectDeps,
  { cause, ids }: LettersOfCause,
  changes: readonly Change[],
  corrector: Corrector,
  now: () => number,
): AsyncGenerator<CorrectionProgress> {
  let progress = nothingCorrected(ids.length);
  for (const id of ids) {
    progress = after(progress, await correctOne(deps, cause, id, changes, corrector, now()));
    yield progress;
  }
}

/** Where the correction of so many letters begins. */
export const nothingCorrected = (of: number): CorrectionProgress => ({
  ...{ of, corrected: 0, remaining: 0, refused: 0 },
  refusal: null,
});

type Corrected =
  | { readonly kind: 'corrected'; readonly isClear: boolean }
  | { readonly kind: 'refused'; readonly text: string };

const correctOne = async (
  deps: CorrectDeps,
  cause: string,
  id: string,
  changes: readonly Change[],
  corrector: Corrector,
  now: number,
): Promise<Corrected> => {
  const record = await deps.ledger.read('letter', id);
  if (record === undefined) return { kind: 'refused', text: NO_SUCH_LETTER.text };
  // What the person saw of it may be behind.
  if (causeOf(record.letter).key !== cause) return { kind: 'refused', text: otherCause(id) };
  const done = await correctLetter(deps, id, changes, corrector, now);
  if (done.ok) return { kind: 'corrected', isClear: done.value.draft.remains === null };
  // Asked for once more, after it broke off.
  return done.problem.why === 'as-it-stands'
    ? { kind: 'corrected', isClear: true }
    : { kind: 'refused', text: done.problem.text };
};

const after = (progress: CorrectionProgress, one: Corrected): CorrectionProgress =>
  one.kind === 'refused'
    ? { ...progress, refused: progress.refused + 1, refusal: one.text }
    : {
        ...progress,
        corrected: progress.corrected + 1,
        remaining: progress.remaining + (one.isClear ? 0 : 1),
      };
