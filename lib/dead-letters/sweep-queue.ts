import { NEWLY_KEPT } from '../deliver/personal-data/personal-data.ts';
import type { Ledger, Notice } from '../deliver/ports.ts';
import { amendRecord, type Content, updateRecord } from '../deliver/update-record.ts';
import type { Log } from '../event/log.ts';
import { parseEventMessage } from '../event/message.ts';
import type { LetterRecord } from './letter.ts';
import { isClosed, type LetterDeps } from './park-letter.ts';
import { strayIdOf, toStrayLetter } from './stray.ts';

/** Short, so that a person who looks at the queue sees the messages again at once. */
const VISIBILITY_SECONDS = 10;
const MAX_PASSES = 50;

export type SweepQueueDeps = LetterDeps & { readonly log: Log };

/** Takes messages of closed letters out of the queue, and makes a letter of each that is none: it came there by the queue's own redrive. */
export const sweepQueue = async (deps: SweepQueueDeps, deadline: number): Promise<void> => {
  const { deadLetters, clock } = deps;
  const met = new Set<string>();
  for (let pass = 0; pass < MAX_PASSES && clock.now() < deadline - 5_000; pass += 1) {
    const notices = await deadLetters.receive(VISIBILITY_SECONDS);
    const unseen = notices.filter(({ messageId }) => !met.has(messageId));
    if (unseen.length === 0) return;
    for (const notice of unseen) {
      met.add(notice.messageId);
      await sweepMessage(deps, notice);
    }
  }
};

/** A letter that is closing has no message any more. */
export const markClosed = async (deps: LetterDeps, id: string): Promise<void> => {
  const record = await deps.ledger.read('letter', id);
  if (record === undefined) return;
  await amendRecord<'letter'>(deps, record, (known) =>
    known.letter.state === 'closing'
      ? { ...known, letter: { ...known.letter, state: 'closed' }, messageId: null }
      : known,
  );
};

const sweepMessage = async (deps: SweepQueueDeps, notice: Notice): Promise<void> => {
  const { messageId, receiptHandle, body } = notice;
  const named = await letterNamedBy(deps.ledger, body);
  const record = named ?? (await deps.ledger.read('letter', strayIdOf(messageId)));
  if (record === undefined) return takeStray(deps, notice);
  // An earlier notice of a letter. A message that is no letter stays as long as its own is open, which may not have all of it.
  const isEarlier = named?.letter.state === 'parked' && named.messageId !== messageId;
  if (!isEarlier && !isClosed(record)) return;
  await deps.deadLetters.delete(receiptHandle);
  if (record.messageId === messageId) await markClosed(deps, record.key);
};

const takeStray = async (deps: SweepQueueDeps, notice: Notice): Promise<void> => {
  const message = parseEventMessage(notice.body);
  // It says nothing that the tick does not say anew each minute.
  if (message.ok && message.value.kind === 'bell') return deps.deadLetters.delete(notice.receiptHandle);
  const now = deps.clock.now();
  const letter = toStrayLetter(notice, now);
  const traceId = message.ok && 'traceId' in message.value ? message.value.traceId : null;
  await updateRecord(deps, 'letter', letter.id, (known): Content<LetterRecord> | undefined =>
    known === undefined
      ? {
          ...{ kind: 'letter', work: null, traceId, discards: null, personal: NEWLY_KEPT },
          // The message itself gives notice of it.
          ...{ letter: { ...letter, state: 'parked' }, messageId: notice.messageId, noticeAt: now },
        }
      : undefined,
  );
  deps.log.warn('message never merged', {
    letter: letter.id,
    shop: letter.shop,
    ...(traceId === null ? {} : { traceId }),
  });
};

const letterNamedBy = async (ledger: Ledger, body: string): Promise<LetterRecord | undefined> => {
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
