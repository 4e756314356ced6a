import type { LetterRefusal } from '../../dead-letters/letter-refusal.ts';
import type { Change } from '../../dead-letters/order-changes.ts';
import { ok, type Result } from '../../event/result.ts';
import { type Failure, misused, refused } from '../outcome.ts';

/** Changes as they are typed, `PATH=VALUE`. */
export const parseChanges = (pairs: readonly string[]): Result<readonly Change[], Failure> => {
  if (pairs.length === 0) return misused(`No change is named. ${HOW}`);
  const changes: Change[] = [];
  for (const pair of pairs) {
    const [, path, value] = /^([^=]+)=(.*)$/s.exec(pair) ?? [];
    if (path === undefined || value === undefined) return misused(`${pair} is no change. ${HOW}`);
    changes.push({ path: path.trim(), value });
  }
  return ok(changes);
};

const HOW = 'Name the letter (or --cause), then the place, =, and the new value: buyer.email=anna@example.hu';

const MISTYPED: ReadonlySet<LetterRefusal['why']> = new Set(['faulty-value', 'faulty-reason', 'not-correctable']);

/** Whether a correction was refused for how it was typed: it would be for any letter. */
export const isMistyped = ({ why }: LetterRefusal): boolean => MISTYPED.has(why);

/** Why a correction was refused; what was typed wrongly counts as wrong use. */
export const toFailure = (refusal: LetterRefusal): { readonly ok: false; readonly problem: Failure } =>
  (isMistyped(refusal) ? misused : refused)(refusal.text);
