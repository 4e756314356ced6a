import { errorName, wordsOf } from '../../co3/error-words.ts';
import { menderText } from '../../co3/mender.ts';
import type { LetterGroup } from '../../dead-letters/groups.ts';
import { type Block, facts, table, title } from '../view/block.ts';
import { toSpanText } from '../view/time-text.ts';
import { linePlacesText, placeText, worthText } from './group-text.ts';

/** What a deed for many would be done to: how many, what they come to, and some of them. */
export const groupBlocks = (group: LetterGroup, now: number): readonly Block[] => [
  title(`${errorName(group)} (${group.count}): ${wordsOf(group).title.en}`),
  facts(
    ['cause', group.cause],
    ['shop', group.shop === '' ? 'not known' : group.shop],
    ...(group.places.length === 0 ? [] : [['where', group.places.map(placeText).join('\n')] as const]),
    ['mended by', menderText(group.fixedBy)],
    [
      'since',
      `${toSpanText(now - Date.parse(group.oldest))}, the newest ${toSpanText(now - Date.parse(group.newest))}`,
    ],
    ...(group.atStake.length === 0 ? [] : [['come to', group.atStake.map(worthText).join('\n')] as const]),
  ),
  table(
    ['  for example', 'about', 'field', 'age', 'state'],
    group.lines
      .slice(0, SAMPLE)
      .map(({ id, label, places, parkedAt, state }) => [
        `  ${id.slice(0, ID_SHOWN)}`,
        label,
        linePlacesText(places),
        toSpanText(now - Date.parse(parkedAt)),
        state,
      ]),
  ),
];

const SAMPLE = 5;
const ID_SHOWN = 10;
