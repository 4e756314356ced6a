import type { Co3Answer } from '../co3/answer-types.ts';
import type { Co3Error } from '../co3/codes.ts';

/** Tries for one order before a person has to look. */
export const MAX_TRIES = 5;

/** What follows from a call that was not done. */
export type Decision =
  | { readonly kind: 'letter'; readonly error: Co3Error }
  | { readonly kind: 'hold'; readonly error: Co3Error }
  | { readonly kind: 'remake-contact'; readonly error: Co3Error }
  | { readonly kind: 'again'; readonly error: Co3Error } // later, and it counts as a try
  | { readonly kind: 'unknown' }
  | { readonly kind: 'never-left' }
  | { readonly kind: 'no-time' };

export interface Attempt {
  readonly isDocument: boolean;
  /** Tries before this one that ended with «again». */
  readonly tries: number;
  /** Whether the buyer's contact was made anew already. */
  readonly remade: boolean;
}

/** Decides what follows from a write that was not acknowledged (docs/errors.md). Pure. */
export const decide = (failure: Exclude<Co3Answer, { kind: 'acknowledged' }>, attempt: Attempt): Decision => {
  switch (failure.kind) {
    case 'never-left':
      return { kind: 'never-left' };
    case 'no-time':
      return { kind: 'no-time' };
    case 'no-answer':
    case 'unreadable':
    case 'data': // no acknowledgement either
      return { kind: 'unknown' };
    case 'refused':
      return decideRefusal(failure.errors, attempt);
    default:
      return failure satisfies never;
  }
};

/** The error that rules where an answer holds several: the widest scope, and the first of these. */
const rulingError = (errors: readonly [Co3Error, ...Co3Error[]]): Co3Error =>
  errors.find(({ scope }) => scope === 'lane') ?? errors.find(({ scope }) => scope === 'message') ?? errors[0];

// A person mends all that CO3 found at once.
const withTheOthers = (ruling: Co3Error, errors: readonly Co3Error[]): Co3Error => {
  const others = errors.filter((error) => error !== ruling);
  return {
    ...ruling,
    text: [ruling.text, ...others.map(({ code, name, text }) => `${code ?? ''} ${name}: ${text}`.trim())].join('\n'),
    fields: [...ruling.fields, ...others.flatMap(({ fields }) => fields)],
  };
};

// Codes that the client has repeated as often as it may; what is left concerns everybody at this account.
const EXHAUSTED: ReadonlySet<number | null> = new Set([6, 8, 10]);

const decideRefusal = (errors: readonly [Co3Error, ...Co3Error[]], attempt: Attempt): Decision => {
  // A failed database query leaves it open whether a document was saved before it failed, whatever else was wrong.
  if (attempt.isDocument && errors.some(({ code }) => code === 202)) return { kind: 'unknown' };
  const error = withTheOthers(rulingError(errors), errors);
  if (error.scope === 'lane' || EXHAUSTED.has(error.code)) return { kind: 'hold', error };
  if (error.code === 202 && attempt.tries + 1 < MAX_TRIES) return { kind: 'again', error };
  if (error.code === 201 && !attempt.remade) return { kind: 'remake-contact', error };
  return { kind: 'letter', error };
};
