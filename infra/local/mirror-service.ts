import { cp, readdir, symlink } from 'node:fs/promises';

/**
 * A copy of the service at the path, where packaging disturbs nobody: it empties the folder `.serverless` of the service,
 * whoever else is packaging meanwhile.
 */
export const mirrorService = async (root: string, path: string): Promise<void> => {
  for (const name of await readdir(root)) {
    if (LEFT_OUT.has(name)) continue;
    await cp(`${root}/${name}`, `${path}/${name}`, { recursive: true });
  }
  await symlink(`${root}/node_modules`, `${path}/node_modules`);
};

const LEFT_OUT = new Set([
  '.esbuild',
  '.git',
  '.local',
  '.serverless',
  '.settings',
  'coverage',
  'docs',
  'node_modules',
  'test',
]);
