import type { Correction } from '../../deliver/corrections/correction.ts';
import { type Block, table, title } from './block.ts';
import { toTimeText } from './time-text.ts';

/** What people have put in the place of what the shop sends. */
export const correctionsBlocks = (corrections: readonly Correction[]): readonly Block[] =>
  corrections.length === 0
    ? []
    : [
        title('Corrections'),
        table(
          ['  when', 'place', 'the shop sends', 'corrected to', 'by', 'why', 'holds'],
          corrections.map(({ at, path, old, new: value, by, why, endedAt }) => [
            `  ${toTimeText(at)}`,
            path,
            orNothing(old),
            orNothing(value),
            by,
            orNothing(why),
            endedAt === null ? 'yes' : `until ${toTimeText(endedAt)}`,
          ]),
        ),
      ];

const orNothing = (value: string): string => (value === '' ? '—' : value);
