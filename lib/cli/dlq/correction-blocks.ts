import {
  type CallDifference,
  callsDifference,
  changedParts,
  type DifferenceLine,
} from '../../dead-letters/calls-difference.ts';
import type { CorrectionDraft } from '../../dead-letters/draft-correction.ts';
import { type Block, bad, code, table, text, title } from '../view/block.ts';
import { errorBlocks, type Language } from '../view/error-blocks.ts';

/** What a correction changes: at its places, in the calls, and what is still in its way. */
export const correctionBlocks = (draft: CorrectionDraft, lang: Language): readonly Block[] => [
  table(
    ['  place', 'stands there', 'becomes'],
    draft.changes.map(({ path, old, new: value }) => [`  ${path}`, orNothing(old), orNothing(value)]),
  ),
  ...differenceBlocks(draft),
  ...remainsBlocks(draft, lang),
  ...laterBlocks(draft),
];

/** The lines of settings by which later orders need no correction; nothing where no setting can do that. */
export const laterBlocks = ({ changes }: CorrectionDraft): readonly Block[] =>
  changes.flatMap(({ lines }) =>
    lines === null
      ? []
      : [text('To make the same hold for later orders, put this into infra/shops.yml and deploy:'), code(lines)],
  );

const differenceBlocks = ({ before, after }: CorrectionDraft): readonly Block[] => {
  const differences = callsDifference(before, after);
  if (after === null) return [];
  if (differences.length === 0) return [text('The calls to CO3 stay as they are.')];
  return differences.flatMap((one) => [
    title(
      before === null ? `${one.method}, which could not be made before` : `${one.method}, before (-) and after (+)`,
    ),
    code(toText(one)),
  ]);
};

const toText = ({ lines }: CallDifference): string =>
  changedParts(lines)
    .map((line) => (line === null ? '  …' : `${SIGNS[line.kind]} ${line.text}`))
    .join('\n');

const SIGNS = { same: ' ', old: '-', new: '+' } as const satisfies Record<DifferenceLine['kind'], string>;

const remainsBlocks = ({ remains, after }: CorrectionDraft, lang: Language): readonly Block[] => {
  if (remains !== null) return [bad('Something else is still in its way:'), ...errorBlocks(remains, lang)];
  return (after?.predictions ?? []).flatMap(({ error }) => [
    bad('CO3 is likely to refuse it all the same:'),
    ...errorBlocks(error, lang),
  ]);
};

const orNothing = (value: string): string => (value === '' ? '—' : value);
