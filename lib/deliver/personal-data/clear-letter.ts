import type { Letter, LetterHistory, LetterRecord } from '../../dead-letters/letter.ts';
import type { Instant } from '../../event/time.ts';
import { AT_ONCE } from './personal-data.ts';

/** As `orderRestsSince`, of a letter: since it was closed. Letters of products and stock tell of no person. */
export const letterRestsSince = (record: LetterRecord): Instant | null => {
  if (record.personal.clearedAt !== null || record.letter.state !== 'closed' || !isOfPerson(record)) return null;
  if (record.personal.forgetSince !== null) return AT_ONCE;
  return record.letter.history.at(-1)?.at ?? record.letter.parkedAt;
};

export const isOfPerson = ({ letter }: LetterRecord): boolean =>
  letter.subject.kind === 'order' || letter.subject.kind === 'message';

/** The letter without its buyer's data. That it was there, why, and what people did with it stays. */
export const clearedLetter = (record: LetterRecord, at: Instant): LetterRecord => {
  const { letter } = record;
  return {
    ...record,
    letter: {
      ...letter,
      error: { ...letter.error, text: '', fields: letter.error.fields.map((field) => ({ ...field, value: '' })) },
      event: clearedEvent(letter),
      call: letter.call === null ? null : { ...letter.call, xml: '' },
      history: letter.history.map(clearedEntry),
    },
    personal: { ...record.personal, clearedAt: at },
  };
};

/** An order's letter shows it; what is kept of a message that could not be taken in is known by its topic and id. */
const clearedEvent = ({ subject, event }: Letter): unknown =>
  subject.kind === 'message' && typeof event === 'object' ? { ...event, body: null } : null;

const clearedEntry = (entry: LetterHistory): LetterHistory => ({
  ...entry,
  changes: entry.changes.map(({ path }) => ({ path, old: '', new: '' })),
});
