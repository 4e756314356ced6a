import { own } from '../event/own.ts';
import { type Bilingual, type Co3Error, rowOf } from './codes.ts';
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
  const problem = own<OwnProblem>(OWN_PROBLEMS, name);
  if (problem !== undefined) return { title: problem.title, means: problem.means };
  return { title: rowOf(code)?.title ?? { en: name, hu: name }, means: null };
};

/** `22 InvalidEmail`; a reason of our own has no number. */
export const errorName = ({ code, name }: Pick<Co3Error, 'code' | 'name'>): string =>
  code === null ? name : `${code} ${name}`;
