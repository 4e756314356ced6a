import * as z from 'zod';

/** An object of just these settings; a word that is none of them is refused with the list of what there is. */
export const settingsOf = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject(shape, { error: whereUnknown('no setting', Object.keys(shape)) });

/** Values by just these words, each of which may be left out. */
export const mapOf = <const Word extends string, Value extends z.core.SomeType>(words: readonly Word[], value: Value) =>
  z.partialRecord(z.enum(words), value, { error: whereUnknown('nothing is called', words) });

function whereUnknown(what: string, words: readonly string[]) {
  return (issue: z.core.$ZodRawIssue): string | undefined =>
    issue.code === 'unrecognized_keys'
      ? `${what} \`${issue.keys.join('`, `')}\`; there are: ${words.join(', ')}`
      : undefined;
}
