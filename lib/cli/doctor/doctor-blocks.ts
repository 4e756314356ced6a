import { type Block, bad, good, table, text } from '../view/block.ts';
import type { Check } from './check.ts';

/** What was looked at, one a line, and what to do next. */
export const doctorBlocks = (checks: readonly Check[]): readonly Block[] => {
  const faults = checks.filter((check) => !check.good);
  return [
    table(
      ['looked at', 'state', 'where', 'what there is to say'],
      checks.map(({ what, good, at, says }) => [what, good ? 'good' : 'BAD', at, says === '' ? '—' : says]),
    ),
    ...(faults.length === 0
      ? [good('All good.')]
      : [
          bad(
            faults.length === 1
              ? 'One thing is wrong. What to do next:'
              : `${faults.length} things are wrong. What to do next:`,
          ),
          text(nextText(faults)),
          ...(faults.some(({ what }) => what === 'settings')
            ? [
                text(
                  'The secrets were not looked at: the settings say which there are. Run this again when they are mended.',
                ),
              ]
            : []),
        ]),
  ];
};

/** Each thing to do once, with all that it mends. */
const nextText = (faults: readonly Check[]): string =>
  [...new Set(faults.map(({ next }) => next))]
    .map((next) => {
      const whats = new Set(faults.filter((fault) => fault.next === next).map(({ what }) => what));
      return `  ${[...whats].join(', ')}:\n    ${next}`;
    })
    .join('\n');
