import { readCorrecting } from '../../dead-letters/correct.ts';
import { type CorrectionProgress, correctGroup, nothingCorrected } from '../../dead-letters/correct-group.ts';
import { type CorrectionDraft, draftCorrection } from '../../dead-letters/draft-correction.ts';
import { type LetterGroup, parkedIdsOf } from '../../dead-letters/groups.ts';
import type { LetterRefusal } from '../../dead-letters/letter-refusal.ts';
import type { Change } from '../../dead-letters/order-changes.ts';
import type { Result } from '../../event/result.ts';
import type { Io } from '../io.ts';
import { type Opened, open } from '../open.ts';
import { whereText } from '../options.ts';
import { type Outcome, shown } from '../outcome.ts';
import { type Block, bad, good, text, title } from '../view/block.ts';
import { makeProgress } from '../view/progress.ts';
import { correctionBlocks, laterBlocks } from './correction-blocks.ts';
import { type DlqLangOptions, toPerson } from './dlq-options.ts';
import { findGroup, NONE_PARKED } from './find-group.ts';
import { groupBlocks } from './group-blocks.ts';
import { isMistyped, toFailure } from './parse-changes.ts';
import { toStats } from './stats.ts';
import { toCorrectDeps } from './to-correct-deps.ts';

export type CorrectGroupOptions = DlqLangOptions & {
  readonly cause: string;
  readonly why?: string;
  readonly yes?: boolean;
};

/** Corrects the orders of all letters of a cause alike; without `yes` it only shows which they are and what becomes of one of them. */
export const correctGroupOf = async (
  io: Io,
  changes: readonly Change[],
  options: CorrectGroupOptions,
): Promise<Outcome> => {
  const opened = await open(io, options);
  if (!opened.ok) return opened;
  const found = await findGroup(opened.value.ports.ledger, options.cause);
  if (!found.ok) return found;
  const group = found.value;
  const ids = parkedIdsOf(group);
  const [sample] = ids;
  if (sample === undefined) return NONE_PARKED;
  return options.yes === true
    ? write(io, opened.value, group, ids, sample, changes, options)
    : look(io, opened.value, group, sample, changes, options);
};

const look = async (
  io: Io,
  opened: Opened,
  group: LetterGroup,
  sample: string,
  changes: readonly Change[],
  { lang }: CorrectGroupOptions,
): Promise<Outcome> => {
  const draft = await draftFor(io, opened, sample, changes);
  if (!draft.ok) return toFailure(draft.problem);
  return shown({ ...toStats(group), sample, draft: draft.value, isStored: false }, [
    ...groupBlocks(group, io.now()),
    title(`What becomes of one of them, letter ${sample}`),
    ...correctionBlocks(draft.value, lang),
    text('Nothing is stored. The same with --yes stores it for all of them.'),
  ]);
};

const draftFor = async (
  io: Io,
  opened: Opened,
  id: string,
  changes: readonly Change[],
): Promise<Result<CorrectionDraft, LetterRefusal>> => {
  const correcting = await readCorrecting(toCorrectDeps(opened), id, io.now());
  return correcting.ok ? draftCorrection(correcting.value, changes) : correcting;
};

const write = async (
  io: Io,
  opened: Opened,
  group: LetterGroup,
  ids: readonly string[],
  sample: string,
  changes: readonly Change[],
  { why }: CorrectGroupOptions,
): Promise<Outcome> => {
  const corrector = { by: toPerson(io), why: why ?? '' };
  // Of the first: the lines are the same for all, since they have the shop and its value in common.
  const draft = await draftFor(io, opened, sample, changes);
  if (!draft.ok && isMistyped(draft.problem)) return toFailure(draft.problem);
  const progress = makeProgress(io.stderr, io.now);
  let last = nothingCorrected(ids.length);
  for await (const one of correctGroup(
    toCorrectDeps(opened),
    { cause: group.cause, ids },
    changes,
    corrector,
    io.now,
  )) {
    last = one;
    progress.show('letters looked at', one.corrected + one.refused, one.of);
  }
  progress.end();
  const next = `npx bridge dlq redrive${whereText(opened.where)} --cause ${group.cause} --yes`;
  return shown(
    { cause: group.cause, ...last },
    [...endBlocks(last, next), ...(draft.ok ? laterBlocks(draft.value) : [])],
    last.refused === 0 && last.remaining === 0 ? 0 : 1,
  );
};

const endBlocks = (
  { of, corrected, remaining, refused: not, refusal }: CorrectionProgress,
  next: string,
): readonly Block[] => [
  (not === 0 ? good : bad)(`Corrected: ${corrected} of ${of}; nothing is sent yet.`),
  ...(remaining === 0 ? [] : [bad(`${remaining} of them have something else in their way.`)]),
  ...(refusal === null ? [] : [text(`${not} were not corrected. The last of them: ${refusal}`)]),
  ...(corrected === 0 ? [] : [text(`To send them, in steps that stop by themselves:\n  ${next}`)]),
];
