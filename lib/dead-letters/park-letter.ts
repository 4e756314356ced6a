import { NEWLY_KEPT } from '../deliver/personal-data/personal-data.ts';
import type { DeadLetterQueue } from '../deliver/ports.ts';
import type { WorkRef } from '../deliver/records.ts';
import { amendRecord, updateRecord, type Writer } from '../deliver/update-record.ts';
import { digestOf } from '../event/digest.ts';
import type { Clock } from '../event/time.ts';
import { happened, parkAgain } from './build-letter.ts';
import type { Letter, LetterRecord } from './letter.ts';

export interface LetterDeps extends Writer {
  readonly deadLetters: DeadLetterQueue;
  readonly clock: Clock;
}

/** Writes the letter's record and gives notice of it in the queue. Repeating it does no harm. */
export const parkLetter = async (
  deps: LetterDeps,
  letter: Letter,
  work: WorkRef | null,
  traceId: string | null,
): Promise<void> => {
  const record = await updateRecord(deps, 'letter', letter.id, (known) => {
    if (known === undefined) {
      const none = { messageId: null, noticeAt: null, discards: null };
      return { kind: 'letter', letter, work, traceId, ...none, personal: NEWLY_KEPT };
    }
    // A worker before us came as far as this.
    if (known.letter.tries.last === letter.tries.last) return known;
    if (isSettledMessage(known, letter)) return known;
    const messageId = isClosed(known) ? null : known.messageId;
    const personal = { ...known.personal, clearedAt: null };
    return { ...known, letter: parkAgain(known.letter, letter), traceId, messageId, personal };
  });
  if (record !== undefined) await announceLetter(deps, record);
};

/** Gives notice of a letter that is being parked, where no message does so yet. */
export const announceLetter = async (deps: LetterDeps, record: LetterRecord): Promise<void> => {
  if (record.letter.state !== 'parking') return;
  const messageId = record.messageId ?? (await giveNotice(deps, record.letter));
  const now = deps.clock.now();
  await amendRecord<'letter'>(deps, record, (known) =>
    known.letter.state === 'parking'
      ? { ...known, letter: { ...known.letter, state: 'parked' }, messageId, noticeAt: known.noticeAt ?? now }
      : known,
  );
};

/** The queue did not take the notice. The letter stays in parking, and its order due, until it does. */
export class NoticeNotSent extends Error {
  override readonly name = 'NoticeNotSent';
}

const giveNotice = async ({ deadLetters }: LetterDeps, letter: Letter): Promise<string> => {
  try {
    return await deadLetters.send({ ...letter, state: 'parked' });
  } catch (cause) {
    throw new NoticeNotSent('the queue of dead letters did not take a message', { cause });
  }
};

/** Marks the letter as answered; the tick takes its message out of the queue. */
export const closeLetter = async (writer: Writer, id: string, why: string, now: number): Promise<void> => {
  await updateRecord(writer, 'letter', id, (known) =>
    known === undefined || isClosed(known) ? known : closed(known, why, now),
  );
};

export const isClosed = ({ letter }: LetterRecord): boolean => letter.state === 'closing' || letter.state === 'closed';

/** Whether a person has closed it, and nothing has opened it since. */
export const isDiscarded = (record: LetterRecord): boolean =>
  isClosed(record) && record.letter.history.findLast(({ action }) => action !== 'closed')?.action === 'discarded';

// The id of one that is too large for its record names its order alone: another state of it is told of.
const isSettledMessage = (known: LetterRecord, { error, event }: Letter): boolean =>
  known.work === null &&
  isDiscarded(known) &&
  (error.name !== 'OrderTooLarge' || digestOf(event) === digestOf(known.letter.event));

/** The record of an answered letter. */
export const closed = (record: LetterRecord, why: string, now: number): LetterRecord => ({
  ...record,
  letter: {
    ...record.letter,
    // Without a message there is nothing to take out of the queue.
    state: record.messageId === null ? 'closed' : 'closing',
    history: [...record.letter.history, happened('closed', 'bridge', why, now)],
  },
  noticeAt: now,
});
