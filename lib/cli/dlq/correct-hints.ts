import { readCorrecting } from '../../dead-letters/correct.ts';
import { type CorrectablePlace, correctablePlaces } from '../../dead-letters/correctable-places.ts';
import type { Letter } from '../../dead-letters/letter.ts';
import type { Opened } from '../open.ts';
import { whereText } from '../options.ts';
import { type Block, table, text, title } from '../view/block.ts';
import type { Language } from '../view/error-blocks.ts';
import { toCorrectDeps } from './to-correct-deps.ts';

/** How the places that a letter points at are corrected; nothing where it points at none that can be. */
export const correctHints = async (
  opened: Opened,
  { id }: Letter,
  lang: Language,
  now: number,
): Promise<readonly Block[]> => {
  const correcting = await readCorrecting(toCorrectDeps(opened), id, now);
  return correcting.ok ? placesBlocks(correctablePlaces(correcting.value), id, whereText(opened.where), lang) : [];
};

const placesBlocks = (
  places: readonly CorrectablePlace[],
  id: string,
  options: string,
  lang: Language,
): readonly Block[] => {
  const pointed = places.filter(({ isPointedAt }) => isPointedAt);
  const [first] = pointed;
  if (first === undefined) return [];
  return [
    title('To correct it here'),
    table(
      ['  place', 'what it is', 'stands there', 'allowed'],
      pointed.map(({ path, label, value, means, rule, allowed }) => [
        `  ${path}`,
        label[lang],
        standsText(value, means),
        allowed.length === 0 ? rule[lang] : allowed.join(', '),
      ]),
    ),
    text(
      `See what would change with --dry-run, or correct it and let the order be tried again:\n  npx bridge dlq correct ${id}${options} ${first.path}=VALUE --redrive`,
    ),
  ];
};

const standsText = (value: string, means: string): string => {
  if (value === means) return value === '' ? '—' : value;
  return means === '' ? value : `${value} (${means})`;
};
