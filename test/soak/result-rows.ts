import { toNumberText } from '../bench/figure-text.ts';
import type { MemoryFigure } from './memory.ts';
import type { Counts, SoakResult } from './result.ts';

/** What a soak has seen, a line of a table each. */
export const toRows = (result: SoakResult): readonly (readonly [what: string, seen: string])[] => [
  ['orders', `${toNumberText(result.orders)} in ${result.shops} shops on ${result.accounts} accounts`],
  [
    'webhooks posted',
    `${toNumberText(result.posts)}, of them ${toNumberText(result.postsRepeated)} not taken and repeated`,
  ],
  ['documents in CO3', toCountsText(result.documents)],
  ['calls to CO3', `${toNumberText(result.calls)}, of them ${toNumberText(result.callsTooSoon)} too soon`],
  ['restarts', toCountsText(result.restarts)],
  ['faults met', toCountsText(result.faults)],
  ['letters open at the end', toCountsText(result.letters)],
  ...result.memory.map((figure): readonly [string, string] => [figure.of, toMemoryText(figure)]),
  ['lost, double, growing', result.broken.length === 0 ? 'nothing' : `${result.broken.length}: ${result.broken[0]}`],
];

const toCountsText = (counts: Counts): string =>
  Object.entries(counts)
    .map(([name, count]) => `${toNumberText(count)} ${name}`)
    .join(', ') || 'none';

const toMemoryText = ({ samples, middleMb, lastMb, ratio, most }: MemoryFigure): string =>
  `${toNumberText(middleMb)} MB, then ${toNumberText(lastMb)} MB: ${ratio.toFixed(2)} times` +
  `${most === null ? '' : ` (≤ ${most})`}, ${samples} samples`;
