import type { LetterLine } from '../../dead-letters/letter-line.ts';
import { foldText } from '../../translate/fold.ts';
import { headline } from '../parts/headline.ts';
import { LANGUAGES } from '../texts/texts.ts';

/** Which letters of the list are asked for; empty texts ask for all. */
export interface LetterFilter {
  readonly shop: string;
  readonly mender: string;
  readonly cause: string;
  /** Words that a letter's line has to hold, each of them. */
  readonly words: string;
  /** From 1 on. */
  readonly page: number;
}

export interface FoundLetters {
  /** Those of the page. */
  readonly lines: readonly LetterLine[];
  readonly found: number;
  /** How many are open in all. */
  readonly open: number;
  readonly page: number;
  readonly pages: number;
}

export const LETTERS_A_PAGE = 100;

export const parseFilter = (query: Readonly<Record<string, string>>): LetterFilter => ({
  shop: query['shop'] ?? '',
  mender: query['mender'] ?? '',
  cause: query['cause'] ?? '',
  words: (query['words'] ?? '').slice(0, LONGEST_SEARCH),
  page: Math.max(1, Math.trunc(Number(query['page'] ?? 1)) || 1),
});

/** The address of the list with this filter. */
export const filterAddress = (filter: Partial<LetterFilter>): string => {
  const asked = Object.entries(filter).filter(([name, value]) => value !== '' && !(name === 'page' && value === 1));
  const query = new URLSearchParams(Object.fromEntries(asked.map(([name, value]) => [name, String(value)]))).toString();
  return query === '' ? '/letters' : `/letters?${query}`;
};

export const findLetters = (lines: readonly LetterLine[], filter: LetterFilter): FoundLetters => {
  const words = foldText(filter.words).split(' ');
  const found = lines.filter(
    (line) =>
      isAsked(filter.shop, line.shop) &&
      isAsked(filter.mender, line.fixedBy) &&
      isAsked(filter.cause, line.cause) &&
      holds(line, words),
  );
  const pages = Math.max(1, Math.ceil(found.length / LETTERS_A_PAGE));
  const page = Math.min(filter.page, pages);
  return {
    lines: found.slice((page - 1) * LETTERS_A_PAGE, page * LETTERS_A_PAGE),
    found: found.length,
    open: lines.length,
    page,
    pages,
  };
};

const LONGEST_SEARCH = 200;

const isAsked = (asked: string, value: string): boolean => asked === '' || asked === value;

const holds = (line: LetterLine, words: readonly string[]): boolean => {
  if (words.every((word) => word === '')) return true;
  const { id, label, name, code, shop, places } = line;
  const texts = [
    ...[id, label, name, String(code ?? ''), shop],
    ...places.flatMap(({ path, tag, value }) => [path, tag, value]),
    ...LANGUAGES.map((lang) => headline(line, lang)),
  ];
  const text = foldText(texts.join(' '));
  return words.every((word) => text.includes(word));
};
