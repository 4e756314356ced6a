import * as z from 'zod';

/** An object of just these settings; a word that is none of them is refused with the list of what there is. */
export const settingsOf = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `no setting \`${issue.keys.join('`, `')}\`; there are: ${Object.keys(shape).join(', ')}`
        : undefined,
  });
