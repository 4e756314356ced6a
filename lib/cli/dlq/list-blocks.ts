import { CO3_CODES, isKnownCode } from '../../co3/codes.ts';
import { OWN_PROBLEMS, type OwnProblem } from '../../co3/own-problems.ts';
import type { LetterField, LetterLine } from '../../dead-letters/letter.ts';
import { type Block, table, text, title } from '../view/block.ts';
import { errorName } from '../view/error-blocks.ts';
import { menderText } from '../view/mender.ts';
import { toSpanText } from '../view/time-text.ts';
import type { ListedLetter } from './with-fields.ts';

/** The letters by what is wrong with them: the reason of the newest first, and the newest first within each. */
export const listBlocks = (lines: readonly ListedLetter[], now: number): readonly Block[] => {
  if (lines.length === 0) return [text('No letter is open.')];
  return [...grouped(lines).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    return [
      title(`${errorName(first)} (${group.length})`),
      text(`  ${meaningOf(first)}\n  mended by ${menderText(first.fixedBy)}`),
      table(
        ['  letter', 'about', 'field', 'shop', 'account', 'age', 'state'],
        group.map((line) => [
          `  ${line.id.slice(0, ID_SHOWN)}`,
          line.label,
          line.fields.length === 0 ? '—' : line.fields.map(fieldText).join('\n'),
          line.shop,
          line.account,
          toSpanText(now - Date.parse(line.parkedAt)),
          line.state,
        ]),
      ),
    ];
  });
};

const ID_SHOWN = 10;

const fieldText = ({ path, tag, value }: LetterField): string =>
  `${path === '' ? tag : path}${value === '' ? '' : `: ${value}`}`;

const grouped = (lines: readonly ListedLetter[]): ReadonlyMap<string, readonly ListedLetter[]> =>
  Map.groupBy(
    lines.toSorted((a, b) => (a.parkedAt < b.parkedAt ? 1 : a.parkedAt > b.parkedAt ? -1 : 0)),
    errorName,
  );

/** What the reason means, from the catalogue: the list does not hold CO3's own words. */
const meaningOf = ({ code, name }: LetterLine): string => {
  if (code !== null && isKnownCode(code)) return CO3_CODES[code].text;
  const problems: Readonly<Record<string, OwnProblem>> = OWN_PROBLEMS;
  return Object.hasOwn(problems, name) ? (problems[name]?.means ?? '') : '';
};
