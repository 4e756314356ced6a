import { type LetterGroup, toGroups } from '../../dead-letters/groups.ts';
import { openLines } from '../../dead-letters/open-letters.ts';
import type { Io } from '../io.ts';
import { open } from '../open.ts';
import { type Outcome, shown } from '../outcome.ts';
import type { DlqOptions } from './dlq-options.ts';
import { statsBlocks } from './stats-blocks.ts';

/** The open letters of one cause, counted. */
export type LetterStats = Omit<LetterGroup, 'lines'>;

export const toStats = ({ lines: _, ...counted }: LetterGroup): LetterStats => counted;

export const stats = async (io: Io, options: DlqOptions): Promise<Outcome> => {
  const opened = await open(io, options);
  if (!opened.ok) return opened;
  const all = toGroups(await openLines(opened.value.ports.ledger))
    .map(toStats)
    .toSorted((a, b) => b.count - a.count);
  return shown(all, statsBlocks(all, io.now()));
};
