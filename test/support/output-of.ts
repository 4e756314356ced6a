import { spawnSync } from 'node:child_process';

/** Runs a module's source, with imports from the root of the project, in a process of its own; answers what it printed, parsed line by line. */
export const jsonLinesOf = (source: string): readonly unknown[] => {
  const node = [process.execPath, '--input-type=module', '--eval', source];
  // One stream for both outputs keeps their order. Nothing of the surroundings may change what is printed.
  const { stdout, status } = spawnSync('/bin/sh', ['-c', 'exec "$0" "$@" 2>&1', ...node], {
    cwd: `${import.meta.dirname}/../..`,
    encoding: 'utf8',
    env: {},
  });
  if (status !== 0) throw new Error(`ended with ${status}: ${stdout}`);
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
};
