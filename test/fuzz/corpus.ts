import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** An input that is kept, by the name of its file. */
export interface Kept {
  readonly file: string;
  readonly input: Uint8Array;
}

/** What has once been a finding stays, whatever else reaches the same code. */
export const FOUND = 'found-';

const folderOf = (target: string): string => resolve(import.meta.dirname, 'corpus', target);

/** The kept inputs of a target, in the order of their names. */
export const readCorpus = (target: string): readonly Kept[] => {
  const folder = folderOf(target);
  mkdirSync(folder, { recursive: true });
  return readdirSync(folder)
    .sort()
    .map((file) => ({ file, input: readFileSync(resolve(folder, file)) }));
};

/** Puts these in the place of the kept inputs that were no findings. */
export const writeCorpus = (target: string, inputs: readonly Uint8Array[]): void => {
  const files = new Map(inputs.map((input) => [nameOf(input), input]));
  for (const { file } of readCorpus(target))
    if (!file.startsWith(FOUND) && !files.has(file)) rmSync(resolve(folderOf(target), file));
  for (const [file, input] of files) writeFileSync(resolve(folderOf(target), file), input);
};

/** Keeps a finding; the name of its file. */
export const keepFound = (target: string, kind: string, input: Uint8Array): string => {
  const file = `${FOUND}${kind}-${nameOf(input)}`;
  mkdirSync(folderOf(target), { recursive: true });
  writeFileSync(resolve(folderOf(target), file), input);
  return `test/fuzz/corpus/${target}/${file}`;
};

const nameOf = (input: Uint8Array): string => createHash('sha256').update(input).digest('hex').slice(0, 12);
