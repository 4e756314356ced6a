import { closeLetter, type LetterDeps, NoticeNotSent, parkLetter } from '../dead-letters/park-letter.ts';
import { nextLookAt } from './live-documents.ts';
import type { OrderRecord } from './records.ts';
import { amendRecord } from './update-record.ts';

const NOTICE_PAUSE_MS = 60_000;

/** Brings an order's letters, their records and the notice in the queue to say the same. Repeating it does no harm. */
export const syncLetters = async (deps: LetterDeps, order: OrderRecord): Promise<OrderRecord> => {
  const { closing, letter } = order;
  if (closing.length === 0 && (letter === null || letter.content === null)) return order;
  for (const { id, why } of closing) await closeLetter(deps, id, why);
  try {
    if (letter?.content != null) await parkLetter(deps, letter.content, order.key);
  } catch (cause) {
    if (!(cause instanceof NoticeNotSent)) throw cause;
    // The others of this account need not wait for the queue.
    const dueAt = deps.clock.now() + NOTICE_PAUSE_MS;
    return amendRecord(deps, order, (current) => ({
      ...current,
      dueAt: current.status === 'due' ? current.dueAt : dueAt,
    }));
  }
  return amendRecord(deps, order, (current) => {
    const open = current.closing.filter(({ id }) => !closing.some((closed) => closed.id === id));
    const isAgreed = current.letter === null || current.letter.id === letter?.id;
    return {
      ...current,
      closing: open,
      letter: current.letter !== null && isAgreed ? { id: current.letter.id, content: null } : current.letter,
      dueAt: current.status !== 'due' && isAgreed && open.length === 0 ? nextLookAt(current) : current.dueAt,
    };
  });
};
