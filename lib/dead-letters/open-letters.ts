import type { Ledger } from '../deliver/ports.ts';
import type { LetterRecord } from './letter.ts';
import type { LetterLine } from './letter-line.ts';

/** Letters that wait for an answer, newest first; those of which only the message is still to be taken out are answered. */
export const openLines = async (ledger: Pick<Ledger, 'letters'>): Promise<readonly LetterLine[]> =>
  (await ledger.letters()).filter(({ state }) => isOpen(state));

/** Their records in the same order, some at a time with how many lines were read; what is answered in the meantime is left out. */
export async function* openLetters(
  ledger: Pick<Ledger, 'read'>,
  lines: readonly LetterLine[],
): AsyncGenerator<{ readonly records: readonly LetterRecord[]; readonly read: number }> {
  for (let start = 0; start < lines.length; start += SIDE_BY_SIDE) {
    const some = lines.slice(start, start + SIDE_BY_SIDE);
    const records = await Promise.all(some.map(({ id }) => ledger.read('letter', id)));
    yield {
      records: records.flatMap((one) => (one && isOpen(one.letter.state) ? [one] : [])),
      read: start + some.length,
    };
  }
}

const SIDE_BY_SIDE = 20;

const isOpen = (state: LetterLine['state']): boolean => state !== 'closing' && state !== 'closed';
