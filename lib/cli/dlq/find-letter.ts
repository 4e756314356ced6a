import type { LetterRecord } from '../../dead-letters/letter.ts';
import type { Ledger } from '../../deliver/ports.ts';
import { ok, type Result } from '../../event/result.ts';
import { type Failure, misused, refused } from '../outcome.ts';

/** The letter of this id, or the one open letter whose id begins so. */
export const findLetter = async (ledger: Ledger, id: string): Promise<Result<LetterRecord, Failure>> => {
  const exact = await ledger.read('letter', id);
  if (exact !== undefined) return ok(exact);
  const [only, ...more] = (await ledger.letters()).filter((line) => line.id.startsWith(id));
  if (only === undefined) return refused(`No open letter has the id ${id}. \`npx bridge dlq list\` shows them all.`);
  if (more.length > 0)
    return misused(
      `Several letters begin with ${id}. Give more of it: ${[only, ...more].map((line) => line.id).join(', ')}.`,
    );
  const found = await ledger.read('letter', only.id);
  return found === undefined
    ? refused(`The letter ${only.id} is gone. \`npx bridge dlq list\` shows what is there.`)
    : ok(found);
};
