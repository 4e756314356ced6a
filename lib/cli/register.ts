import type { Command } from 'commander';
import type { Io } from './io.ts';
import type { Outcome } from './outcome.ts';

/** Lets a command of the program end in an outcome, which `run` prints. */
export type Use = (
  work: (io: Io) => Promise<Outcome>,
  /** The option --json. */
  options: { readonly json?: boolean },
) => Promise<void>;

/** Adds a command to the program. */
export type Register = (program: Command, use: Use) => void;

export const withExample = (command: Command, ...lines: readonly string[]): Command =>
  command
    .option('--json', 'print JSON')
    .addHelpText('after', `\nExample:\n${lines.map((line) => `  npx bridge ${line}`).join('\n')}`);
