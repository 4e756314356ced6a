import type { Writer } from '../deliver/update-record.ts';
import type { EventQueue } from '../event/message.ts';
import { fail, ok, type Result } from '../event/result.ts';
import { happened } from './build-letter.ts';
import { claimLetter } from './claim-letter.ts';
import type { Letter, LetterRecord } from './letter.ts';
import { type LetterRefusal, notParked } from './letter-refusal.ts';
import { closeLetter } from './park-letter.ts';
import { strayMessageOf } from './stray.ts';

export type PutBackDeps = Writer & { readonly events: Pick<EventQueue, 'send'> };

/** Lets a message that never was written down go into the queue `events` once more, and closes its letter. */
export const redriveStray = async (
  deps: PutBackDeps,
  known: LetterRecord,
  by: string,
  now: number,
): Promise<Result<Letter, LetterRefusal>> => {
  const { letter } = known;
  if (letter.state !== 'parked') return fail(notParked(letter));
  const message = strayMessageOf(letter);
  if (!message.ok) return message;
  const claimed = await claimLetter(deps, known, happened('redriven', by, '', now));
  if (!claimed.ok) return claimed;
  await putBack(deps, claimed.value, now);
  return ok(claimed.value.letter);
};

/** Carries out what `redriveStray` was asked for. Repeating it does no harm: a message that comes twice changes nothing. */
export const putBack = async (deps: PutBackDeps, { key, letter }: LetterRecord, now: number): Promise<void> => {
  const message = strayMessageOf(letter);
  if (!message.ok) return;
  await deps.events.send(message.value);
  await closeLetter(deps, key, 'put-back', now);
};
