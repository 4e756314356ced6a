import type { WorkedRecord } from '../deliver/records.ts';
import { updateRecord, type Writer } from '../deliver/update-record.ts';
import { fail, ok, type Result } from '../event/result.ts';
import { happened } from './build-letter.ts';
import { carryOut, restsBy } from './carry-out.ts';
import { claimLetter, claimWith, redriving } from './claim-letter.ts';
import type { Letter, LetterHistory, LetterRecord } from './letter.ts';
import { type LetterRefusal, NO_ORDER, NO_SUCH_LETTER, notParked } from './letter-refusal.ts';
import { announceLetter, closeLetter, isDiscarded, type LetterDeps } from './park-letter.ts';
import { isStray, strayMessageOf } from './stray.ts';
import { isUndecided } from './undecided.ts';

/**
 * Lets what a letter is about be tried again, also what rests because the letter was discarded. Of two people who do it at once, one is refused.
 * It is planned anew from its newest snapshot, so what is owed no longer is not sent.
 */
export const redriveLetter = async (
  writer: Writer,
  id: string,
  by: string,
  now: number,
): Promise<Result<WorkedRecord, LetterRefusal>> => {
  const known = await writer.ledger.read('letter', id);
  if (known === undefined) return fail(NO_SUCH_LETTER);
  const asked = happened('redriven', by, '', now);
  if (isDiscarded(known)) return takeBack(writer, known, asked, now);
  const refusal = refusalOf(known);
  if (refusal !== undefined) return fail(refusal);
  const claimed = await claimLetter(writer, known, asked);
  if (!claimed.ok) return claimed;
  const freed = await carryOut(writer, claimed.value, now);
  return freed === undefined ? fail(NO_ORDER) : ok(freed);
};

/** Opens a discarded letter once more, as long as what it is about rests by it. */
const takeBack = async (
  writer: Writer,
  known: LetterRecord,
  asked: LetterHistory,
  now: number,
): Promise<Result<WorkedRecord, LetterRefusal>> => {
  const { key, work } = known;
  const worked = work === null ? undefined : await writer.ledger.read(work.kind, work.key);
  if (worked === undefined || !restsBy(worked, key)) return fail(notParked(known.letter));
  const claimed = await claimWith(writer, known, (current) =>
    // Its message may leave the queue at any time: should it be parked again, another one gives notice of it.
    isDiscarded(current)
      ? { ...redriving(current, asked), messageId: null, noticeAt: null, discards: null }
      : undefined,
  );
  if (!claimed.ok) return claimed;
  const freed = await carryOut(writer, claimed.value, now);
  if (freed?.letter?.id === key) return ok(freed);
  await closeLetter(writer, key, 'superseded', now);
  return fail(notParked(known.letter));
};

/** What follows from a letter that somebody moved back to `events` in the AWS console: what it is about is tried again. */
export const redriveFromQueue = async (
  deps: LetterDeps,
  id: string,
  now: number,
): Promise<WorkedRecord | undefined> => {
  const moved = await updateRecord(deps, 'letter', id, (current): LetterRecord | undefined => {
    if (current === undefined || current.letter.state === 'closed') return undefined;
    // Its message has left the queue `dead-letters`: whatever is parked next has to give notice anew.
    const gone: LetterRecord = { ...current, messageId: null, noticeAt: null };
    const { letter } = current;
    if (letter.state === 'closing') return { ...gone, letter: { ...letter, state: 'closed' } };
    // What is put back into the queue, the tick puts there.
    if (isStray(current) ? strayMessageOf(letter).ok : current.work !== null && !isUndecided(letter))
      return redriving(gone, happened('redriven', 'aws-console', '', now));
    // What a person has asked of an undecided one goes on.
    return letter.state === 'redriving' ? gone : { ...gone, letter: { ...letter, state: 'parking' } };
  });
  if (moved === undefined) return undefined;
  if (moved.letter.state === 'parking') await announceLetter(deps, moved);
  return moved.letter.state === 'redriving' ? carryOut(deps, moved, now) : undefined;
};

const refusalOf = ({ letter, work }: LetterRecord): LetterRefusal | undefined => {
  if (letter.state !== 'parked') return notParked(letter);
  if (work === null) return NO_ORDER;
  return isUndecided(letter) ? undecided(letter) : undefined;
};

const undecided = ({ id, error }: Letter): LetterRefusal => ({
  why: 'outcome-unknown',
  text:
    error.name === 'OutcomeUnknown'
      ? `CO3 may have made the document although it gave no answer, so sending it again could double it. Look in CO3 for what \`bridge dlq show ${id}\` names. If it is there: \`bridge dlq adopt ${id} --as NUMBER\`. If it is certainly not there: \`bridge dlq redrive ${id} --send-again\`.`
      : `CO3 has the document, and only its id is not known. Look it up in CO3 by what \`bridge dlq show ${id}\` names, then \`bridge dlq adopt ${id} --as NUMBER\`.`,
});
