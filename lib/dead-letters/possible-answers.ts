import type { Step } from '../deliver/step-records.ts';
import { saysOnly } from './carry-out.ts';
import type { LetterRecord } from './letter.ts';
import { isDiscarded } from './park-letter.ts';
import { isStray } from './stray.ts';
import { isUndecided } from './undecided.ts';

/** What a person may say to a letter. `accept` is a redrive that says: what CO3 shows is as it shall be. */
export type Answer = 'redrive' | 'accept' | 'take-back' | 'discard' | 'adopt' | 'send-again';

/** The answers that the letter takes as it stands; whether one is in time is told when it is given. `sought` is what the letter does not know of. */
export const possibleAnswers = (record: LetterRecord, sought: Step | undefined): readonly Answer[] => {
  const { letter, work } = record;
  if (isDiscarded(record)) return work === null ? [] : ['take-back'];
  if (letter.state !== 'parked') return [];
  if (isUndecided(letter)) {
    if (letter.error.name === 'DocumentIdUnknown') return ['adopt'];
    return sought?.payment == null ? ['adopt', 'send-again'] : ['send-again'];
  }
  if (work === null) return isStray(record) ? ['redrive', 'discard'] : ['discard'];
  return saysOnly(letter) ? ['accept'] : ['redrive', 'discard'];
};
