import { mkdir, mkdtemp, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { mirrorService } from '../../../../infra/local/mirror-service.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'bridge-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

it('copies the service below itself and shares what is installed', async () => {
  await mkdir(`${root}/functions`);
  await mkdir(`${root}/.git`);
  await mkdir(`${root}/node_modules`);
  await writeFile(`${root}/serverless.yml`, 'service: x\n');
  await writeFile(`${root}/functions/receive.ts`, 'export {};\n');

  await mkdir(`${root}/.local`);
  await mirrorService(root, `${root}/.local/service`);

  const copy = `${root}/.local/service`;
  expect(await readFile(`${copy}/serverless.yml`, 'utf8')).toBe('service: x\n');
  expect(await readFile(`${copy}/functions/receive.ts`, 'utf8')).toBe('export {};\n');
  expect(await readlink(`${copy}/node_modules`)).toBe(`${root}/node_modules`);
  await expect(readFile(`${copy}/.git`)).rejects.toThrow('ENOENT');
});
