import type { WorkedRecord } from '../deliver/records.ts';
import { amendRecord } from '../deliver/update-record.ts';
import { carryOut, restsBy } from './carry-out.ts';
import type { LetterLine } from './letter-line.ts';
import { announceLetter, closeLetter } from './park-letter.ts';
import { type PutBackDeps, putBack } from './put-back.ts';
import { isStray, isStrayName } from './stray.ts';
import { markClosed, type SweepQueueDeps, sweepQueue } from './sweep-queue.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** SQS keeps a message for 14 days at most. */
const QUEUE_KEEPS_MS = 14 * DAY_MS;
const NOTICE_AFTER_MS = 10 * DAY_MS;
/** A closed letter whose message was not met in so long has none any more. */
const MISSING_AFTER_MS = 15 * MINUTE_MS;
/** A redrive or a parking that did not end by then broke off in between. */
const BROKEN_OFF_AFTER_MS = 2 * MINUTE_MS;

export type SweepDeps = SweepQueueDeps & PutBackDeps;

/** Keeps letters and queue in step, renews the notice of letters that stay open for long, and finishes what a person asked for where that broke off. `lines` are of all letters. */
export const sweepLetters = async (deps: SweepDeps, lines: readonly LetterLine[], deadline: number): Promise<void> => {
  const now = deps.clock.now();
  for (const line of lines) await tryMend(deps, line, now);
  // Once an hour all the same: a worker may have died between giving a notice and writing that down.
  if (lines.some(isClosing) || now % HOUR_MS < MINUTE_MS || (await isMoreThanOurs(deps, lines)))
    await sweepQueue(deps, deadline);
};

const isClosing = ({ state }: LetterLine): boolean => state === 'closing';

/** Whether the queue holds a message more than the letters have: one that is no letter of ours, or a second notice of one. */
const isMoreThanOurs = async ({ deadLetters }: SweepDeps, lines: readonly LetterLine[]): Promise<boolean> =>
  (await deadLetters.count()) > lines.filter(({ noticeAt }) => noticeAt !== null).length;

const tryMend = async (deps: SweepDeps, line: LetterLine, now: number): Promise<void> => {
  try {
    await mend(deps, line, now);
  } catch (cause) {
    // The other letters need not wait for this one; the next tick tries it again.
    deps.log.warn('letter not mended', {
      letter: line.id,
      ...traceOf(line),
      errorName: cause instanceof Error ? cause.name : 'unknown',
    });
  }
};

const traceOf = ({ traceId }: LetterLine): { traceId?: string } => (traceId === null ? {} : { traceId });

const mend = async (deps: SweepDeps, line: LetterLine, now: number): Promise<void> => {
  const age = line.noticeAt === null ? 0 : now - line.noticeAt;
  if (line.state === 'parked' && age > noticeAfterMs(line)) return renewNotice(deps, line.id, now);
  if (line.state === 'closing' && age > MISSING_AFTER_MS) return markClosed(deps, line.id);
  if (line.state === 'parking') return announceAgain(deps, line.id, now);
  if (line.state === 'redriving') return finishRedrive(deps, line.id, now);
};

const renewNotice = async (deps: SweepDeps, id: string, now: number): Promise<void> => {
  const record = await deps.ledger.read('letter', id);
  if (record?.letter.state !== 'parked' || record.noticeAt === null) return;
  if (now - record.noticeAt <= noticeAfterMs(record.letter.error)) return;
  const parking = await amendRecord<'letter'>(deps, record, (known) =>
    known.letter.state === 'parked'
      ? { ...known, letter: { ...known.letter, state: 'parking' }, messageId: null, noticeAt: null }
      : known,
  );
  await announceLetter(deps, parking);
};

// The message that a stray's letter was made of stays in the queue for as long as it can.
const noticeAfterMs = (named: { readonly name: string }): number =>
  isStrayName(named) ? QUEUE_KEEPS_MS : NOTICE_AFTER_MS;

// A worker that is just parking a letter is left alone.
const announceAgain = async (deps: SweepDeps, id: string, now: number): Promise<void> => {
  const record = await deps.ledger.read('letter', id);
  if (record !== undefined && now - Date.parse(record.letter.tries.last) > BROKEN_OFF_AFTER_MS)
    await announceLetter(deps, record);
};

const finishRedrive = async (deps: SweepDeps, id: string, now: number): Promise<void> => {
  const record = await deps.ledger.read('letter', id);
  if (record?.letter.state !== 'redriving') return;
  const since = Date.parse(record.letter.history.at(-1)?.at ?? '');
  if (!(now - since > BROKEN_OFF_AFTER_MS)) return;
  if (isStray(record)) return putBack(deps, record, now);
  if (record.work === null) return;
  const worked = await deps.ledger.read(record.work.kind, record.work.key);
  if (worked === undefined) return;
  if (isAtRest(worked, id)) await carryOut(deps, record, now);
  // It has gone on without the letter, so nobody else would close it.
  else if (!isNamedBy(worked, id)) await closeLetter(deps, id, 'superseded', now);
};

const isNamedBy = ({ letter, closing }: WorkedRecord, id: string): boolean =>
  letter?.id === id || closing.some((one) => one.id === id);

// What was asked of the letter has not reached what it is about: that would have freed it. CO3 may be watched all the while, so that it may be due.
const isAtRest = (worked: WorkedRecord, id: string): boolean => {
  const { letter, status, redrive } = worked;
  return (letter?.id === id && letter.content === null && status === 'letter' && !redrive) || restsBy(worked, id);
};
