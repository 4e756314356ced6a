import * as z from 'zod';
import { whatThereIs } from '../event/nearest.ts';

// What each says is all that a fault tells: what is allowed there. «is missing» and the place are put to it in faults.ts.

/** An object of just these settings; a word that is none of them is refused with the list of what there is. */
export const settingsOf = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject(shape, { error: whereUnknown('no setting', Object.keys(shape), 'settings by their names') });

/** Values by just these words, each of which may be left out. */
export const mapOf = <const Word extends string, Value extends z.core.SomeType>(words: readonly Word[], value: Value) =>
  z.partialRecord(z.enum(words), value, { error: whereUnknown('nothing is called', words, 'a map of words') });

/** Values by names of the shop's or the account's own. */
export const namedOf = <Value extends z.core.SomeType>(what: string, value: Value) => z.record(z.string(), value, what);

export const oneOf = <const Word extends string>(words: readonly Word[]) =>
  z.enum(words, `one of: ${words.join(', ')}`);

export const matching = (pattern: RegExp, says: string) => z.string(says).regex(pattern, says);

export const anyText = () => z.string('a text');

export const someText = (says = 'a text that is not empty') => z.string(says).min(1, says);

export const wholeNumber = (least: number, most: number) => {
  const says = `a whole number from ${least} to ${most}`;
  return z.int(says).min(least, says).max(most, says);
};

function whereUnknown(what: string, words: readonly string[], otherwise: string) {
  return (issue: z.core.$ZodRawIssue): string =>
    issue.code === 'unrecognized_keys'
      ? `${what} \`${issue.keys.join('`, `')}\`; ${whatThereIs(issue.keys, words)}`
      : `${otherwise}; there are: ${words.join(', ')}`;
}
