import type { WorkedRecord } from '../deliver/records.ts';
import { standingOf } from '../deliver/settled-by-hand.ts';
import type { Writer } from '../deliver/update-record.ts';
import { fail, ok, type Result } from '../event/result.ts';
import { happened } from './build-letter.ts';
import { carryOut, saysOnly } from './carry-out.ts';
import { claimWith, redriving } from './claim-letter.ts';
import type { Letter, LetterHistory, LetterRecord } from './letter.ts';
import { answeredMeanwhile, type LetterRefusal, NO_SUCH_LETTER, notParked } from './letter-refusal.ts';
import { isOneLine } from './one-line.ts';
import { closed, closeLetter } from './park-letter.ts';
import { isUndecided } from './undecided.ts';

const SHORTEST_REASON = 3;
const LONGEST_REASON = 200;

/** What a discarded letter was about, at rest; undefined where there is no such record. */
export interface DiscardedLetter {
  readonly letter: Letter;
  readonly rests: WorkedRecord | undefined;
}

/**
 * Closes a parked letter for good because a person has settled its matter otherwise. Of two who answer a letter at once, one is refused.
 * What it is about rests then: nothing is sent for it and the same is not told again, until something of it changes.
 */
export const discardLetter = async (
  writer: Writer,
  id: string,
  reason: string,
  by: string,
  now: number,
): Promise<Result<DiscardedLetter, LetterRefusal>> => {
  const why = reason.trim();
  if (!isReason(why)) return fail(FAULTY_REASON);
  const known = await writer.ledger.read('letter', id);
  if (known === undefined) return fail(NO_SUCH_LETTER);
  const worked = known.work === null ? undefined : await writer.ledger.read(known.work.kind, known.work.key);
  const refusal = refusalOf(known.letter, worked);
  if (refusal !== undefined) return fail(refusal);
  const asked = happened('discarded', by, why, now);
  const claimed = await claimWith(writer, known, (current) =>
    current.letter.state === 'parked' ? claim(current, worked, asked, now) : undefined,
  );
  if (!claimed.ok) return claimed;
  if (worked === undefined) return ok({ letter: claimed.value.letter, rests: undefined });
  const rests = await carryOut(writer, claimed.value, now);
  if (rests?.discarded?.id !== id) return fail(answeredMeanwhile(known.letter));
  await closeLetter(writer, id, 'discarded', now);
  return ok({ letter: claimed.value.letter, rests });
};

const claim = (
  current: LetterRecord,
  worked: WorkedRecord | undefined,
  asked: LetterHistory,
  now: number,
): LetterRecord => {
  const claimed = redriving(current, asked);
  if (worked === undefined) return closed(claimed, 'discarded', now);
  return { ...claimed, discards: worked.kind === 'order' ? standingOf(worked) : null };
};

const isReason = (text: string): boolean => text.length >= SHORTEST_REASON && isOneLine(text, LONGEST_REASON);

const FAULTY_REASON: LetterRefusal = {
  why: 'faulty-reason',
  text: `Say in ${SHORTEST_REASON} to ${LONGEST_REASON} characters, on one line, how the matter was settled: --reason "invoiced by hand, 2026/00042".`,
};

const refusalOf = (letter: Letter, worked: WorkedRecord | undefined): LetterRefusal | undefined => {
  if (letter.state !== 'parked') return notParked(letter);
  if (isUndecided(letter)) return undecided(letter);
  if (saysOnly(letter)) return redriveInstead(letter);
  if (worked === undefined) return undefined;
  if (worked.letter?.id !== letter.id) return answeredMeanwhile(letter);
  return worked.status === 'letter' ? undefined : beingTried(letter);
};

const undecided = ({ id, error }: Letter): LetterRefusal => ({
  why: 'outcome-unknown',
  text:
    error.name === 'OutcomeUnknown'
      ? `CO3 may have what was sent, and a discard would leave that open. Look in CO3 for what \`bridge dlq show ${id}\` names. If it is there, or you have issued it by hand: \`bridge dlq adopt ${id} --as NUMBER\`. If it is certainly not there: \`bridge dlq redrive ${id} --send-again\`.`
      : `CO3 has the document, and only its id is not known: what comes next for this order has to name it. Look it up in CO3 by what \`bridge dlq show ${id}\` names, then \`bridge dlq adopt ${id} --as NUMBER\`.`,
});

const redriveInstead = ({ id, error }: Letter): LetterRefusal => ({
  why: 'redrive-instead',
  text:
    error.name === 'AmountDiffers'
      ? `CO3 shows another sum than was sent, and as long as neither is accepted nothing more is done for this order. Once what CO3 shows is right, \`bridge dlq redrive ${id}\` accepts it and closes the letter.`
      : `CO3 has a document too many, and as long as it counts nothing more is done for this order. Cancel it in CO3, then \`bridge dlq redrive ${id}\` closes the letter.`,
});

const beingTried = ({ id }: Letter): LetterRefusal => ({
  why: 'being-tried',
  text: `The shop has sent something since, and it is being tried: the letter may close by itself. Look at it again in some minutes with \`bridge dlq show ${id}\`, and discard it if it is still parked.`,
});
