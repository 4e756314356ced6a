import * as z from 'zod/mini';
import type { Instant } from '../event/time.ts';

/** A text that `parse` finds a moment in; `says` is what is wrong with any other. */
export const momentOf = (parse: (text: string) => Instant | undefined, says: string) =>
  z.pipe(
    z.string(),
    z.transform((text, { issues }) => {
      const at = parse(text);
      if (at !== undefined) return at;
      issues.push({ code: 'custom', message: says, input: text });
      return z.NEVER;
    }),
  );
