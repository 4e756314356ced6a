import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeRunFolder, removeRunFolder } from '../../../../infra/local/run-folder.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'bridge-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

it('makes a folder for this run and takes away those of runs that are over', async () => {
  await mkdir(`${root}/.local/run-4194305`, { recursive: true });
  await mkdir(`${root}/.local/run-${process.ppid}`);
  await mkdir(`${root}/.local/other`);

  const folder = await makeRunFolder(root);

  expect(folder).toBe(`.local/run-${process.pid}`);
  expect((await readdir(`${root}/.local`)).sort()).toStrictEqual(
    ['other', `run-${process.pid}`, `run-${process.ppid}`].sort(),
  );
});

it('takes its folder away with all that is in it', async () => {
  const folder = await makeRunFolder(root);
  await mkdir(`${root}/${folder}/build`);

  await removeRunFolder(root, folder);

  expect(await readdir(`${root}/.local`)).toStrictEqual([]);
});
