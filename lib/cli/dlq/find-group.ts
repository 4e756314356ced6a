import { type LetterGroup, toGroups } from '../../dead-letters/groups.ts';
import { openLines } from '../../dead-letters/open-letters.ts';
import type { Ledger } from '../../deliver/ports.ts';
import { ok, type Result } from '../../event/result.ts';
import { type Failure, misused, refused } from '../outcome.ts';

/** Why nothing can be done for all letters of a cause. */
export const NONE_PARKED = refused('None of its letters is parked: they are being tried, or are just being made.');

/** The open letters of the one cause whose key begins so. */
export const findGroup = async (ledger: Ledger, cause: string): Promise<Result<LetterGroup, Failure>> => {
  const [only, ...more] = toGroups(await openLines(ledger)).filter((group) => group.cause.startsWith(cause));
  if (only === undefined)
    return refused(`No letter is open for the cause ${cause}. \`npx bridge dlq stats\` shows all causes.`);
  return more.length === 0
    ? ok(only)
    : misused(
        `Several causes begin with ${cause}. Give more of it: ${[only, ...more].map((group) => group.cause).join(', ')}.`,
      );
};
