import type { SentName } from '../../co3/compare-sent.ts';
import type { BorrowedRead, BorrowedWrite } from '../borrow-lane.ts';

/** Something that was assumed of CO3 and is no name of a tag. */
export interface TestedFact {
  readonly what: string;
  readonly holds: boolean;
  /** What CO3 does instead, for a person; empty where it holds. */
  readonly says: string;
}

/** What CO3 was brought to, and what that has shown. */
export interface Tested {
  readonly names: readonly SentName[];
  readonly facts: readonly TestedFact[];
}

/** Why it goes no further. `left` is what may stand in CO3 now, and what a person does about it. */
export interface Stopped extends Tested {
  readonly kind: 'stopped';
  readonly why: string;
  readonly left: string;
}

export const fact = (what: string, holds: boolean, says: string): TestedFact => ({
  what,
  holds,
  says: holds ? '' : says,
});

export const stopped = (why: string, left: string, tested: Tested = { names: [], facts: [] }): Stopped => ({
  kind: 'stopped',
  why,
  left,
  ...tested,
});

export const whyNotWritten = (written: Exclude<BorrowedWrite, { kind: 'done' }>): string =>
  written.kind === 'refused'
    ? `CO3 refuses: ${written.error.code ?? ''} ${written.error.name} (${written.error.text}). ${written.error.advice.en}`
    : written.why;

export const whyNotRead = (read: Exclude<BorrowedRead, { kind: 'data' }>): string => {
  if (read.kind === 'failed') return read.why;
  return read.error === null ? 'CO3 refuses.' : `CO3 refuses: ${read.error.name} (${read.error.text}).`;
};
