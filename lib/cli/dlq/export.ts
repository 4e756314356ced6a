import { resolve } from 'node:path';
import { openLetters, openLines } from '../../dead-letters/open-letters.ts';
import type { Ledger } from '../../deliver/ports.ts';
import { toSafeJsonLine } from '../../event/plain-text.ts';
import type { Io } from '../io.ts';
import { open } from '../open.ts';
import { openForOwner } from '../open-for-owner.ts';
import { misused, type Outcome, shown } from '../outcome.ts';
import { good } from '../view/block.ts';
import { makeProgress } from '../view/progress.ts';
import type { DlqOptions } from './dlq-options.ts';

export type ExportOptions = DlqOptions & { readonly file?: string };

/** Writes the open letters as JSON Lines, each as `dlq show --json` has it. */
export const exportLetters = async (io: Io, options: ExportOptions): Promise<Outcome> => {
  const opened = await open(io, options);
  if (!opened.ok) return opened;
  const { ledger } = opened.value.ports;
  if (options.file !== undefined) return toFile(io, ledger, resolve(io.cwd, options.file));
  await writeAll(io, ledger, !io.stdout.isTTY, async (lines) => io.stdout.write(lines));
  return shown(null, []);
};

const toFile = async (io: Io, ledger: Ledger, path: string): Promise<Outcome> => {
  const file = await openForOwner(path);
  if (file === undefined) return misused(`${path} cannot be written. Name a file in a folder that is there.`);
  try {
    const letters = await writeAll(io, ledger, true, async (lines) => void (await file.write(lines)));
    return shown({ letters, file: path }, [
      good(`Written: ${letters === 1 ? '1 letter' : `${letters} letters`} to ${path}`),
    ]);
  } finally {
    await file.close();
  }
};

/** Answers how many letters were written. */
const writeAll = async (
  io: Io,
  ledger: Ledger,
  isWatched: boolean,
  write: (lines: string) => Promise<void>,
): Promise<number> => {
  const lines = await openLines(ledger);
  const progress = makeProgress(io.stderr, io.now);
  let written = 0;
  for await (const { records, read } of openLetters(ledger, lines)) {
    await write(records.map(({ letter }) => `${toSafeJsonLine(letter)}\n`).join(''));
    written += records.length;
    // Where the letters themselves come on the terminal, the line would stand between them.
    if (isWatched) progress.show('letters read', read, lines.length);
  }
  if (isWatched) progress.end();
  return written;
};
