import type { Co3Error } from '../co3/codes.ts';
import type { Step } from '../deliver/step-records.ts';
import { digestOf } from '../event/digest.ts';
import { toInstant } from '../event/time.ts';
import { withoutKnown } from './corrected-entries.ts';
import type { FixedBy, Letter, LetterHistory } from './letter.ts';

/** What a letter is made of. */
export interface LetterDraft {
  readonly shop: string;
  readonly account: string;
  readonly subject: Letter['subject'];
  readonly error: Co3Error;
  /** By `letterIdOf`, or of the body where there is no order. */
  readonly id: string;
  readonly event: unknown;
  readonly call: Letter['call'];
  readonly tries: number;
}

/** The same attempt at the same order is the same letter, however often it is refused. */
export const letterIdOf = (order: string, attempt: Pick<Step, 'purpose' | 'generation' | 'digest'>): string =>
  toLetterId([order, attempt.purpose, attempt.generation, attempt.digest]);

export const toLetterId = (identity: readonly unknown[]): string => digestOf(identity).slice(0, 24);

export const buildLetter = (draft: LetterDraft, now: number): Letter => ({
  version: 1,
  id: draft.id,
  shop: draft.shop,
  account: draft.account,
  state: 'parking',
  parkedAt: toInstant(now),
  subject: draft.subject,
  error: toLetterError(draft.error),
  event: draft.event,
  call: draft.call,
  tries: { count: draft.tries, first: toInstant(now), last: toInstant(now) },
  history: [happened('parked', 'bridge', draft.error.name, now)],
});

export const happened = (action: LetterHistory['action'], by: string, why: string, now: number): LetterHistory => ({
  at: toInstant(now),
  action,
  by,
  why,
  changes: [],
});

/** The letter as it stands after the same thing was refused once more. */
export const parkAgain = (known: Letter, again: Letter): Letter => {
  const isClosed = known.state === 'closed' || known.state === 'closing';
  return {
    ...again,
    parkedAt: isClosed ? again.parkedAt : known.parkedAt,
    state: known.state === 'parked' ? 'parked' : 'parking',
    tries: { ...again.tries, count: known.tries.count + again.tries.count, first: known.tries.first },
    history: [
      ...known.history,
      ...withoutKnown(again.history, known.history).map((entry) =>
        isClosed && entry.action === 'parked' ? { ...entry, action: 'reopened' as const } : entry,
      ),
    ].slice(-MAX_HISTORY),
  };
};

const MAX_HISTORY = 50;

const toLetterError = (error: Co3Error): Letter['error'] => {
  const fixedBy: FixedBy = error.fixedBy;
  const { code, name, module, scope, text, fields, advice, docs } = error;
  return { code, name, module, scope, fixedBy, text, fields, advice, docs };
};
