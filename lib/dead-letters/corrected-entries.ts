import type { Correction } from '../deliver/corrections/correction.ts';
import type { LetterHistory } from './letter.ts';

type Made = Pick<Correction, 'path' | 'old' | 'new' | 'by' | 'why' | 'at'>;

/** The corrections as a letter's history tells of them: one entry for what was corrected at once. */
export const toCorrectedEntries = (corrections: readonly Made[]): readonly LetterHistory[] =>
  [...Map.groupBy(corrections, ({ at, by, why }) => JSON.stringify([at, by, why])).values()].flatMap((made) => {
    const [first] = made;
    if (first === undefined) return [];
    const { at, by, why } = first;
    const changes = made.map(({ path, old, new: value }) => ({ path, old, new: value }));
    return [{ at, action: 'corrected', by, why, changes }];
  });

/** The entries without the corrections that a history has already. */
export const withoutKnown = (
  entries: readonly LetterHistory[],
  known: readonly LetterHistory[],
): readonly LetterHistory[] => {
  const told = new Set(known.flatMap(namesOf));
  return entries.filter((entry) => entry.action !== 'corrected' || !namesOf(entry).every((name) => told.has(name)));
};

/** What tells the corrections of an entry from all others. Ended ones of an entry are not told once more. */
const namesOf = ({ action, at, by, changes }: LetterHistory): readonly string[] =>
  action === 'corrected' ? changes.map(({ path, new: value }) => JSON.stringify([at, by, path, value])) : [];
