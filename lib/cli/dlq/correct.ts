import { correctLetter, readCorrecting } from '../../dead-letters/correct.ts';
import { type CorrectionDraft, draftCorrection } from '../../dead-letters/draft-correction.ts';
import type { Change } from '../../dead-letters/order-changes.ts';
import { redriveAndRing } from '../../dead-letters/redrive-and-ring.ts';
import type { Io } from '../io.ts';
import { type Opened, open } from '../open.ts';
import { whereText } from '../options.ts';
import { misused, type Outcome, refused, shown } from '../outcome.ts';
import { bad, good, text, title } from '../view/block.ts';
import { correctGroupOf } from './correct-group.ts';
import { correctionBlocks } from './correction-blocks.ts';
import { type DlqLangOptions, toPerson } from './dlq-options.ts';
import { findLetter } from './find-letter.ts';
import { parseChanges, toFailure } from './parse-changes.ts';
import { toCorrectDeps } from './to-correct-deps.ts';

export type CorrectOptions = DlqLangOptions & {
  readonly cause?: string;
  readonly why?: string;
  readonly dryRun?: boolean;
  readonly redrive?: boolean;
  readonly yes?: boolean;
};

/** `named` is the letter's id and the changes; with `--cause` the changes alone. */
export const correct = async (io: Io, named: readonly string[], options: CorrectOptions): Promise<Outcome> => {
  const { cause } = options;
  const changes = parseChanges(cause === undefined ? named.slice(1) : named);
  if (!changes.ok) return changes;
  if (cause !== undefined) {
    if (options.redrive === true) return misused(REDRIVE_AFTERWARDS);
    return correctGroupOf(io, changes.value, {
      ...options,
      cause,
      yes: options.yes === true && options.dryRun !== true,
    });
  }
  return correctOne(io, named[0] ?? '', changes.value, options);
};

const REDRIVE_AFTERWARDS = 'Many letters are redriven in steps once they are corrected: leave out --redrive here.';

const correctOne = async (
  io: Io,
  id: string,
  changes: readonly Change[],
  options: CorrectOptions,
): Promise<Outcome> => {
  const opened = await open(io, options);
  if (!opened.ok) return opened;
  const found = await findLetter(opened.value.ports.ledger, id);
  if (!found.ok) return found;
  const letter = found.value.key;
  return options.dryRun === true
    ? look(io, opened.value, letter, changes, options)
    : write(io, opened.value, letter, changes, options);
};

const look = async (
  io: Io,
  opened: Opened,
  letter: string,
  changes: readonly Change[],
  { lang }: CorrectOptions,
): Promise<Outcome> => {
  const correcting = await readCorrecting(toCorrectDeps(opened), letter, io.now());
  if (!correcting.ok) return toFailure(correcting.problem);
  const draft = draftCorrection(correcting.value, changes);
  if (!draft.ok) return toFailure(draft.problem);
  const { order } = correcting.value;
  return shown(
    { letter, order: order.key, ...draft.value, isStored: false, isRedriven: false },
    [
      title(`Letter ${letter}, order ${order.number}: a look at a correction`),
      ...correctionBlocks(draft.value, lang),
      text('Nothing is stored. Without --dry-run it is.'),
    ],
    codeOf(draft.value),
  );
};

const write = async (
  io: Io,
  opened: Opened,
  letter: string,
  changes: readonly Change[],
  { lang, why, redrive }: CorrectOptions,
): Promise<Outcome> => {
  const by = toPerson(io);
  const { ports, where } = opened;
  const corrected = await correctLetter(toCorrectDeps(opened), letter, changes, { by, why: why ?? '' }, io.now());
  if (!corrected.ok) return toFailure(corrected.problem);
  const { order, draft } = corrected.value;
  const next = `npx bridge dlq redrive ${letter}${whereText(where)}`;
  const blocks = [title(`Letter ${letter}, order ${order.number}: corrected`), ...correctionBlocks(draft, lang)];
  const json = { letter, order: order.key, ...draft, isStored: true };
  if (redrive !== true || draft.remains !== null) {
    const hint =
      draft.remains === null
        ? good(`Stored; nothing is sent yet. To send it:\n  ${next}`)
        : bad(`Stored; it is not tried again as long as something is in its way. Mend that, then:\n  ${next}`);
    return shown({ ...json, isRedriven: false }, [...blocks, hint], codeOf(draft));
  }
  const redriven = await redriveAndRing(ports, letter, by, io.now());
  if (!redriven.ok)
    return refused(`The correction is stored, and the letter was not redriven: ${redriven.problem.text}`);
  const done = good(`Stored and redriven: order ${order.number} is tried again as soon as its turn comes.`);
  return shown({ ...json, isRedriven: true }, [...blocks, done]);
};

const codeOf = ({ remains }: CorrectionDraft): 0 | 1 => (remains === null ? 0 : 1);
