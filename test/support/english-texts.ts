import { readdirSync } from 'node:fs';
import { CO3_CODES } from '../../lib/co3/codes.ts';
import { OWN_PROBLEMS } from '../../lib/co3/own-problems.ts';

/** Every text that the desk has in English and otherwise in Hungarian; where a value goes into it, the pieces around. */
export const englishTexts = async (): Promise<readonly string[]> => {
  const folder = new URL('../../lib/console/texts/', import.meta.url);
  const modules: readonly unknown[] = await Promise.all(
    readdirSync(folder).map((name) => import(new URL(name, folder).href)),
  );
  const both = [...modules, CO3_CODES, OWN_PROBLEMS].flatMap(bilingual);
  const hungarian = new Set(both.flatMap(({ hu }) => piecesOf(hu)));
  return [...new Set(both.flatMap(({ en }) => piecesOf(en)))].filter((text) => !hungarian.has(text));
};

interface Bilingual {
  readonly en: unknown;
  readonly hu: unknown;
}

const bilingual = (value: unknown): readonly Bilingual[] => {
  if (typeof value !== 'object' || value === null) return [];
  return 'en' in value && 'hu' in value ? [{ en: value.en, hu: value.hu }] : Object.values(value).flatMap(bilingual);
};

// Stands for whatever is put into a text, and is in none.
const VALUE = '¤';

const piecesOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string')
    return value
      .split(/[¤`]/)
      .map((piece) => piece.trim())
      .filter(isTelling);
  if (typeof value === 'function') return piecesOf(Reflect.apply(value, undefined, Array(value.length).fill(VALUE)));
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(piecesOf) : [];
};

// «of» and «by» may stand in any text.
const isTelling = (piece: string): boolean => piece.length >= 4;
