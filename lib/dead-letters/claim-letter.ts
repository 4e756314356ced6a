import { amendRecord, type Writer } from '../deliver/update-record.ts';
import { fail, ok, type Result } from '../event/result.ts';
import type { LetterHistory, LetterRecord } from './letter.ts';
import { type LetterRefusal, notParked } from './letter-refusal.ts';

/**
 * Takes a parked letter for what a person asks of it; of two people one is refused. What is asked is the letter's last entry from then on,
 * so that whoever finds it half-done can carry it out.
 */
export const claimLetter = (
  writer: Writer,
  known: LetterRecord,
  asked: LetterHistory,
): Promise<Result<LetterRecord, LetterRefusal>> =>
  claimWith(writer, known, (current) => (current.letter.state === 'parked' ? redriving(current, asked) : undefined));

/** As `claimLetter`, with what becomes of the record; undefined where it is not to be had. */
export const claimWith = async (
  writer: Writer,
  known: LetterRecord,
  claim: (current: LetterRecord) => LetterRecord | undefined,
): Promise<Result<LetterRecord, LetterRefusal>> => {
  let isMine = false;
  const record = await amendRecord<'letter'>(writer, known, (current) => {
    const claimed = claim(current);
    isMine = claimed !== undefined;
    return claimed ?? current;
  });
  return isMine ? ok(record) : fail(notParked(record.letter));
};

/** The letter while its order is tried again. */
export const redriving = (record: LetterRecord, asked: LetterHistory): LetterRecord => ({
  ...record,
  letter: { ...record.letter, state: 'redriving', history: [...record.letter.history, asked] },
});
