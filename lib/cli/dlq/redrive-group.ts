import { type LetterGroup, parkedIdsOf } from '../../dead-letters/groups.ts';
import { nothingYet, redriveInSteps, type StepsProgress, type Stopped } from '../../dead-letters/redrive-in-steps.ts';
import type { Io } from '../io.ts';
import { type Opened, open } from '../open.ts';
import { whereText } from '../options.ts';
import { type Outcome, shown } from '../outcome.ts';
import { type Block, bad, good, text } from '../view/block.ts';
import { makeProgress } from '../view/progress.ts';
import { type DlqOptions, toPerson } from './dlq-options.ts';
import { findGroup, NONE_PARKED } from './find-group.ts';
import { groupBlocks } from './group-blocks.ts';
import { toStats } from './stats.ts';

export type RedriveGroupOptions = DlqOptions & { readonly cause: string; readonly yes?: boolean };

/** Redrives all letters of a cause in steps; without `yes` it only shows which they are. */
export const redriveGroup = async (io: Io, options: RedriveGroupOptions): Promise<Outcome> => {
  const opened = await open(io, options);
  if (!opened.ok) return opened;
  const found = await findGroup(opened.value.ports.ledger, options.cause);
  if (!found.ok) return found;
  const group = found.value;
  const command = `npx bridge dlq redrive${whereText(opened.value.where)} --cause ${group.cause} --yes`;
  if (options.yes === true) return redriveAll(io, opened.value, group, command);
  return shown(toStats(group), [
    ...groupBlocks(group, io.now()),
    text(`Nothing is done yet. To try them again in steps of 1, 2, 5, 20 and so on:\n  ${command}`),
  ]);
};

const redriveAll = async (io: Io, { ports }: Opened, group: LetterGroup, command: string): Promise<Outcome> => {
  const ids = parkedIdsOf(group);
  if (ids.length === 0) return NONE_PARKED;
  const progress = makeProgress(io.stderr, io.now);
  let last = nothingYet(ids.length);
  for await (const one of redriveInSteps(ports, { cause: group.cause, ids }, toPerson(io))) {
    last = one;
    progress.show('letters answered or back', one.done + one.refused, one.of);
  }
  progress.end();
  const { step: _, ...told } = last;
  const isGood = last.stopped === null && last.refused === 0;
  return shown({ cause: group.cause, ...told }, endBlocks(last, command), isGood ? 0 : 1);
};

const endBlocks = (last: StepsProgress, command: string): readonly Block[] => {
  const { of, done, refused: back, pending, refusal, stopped } = last;
  const counts = `${done} of ${of} are answered, ${back} are back or were not let go, ${pending} are being tried, ${of - done - back - pending} were not tried.`;
  const rest = `Once it is mended, the same goes on with what is parked:\n  ${command}`;
  if (stopped === null)
    return [
      back === 0 ? good(`Redriven: all ${of} are answered.`) : bad(counts),
      ...(refusal === null ? [] : [text(`The last that was not let go: ${refusal}`)]),
    ];
  return [bad(`Stopped: letter ${stopped.letter} ${STOPPED[stopped.why]}`), text(counts), text(rest)];
};

const STOPPED = {
  'same-cause': 'is open for the same reason once more.',
  'no-answer': 'is still being tried. `npx bridge lane list` shows whether its lane is held.',
} as const satisfies Record<Stopped['why'], string>;
