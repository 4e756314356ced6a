import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ok, type Result } from '../event/result.ts';
import type { Io } from './io.ts';
import { type Failure, misused } from './outcome.ts';

/** The bytes of a file, or of standard input for `-`. */
export const readInput = async (io: Pick<Io, 'cwd' | 'stdin'>, file: string): Promise<Result<Uint8Array, Failure>> => {
  if (file === '-') return ok(await io.stdin());
  try {
    return ok(await readFile(resolve(io.cwd, file)));
  } catch {
    return misused(`The file ${file} cannot be read. Give the path of one that can, or \`-\` for standard input.`);
  }
};
