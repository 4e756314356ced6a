import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const packageJson: unknown = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8'));

it('is the package’s bin, which may be executed: otherwise `npx bridge` starts the system’s own bridge', () => {
  const { mode } = statSync(`${ROOT}/lib/cli/bridge.mjs`);

  expect(packageJson).toMatchObject({ bin: { bridge: 'lib/cli/bridge.mjs' } });
  expect(mode & 0o111).toBe(0o111);
});

it('writes results to standard output and ends with the exit code', () => {
  const done = spawnSync(process.execPath, ['lib/cli/bridge.mjs', 'decode', '--code', '22', '--json'], {
    cwd: ROOT,
    encoding: 'utf8',
  });

  expect(done.status).toBe(0);
  expect(done.stderr).toBe('');
  expect(JSON.parse(done.stdout)).toMatchObject({ code: 22, name: 'InvalidEmail' });
});

it('writes errors to standard error', () => {
  const done = spawnSync(process.execPath, ['lib/cli/bridge.mjs', 'decode'], { cwd: ROOT, encoding: 'utf8' });

  expect(done.status).toBe(2);
  expect(done.stdout).toBe('');
  expect(done.stderr).toContain('--code');
});

it('says which Node it needs where it was started with one that cannot read TypeScript', () => {
  const args = ['--no-experimental-strip-types', 'lib/cli/bridge.mjs', 'codes'];

  const done = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });

  expect(done.status).toBe(2);
  expect(done.stderr).toContain('needs Node 24');
});
