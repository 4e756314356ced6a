import type { WorkedRecord } from '../deliver/records.ts';
import { standingOf } from '../deliver/settled-by-hand.ts';
import type { LetterRecord } from './letter.ts';

/**
 * What a discarded letter is about, at rest without it. What has come since a person saw it is planned; where it has another letter by then,
 * or none, it stays as it is. Pure.
 */
export const settleByHand = <R extends WorkedRecord>(record: R, { letter, discards }: LetterRecord, now: number): R => {
  const asked = letter.history.at(-1);
  if (record.letter?.id !== letter.id || asked === undefined) return record;
  const { at, by, why } = asked;
  const isAsSeen = record.kind !== 'order' || standingOf(record) === discards;
  return {
    ...record,
    letter: null,
    closing: [...record.closing, { id: letter.id, why: 'discarded' }],
    discarded: { id: letter.id, at, by, why, ...(record.kind === 'order' ? { of: discards ?? '' } : {}) },
    redrive: false,
    ...(isAsSeen && record.status === 'letter' ? AT_REST : { status: 'due', reason: 'NewSnapshot' }),
    // Until its letter says the same.
    dueAt: now,
    starts: 0,
    tries: 0,
  };
};

const AT_REST = { status: 'settled', reason: 'SettledByHand' } as const;
