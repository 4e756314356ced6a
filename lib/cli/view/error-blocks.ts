import { errorName, wordsOf } from '../../co3/error-words.ts';
import { menderText } from '../../co3/mender.ts';
import type { LetterError } from '../../dead-letters/letter.ts';
import { type Block, type Fact, facts, table } from './block.ts';

export const LANGUAGES = ['en', 'hu'] as const;
export type Language = (typeof LANGUAGES)[number];

type ShownError = Pick<LetterError, 'code' | 'name' | 'fixedBy' | 'text' | 'fields' | 'advice' | 'docs'>;

/** An error with what a person needs to mend it: the fields, the values allowed, the advice. */
export const errorBlocks = (error: ShownError, lang: Language): readonly Block[] => [
  facts(
    ['error', `${errorName(error)}: ${wordsOf(error).title[lang]}`],
    ...meaningFacts(error, lang),
    [error.code === null ? 'what is wrong' : 'CO3 says', error.text === '' ? '(nothing)' : error.text],
    ['who mends it', menderText(error.fixedBy)],
    ['what to do', error.advice[lang]],
    ['more', error.docs],
  ),
  ...(error.fields.length === 0
    ? []
    : [
        table(
          ['  field', 'CO3’s tag', 'value', 'allowed'],
          error.fields.map(({ path, tag, value, allowed }) => [
            `  ${path === '' ? '—' : path}`,
            tag === '' ? '—' : tag,
            value === '' ? '—' : value,
            allowed.length === 0 ? '—' : allowed.join(', '),
          ]),
        ),
      ]),
];

const meaningFacts = (error: ShownError, lang: Language): readonly Fact[] => {
  const { means } = wordsOf(error);
  return means === null ? [] : [['meaning', means[lang]]];
};
