import type { Ledger } from '../../deliver/ports.ts';
import type { WorkedRecord } from '../../deliver/records.ts';
import { causeOf } from '../cause.ts';
import type { Letter } from '../letter.ts';
import { isClosed } from '../park-letter.ts';
import type { LetGo } from './let-go.ts';

/** What has become of a letter that was let go; `back` names the letter that is open for its order. */
export type Look =
  | { readonly kind: 'pending' }
  | { readonly kind: 'answered' }
  | { readonly kind: 'back'; readonly letter: string; readonly cause: string };

export const lookAfter = async (ledger: Pick<Ledger, 'read'>, { id, work }: LetGo): Promise<Look> => {
  const record = await ledger.read('letter', id);
  if (record === undefined) return { kind: 'answered' };
  if (record.letter.state === 'parked') return backAs(record.letter);
  if (!isClosed(record)) return { kind: 'pending' };
  const worked = work === null ? undefined : await ledger.read(work.kind, work.key);
  const next = worked === undefined ? undefined : await openLetterOf(ledger, worked);
  return next === undefined ? { kind: 'answered' } : backAs(next);
};

const backAs = (letter: Letter): Look => ({ kind: 'back', letter: letter.id, cause: causeOf(letter).key });

// The record names its next letter in the write in which it gives up the one before.
const openLetterOf = async (ledger: Pick<Ledger, 'read'>, { letter }: WorkedRecord): Promise<Letter | undefined> =>
  letter === null ? undefined : (letter.content ?? (await ledger.read('letter', letter.id))?.letter);
