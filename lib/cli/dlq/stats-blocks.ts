import { errorName } from '../../co3/error-words.ts';
import { type Block, table, text } from '../view/block.ts';
import { toSpanText } from '../view/time-text.ts';
import { placeText, worthText } from './group-text.ts';
import type { LetterStats } from './stats.ts';

/** What is open, a row for each cause, and below it all together. */
export const statsBlocks = (all: readonly LetterStats[], now: number): readonly Block[] => {
  if (all.length === 0) return [text('No letter is open.')];
  const open = all.reduce((sum, one) => sum + one.count, 0);
  return [
    table(
      ['cause', 'what', 'where', 'open', 'oldest', 'newest', 'shop', 'the orders come to'],
      all.map((one) => [
        one.cause,
        errorName(one),
        one.places.map(placeText).join('\n') || '—',
        String(one.count),
        toSpanText(now - Date.parse(one.oldest)),
        toSpanText(now - Date.parse(one.newest)),
        one.shop,
        one.atStake.map(worthText).join('\n') || '—',
      ]),
    ),
    text(open === 1 ? 'One letter is open.' : `${open} letters are open.`),
  ];
};
