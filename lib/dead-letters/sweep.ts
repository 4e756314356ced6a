import type { Ledger } from '../deliver/ports.ts';
import type { WorkedRecord } from '../deliver/records.ts';
import { amendRecord } from '../deliver/update-record.ts';
import type { Log } from '../event/log.ts';
import { carryOut, restsBy } from './carry-out.ts';
import type { LetterRecord } from './letter.ts';
import type { LetterLine } from './letter-line.ts';
import { announceLetter, closeLetter, type LetterDeps } from './park-letter.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** SQS keeps a message for 14 days at most. */
const NOTICE_AFTER_MS = 10 * DAY_MS;
/** A closed letter whose message was not met in so long has none any more. */
const MISSING_AFTER_MS = 15 * MINUTE_MS;
/** A redrive or a parking that did not end by then broke off in between. */
const BROKEN_OFF_AFTER_MS = 2 * MINUTE_MS;
/** Short, so that a person who looks at the queue sees the messages again at once. */
const VISIBILITY_SECONDS = 10;
const MAX_PASSES = 50;

export type SweepDeps = LetterDeps & { readonly log: Log };

/** Takes messages of closed letters out of the queue, renews the notice of those that stay open for long, and finishes what a person asked for where that broke off. */
export const sweepLetters = async (deps: SweepDeps, deadline: number): Promise<void> => {
  const lines = await deps.ledger.letters();
  const now = deps.clock.now();
  for (const line of lines) await tryMend(deps, line, now);
  // Once an hour all the same: a worker may have died between giving a notice and writing that down.
  if (lines.some(({ state }) => state === 'closing') || now % HOUR_MS < MINUTE_MS) await takeOutClosed(deps, deadline);
};

const tryMend = async (deps: SweepDeps, line: LetterLine, now: number): Promise<void> => {
  try {
    await mend(deps, line, now);
  } catch (cause) {
    // The other letters need not wait for this one; the next tick tries it again.
    deps.log.warn('letter not mended', { letter: line.id, errorName: cause instanceof Error ? cause.name : 'unknown' });
  }
};

const mend = async (deps: SweepDeps, line: LetterLine, now: number): Promise<void> => {
  const age = line.noticeAt === null ? 0 : now - line.noticeAt;
  if (line.state === 'parked' && age > NOTICE_AFTER_MS) return renewNotice(deps, line.id, now);
  if (line.state === 'closing' && age > MISSING_AFTER_MS) return markClosed(deps, line.id);
  if (line.state === 'parking') return announceAgain(deps, line.id, now);
  if (line.state === 'redriving') return finishRedrive(deps, line.id, now);
};

const renewNotice = async (deps: SweepDeps, id: string, now: number): Promise<void> => {
  const record = await deps.ledger.read('letter', id);
  if (record?.letter.state !== 'parked' || record.noticeAt === null || now - record.noticeAt <= NOTICE_AFTER_MS) return;
  const parking = await amendRecord<'letter'>(deps, record, (known) =>
    known.letter.state === 'parked'
      ? { ...known, letter: { ...known.letter, state: 'parking' }, messageId: null, noticeAt: null }
      : known,
  );
  await announceLetter(deps, parking);
};

// A worker that is just parking a letter is left alone.
const announceAgain = async (deps: SweepDeps, id: string, now: number): Promise<void> => {
  const record = await deps.ledger.read('letter', id);
  if (record !== undefined && now - Date.parse(record.letter.tries.last) > BROKEN_OFF_AFTER_MS)
    await announceLetter(deps, record);
};

const finishRedrive = async (deps: SweepDeps, id: string, now: number): Promise<void> => {
  const record = await deps.ledger.read('letter', id);
  if (record?.letter.state !== 'redriving' || record.work === null) return;
  const since = Date.parse(record.letter.history.at(-1)?.at ?? '');
  if (!(now - since > BROKEN_OFF_AFTER_MS)) return;
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

const takeOutClosed = async (deps: SweepDeps, deadline: number): Promise<void> => {
  const { deadLetters, ledger, clock } = deps;
  const met = new Set<string>();
  for (let pass = 0; pass < MAX_PASSES && clock.now() < deadline - 5_000; pass += 1) {
    const notices = await deadLetters.receive(VISIBILITY_SECONDS);
    const unseen = notices.filter(({ messageId }) => !met.has(messageId));
    if (unseen.length === 0) return;
    for (const { messageId, receiptHandle, body } of unseen) {
      met.add(messageId);
      const record = await letterOf(ledger, body);
      // A message that is no letter of ours came here by the queue's own redrive and is left for a person.
      if (record === undefined || !isOutdated(record, messageId)) continue;
      await deadLetters.delete(receiptHandle);
      if (record.messageId === messageId) await markClosed(deps, record.key);
    }
  }
};

// Another message than the one that the record names is an earlier notice of the same letter.
const isOutdated = ({ letter, messageId }: LetterRecord, id: string): boolean =>
  letter.state === 'closing' || letter.state === 'closed' || (letter.state === 'parked' && messageId !== id);

const letterOf = async (ledger: Ledger, body: string): Promise<LetterRecord | undefined> => {
  const id = idOf(body);
  return id === undefined ? undefined : ledger.read('letter', id);
};

const idOf = (body: string): string | undefined => {
  try {
    const json: unknown = JSON.parse(body);
    return typeof json === 'object' && json !== null && 'id' in json && typeof json.id === 'string'
      ? json.id
      : undefined;
  } catch {
    return undefined;
  }
};

const markClosed = async (deps: SweepDeps, id: string): Promise<void> => {
  const record = await deps.ledger.read('letter', id);
  if (record === undefined) return;
  await amendRecord<'letter'>(deps, record, (known) =>
    known.letter.state === 'closing'
      ? { ...known, letter: { ...known.letter, state: 'closed' }, messageId: null }
      : known,
  );
};
