import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CO3_CODES } from '../../../../lib/co3/codes.ts';
import { toErrorsPage } from '../../../../lib/co3/errors-page.ts';
import { makeCliBench } from '../../../support/cli-bench.ts';

describe('bridge codes', () => {
  it('lists every code with its name', async () => {
    const { bridge } = makeCliBench(undefined);

    const { code, stdout } = await bridge('codes');

    expect(code).toBe(0);
    const lines = stdout.split('\n').map((line) => line.split(/ {2,}/).slice(0, 2).join(' '));
    expect(lines.slice(1, -1)).toStrictEqual(
      Object.entries(CO3_CODES).map(([number, { name }]) => `${number} ${name}`),
    );
  });

  it('speaks Hungarian where it is asked to', async () => {
    const { bridge } = makeCliBench(undefined);

    const { stdout } = await bridge('codes', '--lang', 'hu');

    expect(stdout).toContain(CO3_CODES[22].title.hu);
    expect(stdout).toContain(CO3_CODES[22].advice.hu);
  });

  it('is whole as JSON', async () => {
    const { bridge } = makeCliBench(undefined);

    const { stdout } = await bridge('codes', '--json');

    expect(JSON.parse(stdout)).toHaveLength(Object.keys(CO3_CODES).length);
  });

  it('writes the page of errors', async () => {
    const { bridge, cwd } = makeCliBench(undefined);

    const { code } = await bridge('codes', '--markdown', 'errors.md');

    expect(code).toBe(0);
    expect(readFileSync(join(cwd, 'errors.md'), 'utf8')).toBe(toErrorsPage());
  });

  it('says so where the page cannot be written', async () => {
    const { bridge } = makeCliBench(undefined);

    const { code, stderr } = await bridge('codes', '--markdown', 'no/folder/errors.md');

    expect(code).toBe(2);
    expect(stderr).toContain('Name a file in a folder that is there');
  });
});
