import type { WorkedRecord } from '../deliver/records.ts';
import { fail, ok, type Result } from '../event/result.ts';
import { type LetterRefusal, NO_SUCH_LETTER } from './letter-refusal.ts';
import { type PutBackDeps, redriveStray } from './put-back.ts';
import { redriveLetter } from './redrive.ts';
import { isStray } from './stray.ts';

/** What is tried again; undefined where the letter was about a message, which is in the queue `events` once more. */
export interface Redriven {
  readonly worked: WorkedRecord | undefined;
}

/** Redrives a letter, whatever it is about, and rings for its worker. */
export const redriveAndRing = async (
  deps: PutBackDeps,
  id: string,
  by: string,
  now: number,
): Promise<Result<Redriven, LetterRefusal>> => {
  const known = await deps.ledger.read('letter', id);
  if (known === undefined) return fail(NO_SUCH_LETTER);
  if (isStray(known)) {
    const sent = await redriveStray(deps, known, by, now);
    return sent.ok ? ok({ worked: undefined }) : sent;
  }
  const redriven = await redriveLetter(deps, id, by, now);
  if (!redriven.ok) return redriven;
  await deps.events.send({ kind: 'bell', account: redriven.value.account });
  return ok({ worked: redriven.value });
};
