import { formatMinor } from '../../event/money.ts';
import { type Block, table, text } from '../view/block.ts';
import { errorName } from '../view/error-blocks.ts';
import { toSpanText } from '../view/time-text.ts';
import type { LetterStats } from './stats.ts';

/** What is open, a row for each reason, and below it all together. */
export const statsBlocks = (all: readonly LetterStats[], now: number): readonly Block[] => {
  if (all.length === 0) return [text('No letter is open.')];
  const open = all.reduce((sum, one) => sum + one.open, 0);
  return [
    table(
      ['what', 'open', 'oldest', 'newest', 'shops', 'the orders come to'],
      all.map((one) => [
        errorName(one),
        String(one.open),
        toSpanText(now - Date.parse(one.oldest)),
        toSpanText(now - Date.parse(one.newest)),
        one.shops.join('\n'),
        one.atStake.length === 0
          ? '—'
          : one.atStake.map(({ currency, minor }) => `${formatMinor(minor, currency)} ${currency}`).join('\n'),
      ]),
    ),
    text(open === 1 ? 'One letter is open.' : `${open} letters are open.`),
  ];
};
