import { describe, expect, it } from 'vitest';
import { type CliOptions, makeCliBench } from '../../support/cli-bench.ts';

const COMMANDS = [
  ['audit'],
  ['preview'],
  ['decode'],
  ['codes'],
  ['send'],
  ['order'],
  ['ledger', 'rebuild'],
  ['contacts', 'import'],
  ['lane', 'list'],
  ['lane', 'hold'],
  ['lane', 'resume'],
  ['dlq', 'list'],
  ['dlq', 'show'],
  ['dlq', 'redrive'],
  ['console'],
];

describe('bridge', () => {
  it.each(COMMANDS)('%s %s helps with an example and knows --json', async (...words) => {
    const { bridge } = makeCliBench(undefined);

    const { code, stdout } = await bridge(...words, '--help');

    expect(code).toBe(0);
    expect(stdout).toContain(`Example:\n  npx bridge ${words.join(' ')}`);
    expect(stdout).toContain('--json');
  });

  it('lists its commands and exit codes', async () => {
    const { bridge } = makeCliBench(undefined);

    const { code, stdout } = await bridge('--help');

    expect(code).toBe(0);
    for (const [name = '-'] of COMMANDS) expect(stdout).toContain(`\n  ${name}`);
    expect(stdout).toContain('Exit code: 0 done, 1 nothing to do or refused, 2 wrong use.');
  });

  it.each([
    [[]],
    [['nonsense']],
    [['dlq']],
    [['contacts']],
    [['contacts', 'import']],
    [['codes', '--nonsense']],
    [['order', 'acme-shop']],
    [['codes', '--lang', 'de']],
  ])('is wrong use as %j, which it says on standard error with what to do', async (argv) => {
    const { bridge } = makeCliBench(undefined);

    const { code, stdout, stderr } = await bridge(...argv);

    expect([code, stdout]).toStrictEqual([2, '']);
    expect(stderr).toContain('help');
  });

  it('says what an exception means instead of showing where it was thrown', async () => {
    const { bridge } = makeCliBench(undefined, { place: broken('connect ECONNREFUSED 127.0.0.1:8000') });

    const { code, stdout, stderr } = await bridge('lane', 'list', '--local');

    expect([code, stdout]).toStrictEqual([1, '']);
    expect(stderr).toBe(
      'Error: connect ECONNREFUSED 127.0.0.1:8000\nNothing answers there. With --local: start the stack with `npm start`. On AWS: look at the address and the network.\n',
    );
  });

  it('takes escape sequences out of its errors', async () => {
    const { bridge } = makeCliBench(undefined, { place: broken('\u001b[2Jgone') });

    const { stderr } = await bridge('lane', 'list');

    expect(stderr).toContain('gone');
    expect(stderr).not.toContain('\u001b');
  });

  it('makes colours and wraps for a terminal alone', async () => {
    const terminal = await makeCliBench(undefined, { tty: true, columns: 80 }).bridge('codes');
    const pipe = await makeCliBench(undefined).bridge('codes');

    expect(terminal.stdout).toContain('\u001b[1m');
    expect(pipe.stdout).not.toContain('\u001b');
    expect(Math.max(...pipe.stdout.split('\n').map((line) => line.length))).toBeGreaterThan(80);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours take no room.
    const lines = terminal.stdout.replaceAll(/\u001b\[\d+m/g, '').split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
  });
});

const broken =
  (message: string): NonNullable<CliOptions['place']> =>
  async () => {
    throw new Error(message);
  };
