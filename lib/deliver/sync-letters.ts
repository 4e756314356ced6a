import { closeLetter, type LetterDeps, NoticeNotSent, parkLetter } from '../dead-letters/park-letter.ts';
import { nextLookAt } from './live-documents.ts';
import { markLetter } from './personal-data/mark.ts';
import type { OrderRecord, WorkedRecord, WorkRef } from './records.ts';
import { amendWorked } from './update-record.ts';

const NOTICE_PAUSE_MS = 60_000;

/** Brings the letters of an order or of goods, their records and the notice in the queue to say the same. Repeating it does no harm. */
export const syncLetters = async <R extends WorkedRecord>(deps: LetterDeps, record: R): Promise<R> => {
  const { closing, letter } = record;
  if (closing.length === 0 && (letter === null || letter.content === null)) return record;
  for (const { id, why } of closing) await closeLetter(deps, id, why, deps.clock.now());
  try {
    if (letter?.content != null) {
      const traceId = record.kind === 'order' ? record.traceId : null;
      await parkLetter(deps, letter.content, { kind: record.kind, key: record.key } as WorkRef, traceId);
    }
  } catch (cause) {
    if (!(cause instanceof NoticeNotSent)) throw cause;
    // The others of this account need not wait for the queue.
    const dueAt = deps.clock.now() + NOTICE_PAUSE_MS;
    return amendWorked(deps, record, (current) => ({
      ...current,
      dueAt: current.status === 'due' ? current.dueAt : dueAt,
    }));
  }
  const synced = await amendWorked(deps, record, (current) => {
    const open = current.closing.filter(({ id }) => !closing.some((closed) => closed.id === id));
    const isAgreed = current.letter === null || current.letter.id === letter?.id;
    return {
      ...current,
      ...withParked(current, letter?.content == null ? null : letter.id),
      closing: open,
      letter: current.letter !== null && isAgreed ? { id: current.letter.id, content: null } : current.letter,
      dueAt: current.status !== 'due' && isAgreed && open.length === 0 ? wakeAt(current) : current.dueAt,
    };
  });
  await markLetters(deps, synced);
  return synced;
};

/** Where its order's buyer is to be forgotten, each letter's own record says so too. */
const markLetters = async (deps: LetterDeps, record: WorkedRecord): Promise<void> => {
  if (record.kind !== 'order' || record.personal.forgetSince === null) return;
  for (const id of record.letters) await markLetter(deps, id, deps.clock.now());
};

/** Of an order, its letters with the one that was parked just now. */
const withParked = (record: WorkedRecord, parked: string | null): Partial<Pick<OrderRecord, 'letters'>> =>
  record.kind !== 'order' || parked === null || record.letters.includes(parked)
    ? {}
    : { letters: [...record.letters, parked] };

/** When something is to be looked at although nothing is to be done. */
const wakeAt = (record: WorkedRecord): number | null => {
  if (record.kind === 'order') return nextLookAt(record);
  return record.kind === 'stock' ? (record.watch?.at ?? null) : null;
};
