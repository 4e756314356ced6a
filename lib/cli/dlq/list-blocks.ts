import { rowOf } from '../../co3/codes.ts';
import { errorName, wordsOf } from '../../co3/error-words.ts';
import { menderText } from '../../co3/mender.ts';
import type { LetterGroup } from '../../dead-letters/groups.ts';
import { type Block, table, text, title } from '../view/block.ts';
import type { Language } from '../view/error-blocks.ts';
import { toSpanText } from '../view/time-text.ts';
import { linePlacesText, worthText } from './group-text.ts';

/** The letters by their cause, of each cause the newest. */
export const listBlocks = (
  groups: readonly LetterGroup[],
  limit: number,
  now: number,
  lang: Language,
): readonly Block[] =>
  groups.length === 0
    ? [text('No letter is open.')]
    : groups.flatMap((group) => [
        title(`${errorName(group)} (${group.count}): ${wordsOf(group).title[lang]}`),
        text(
          [
            `  ${meaningOf(group, lang)}`,
            `  mended by ${menderText(group.fixedBy)}`,
            `  cause ${group.cause}${group.atStake.length === 0 ? '' : `, ${group.atStake.map(worthText).join(' and ')}`}`,
          ].join('\n'),
        ),
        table(
          ['  letter', 'about', 'field', 'shop', 'account', 'age', 'state'],
          group.lines
            .slice(0, limit)
            .map((line) => [
              `  ${line.id.slice(0, ID_SHOWN)}`,
              line.label,
              linePlacesText(line.places),
              line.shop,
              line.account,
              toSpanText(now - Date.parse(line.parkedAt)),
              line.state,
            ]),
        ),
        ...(group.count > limit ? [text(`  and ${group.count - limit} more (--limit ${group.count} shows all)`)] : []),
      ]);

const ID_SHOWN = 10;

/** What the reason means, from the catalogue: the list does not hold CO3's own words. */
const meaningOf = (group: Pick<LetterGroup, 'code' | 'name'>, lang: Language): string =>
  wordsOf(group).means?.[lang] ?? rowOf(group.code)?.text ?? '';
