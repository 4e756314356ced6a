import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';

it('tells of faulty settings before anything is started, without a stack trace', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'shops-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'shops.yml');
  writeFileSync(path, 'accounts: {}\nshops: []\n');

  const ended = promisify(execFile)(process.execPath, ['infra/local/start.ts'], {
    env: { ...process.env, SHOPS_FILE: path },
  });

  await expect(ended).rejects.toMatchObject({
    code: 2,
    stdout: '',
    stderr: `${path} is faulty. Mend it and try again:\n✖ shops by names of your own\n  → at shops\n`,
  });
});
