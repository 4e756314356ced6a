import { mkdir, readdir, rm } from 'node:fs/promises';
import { isAlive } from './is-alive.ts';

/** A folder for the files of this run, relative to the root; those of runs that are over go. */
export const makeRunFolder = async (root: string): Promise<string> => {
  const folder = `.local/run-${process.pid}`;
  await mkdir(`${root}/${folder}`, { recursive: true });
  for (const name of await readdir(`${root}/.local`))
    if (name.startsWith('run-') && !isAlive(Number(name.slice('run-'.length))))
      await removeRunFolder(root, `.local/${name}`);
  return folder;
};

export const removeRunFolder = (root: string, folder: string): Promise<void> =>
  rm(`${root}/${folder}`, { recursive: true, force: true });
