import type { OrderRecord } from '../deliver/records.ts';
import { amendRecord, type Content, updateRecord, type Writer } from '../deliver/update-record.ts';
import { fail, ok, type Result } from '../event/result.ts';
import type { OrderKey } from '../event/snapshot.ts';
import { happened } from './build-letter.ts';
import type { LetterRecord } from './letter.ts';
import { announceLetter, type LetterDeps } from './park-letter.ts';

export interface RedriveRefusal {
  readonly why: 'no-such-letter' | 'not-parked' | 'no-order' | 'outcome-unknown';
  /** For the person who asked: what is so, and what to do instead. */
  readonly text: string;
}

/**
 * Lets a letter's order be tried again. Of two who do it at once, one is refused.
 * The order is planned anew from its newest snapshot, so what is owed no longer is not sent.
 */
export const redriveLetter = async (
  writer: Writer,
  id: string,
  by: string,
  now: number,
): Promise<Result<OrderRecord, RedriveRefusal>> => {
  const known = await writer.ledger.read('letter', id);
  if (known === undefined) return fail(NO_SUCH_LETTER);
  const refusal = refusalOf(known);
  if (refusal !== undefined) return fail(refusal);
  let isMine = false;
  const record = await amendRecord<'letter'>(writer, known, (current) => {
    isMine = current.letter.state === 'parked';
    return isMine ? redriving(current, by, now) : current;
  });
  if (!isMine) return fail(notParked(record));
  const order = record.order === null ? undefined : await makeDue(writer, record.order, now);
  return order === undefined ? fail(NO_ORDER) : ok(order);
};

/** What follows from a letter that somebody moved back to `events` in the AWS console: its order is tried again, where it has one. */
export const redriveFromQueue = async (deps: LetterDeps, id: string, now: number): Promise<OrderRecord | undefined> => {
  const moved = await updateRecord(deps, 'letter', id, (current): LetterRecord | undefined => {
    if (current === undefined || current.letter.state === 'closed') return undefined;
    // Its message has left the queue `dead-letters`: whatever is parked next has to give notice anew.
    const gone: LetterRecord = { ...current, messageId: null, noticeAt: null };
    const { letter } = current;
    if (letter.state === 'closing') return { ...gone, letter: { ...letter, state: 'closed' } };
    return current.order === null || isUndecided(current)
      ? { ...gone, letter: { ...letter, state: 'parking' } }
      : redriving(gone, 'aws-console', now);
  });
  if (moved === undefined) return undefined;
  if (moved.letter.state === 'parking') await announceLetter(deps, moved);
  return moved.letter.state === 'redriving' && moved.order !== null ? makeDue(deps, moved.order, now) : undefined;
};

/** Makes an order due whose letter is being redriven. */
export const makeDue = (writer: Writer, key: OrderKey, now: number): Promise<OrderRecord | undefined> =>
  updateRecord(writer, 'order', key, (order) => (order === undefined ? undefined : freed(order, now)));

const freed = (order: OrderRecord, now: number): Content<OrderRecord> => ({
  ...order,
  redrive: true,
  status: 'due',
  reason: 'Redriven',
  dueAt: now,
  starts: 0,
  tries: 0,
});

const redriving = (record: LetterRecord, by: string, now: number): LetterRecord => ({
  ...record,
  letter: {
    ...record.letter,
    state: 'redriving',
    history: [...record.letter.history, happened('redriven', by, '', now)],
  },
});

const isUndecided = ({ letter }: LetterRecord): boolean => letter.error.name === 'OutcomeUnknown';

const refusalOf = (record: LetterRecord): RedriveRefusal | undefined => {
  if (record.letter.state !== 'parked') return notParked(record);
  if (record.order === null) return NO_ORDER;
  if (isUndecided(record)) return OUTCOME_UNKNOWN;
  return undefined;
};

const notParked = ({ letter }: LetterRecord): RedriveRefusal => ({
  why: 'not-parked',
  text: `The letter is ${letter.state}. Only a parked letter can be redriven; \`bridge dlq show ${letter.id}\` shows what happened to it.`,
});

const NO_SUCH_LETTER: RedriveRefusal = {
  why: 'no-such-letter',
  text: 'There is no letter of this id. `bridge dlq list` shows those that are open.',
};
const NO_ORDER: RedriveRefusal = {
  why: 'no-order',
  text: 'The letter has no order that could be tried again. Mend what it names and let the shop send the order once more.',
};
const OUTCOME_UNKNOWN: RedriveRefusal = {
  why: 'outcome-unknown',
  text: 'CO3 may have made the invoice although it gave no answer, so sending it again could double it. Look in CO3 for the marker that `bridge dlq show` names.',
};
