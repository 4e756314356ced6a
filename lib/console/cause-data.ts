import { type LetterGroup, parkedIdsOf, toGroups } from '../dead-letters/groups.ts';
import type { LetterRecord } from '../dead-letters/letter.ts';
import { openLines } from '../dead-letters/open-letters.ts';
import { possibleAnswers } from '../dead-letters/possible-answers.ts';
import type { DeskDeps } from './console-env.ts';
import { type CorrectionForm, readCorrectionForm } from './correction-form.ts';

/** The letters of one cause, as its page shows them. */
export interface CauseData {
  readonly group: LetterGroup;
  /** Those that can be let go, the oldest first: as they would have gone. */
  readonly ids: readonly string[];
  readonly canRedrive: boolean;
  /** The settings that the letters point at, on the oldest letter's order; undefined where they do not have such in common. */
  readonly form: CorrectionForm | undefined;
}

/** Undefined where no letter is open for the cause. */
export const readCause = async (deps: DeskDeps, key: string): Promise<CauseData | undefined> => {
  const group = toGroups(await openLines(deps.ledger)).find(({ cause }) => cause === key);
  if (group === undefined) return undefined;
  const ids = parkedIdsOf(group);
  const sample = ids[0] === undefined ? undefined : await deps.ledger.read('letter', ids[0]);
  return {
    group,
    ids,
    canRedrive: canRedrive(sample),
    form: sample === undefined ? undefined : await sharedForm(deps, sample.key),
  };
};

const canRedrive = (sample: LetterRecord | undefined): boolean =>
  sample !== undefined && possibleAnswers(sample, undefined).includes('redrive');

/** A buyer's data is nobody else's, so that only settings are corrected for many. */
const sharedForm = async (deps: DeskDeps, id: string): Promise<CorrectionForm | undefined> => {
  const form = await readCorrectionForm(deps, id);
  const places = (form?.places ?? []).filter(({ path, isPointedAt }) => isPointedAt && path.startsWith('settings.'));
  return form === undefined || places.length === 0 ? undefined : { ...form, places };
};
