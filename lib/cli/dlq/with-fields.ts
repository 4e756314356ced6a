import type { LetterField, LetterLine } from '../../dead-letters/letter.ts';
import type { Ledger } from '../../deliver/ports.ts';

/** A line of the list with the places that its letter points at. */
export type ListedLetter = LetterLine & { readonly fields: readonly LetterField[] };

/** The index does not hold a letter's fields, so that each is read; so many side by side. */
const SIDE_BY_SIDE = 20;

export const withFields = async (
  ledger: Pick<Ledger, 'read'>,
  lines: readonly LetterLine[],
): Promise<readonly ListedLetter[]> => {
  const listed: ListedLetter[] = [];
  for (let start = 0; start < lines.length; start += SIDE_BY_SIDE) {
    const some = lines.slice(start, start + SIDE_BY_SIDE);
    const records = await Promise.all(some.map(({ id }) => ledger.read('letter', id)));
    listed.push(...some.map((line, index) => ({ ...line, fields: records[index]?.letter.error.fields ?? [] })));
  }
  return listed;
};
