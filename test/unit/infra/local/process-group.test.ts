import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { isAlive } from '../../../../infra/local/is-alive.ts';
import { endGroup } from '../../../../infra/local/process-group.ts';

it.each([
  ['ends with SIGTERM', ''],
  ['does not hear SIGTERM', "process.on('SIGTERM', () => {});"],
])('leaves nothing of a group whose process %s', async (_name, deafness) => {
  const child = spawn(process.execPath, ['-e', `${deafness} setInterval(() => {}, 1000); console.log('up');`], {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const pid = child.pid ?? Number.NaN;
  await once(child.stdout, 'data');

  await endGroup(pid, 300);

  expect(isAlive(pid)).toBe(false);
});

it('is done at once where there is no such group', async () => {
  await expect(endGroup(4_194_305, 300)).resolves.toBeUndefined();
});
