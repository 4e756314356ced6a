import { type Bilingual, CO3_CODES, type Co3Error, isKnownCode } from './codes.ts';
import { OWN_PROBLEMS, type OwnProblem } from './own-problems.ts';

/** What a person reads of an error before all else. */
export interface ErrorWords {
  readonly title: Bilingual;
  /** What has happened, of a reason of our own; null where CO3's own words say it. */
  readonly means: Bilingual | null;
}

/** The catalogue's words for an error, found by what a letter and a line of the list keep of it. */
export const wordsOf = ({ code, name }: Pick<Co3Error, 'code' | 'name'>): ErrorWords => {
  // A reason of our own may bear CO3's number as well, which then is not what the letter is about.
  const problem = PROBLEMS.get(name);
  if (problem !== undefined) return { title: problem.title, means: problem.means };
  if (code !== null && isKnownCode(code)) return { title: CO3_CODES[code].title, means: null };
  return { title: { en: name, hu: name }, means: null };
};

const PROBLEMS: ReadonlyMap<string, OwnProblem> = new Map(Object.entries(OWN_PROBLEMS));
