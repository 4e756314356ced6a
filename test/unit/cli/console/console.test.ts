import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { type CliOptions, makeCliBench } from '../../../support/cli-bench.ts';
import { programmedCo3 } from '../../../support/programmed-co3.ts';
import { makeWorld } from '../../../support/world.ts';

it('bridge console prints an address that opens the desk, and shuts it when it is stopped', async () => {
  let address = '';
  const seen: number[] = [];
  const { bridge } = benchOf({
    whileOpen: async (printed) => {
      address = /http\S+/.exec(printed)?.[0] ?? '';
      seen.push((await fetch(address)).status, (await fetch(address)).status);
    },
  });

  const { code, stdout } = await bridge('console', '--local');

  expect([code, seen]).toStrictEqual([0, [200, 401]]);
  expect(stdout).toMatch(/^The desk is open at\n {2}http:\/\/127\.0\.0\.1:\d+\/enter\?token=[\w-]{43}\n/);
  await expect(fetch(address)).rejects.toThrow('fetch failed');
});

it('bridge console tells a program the address', async () => {
  const { bridge } = benchOf();

  const { stdout } = await bridge('console', '--local', '--json');

  expect(JSON.parse(stdout)).toStrictEqual({ address: expect.stringContaining('/enter?token=') });
});

it.each([
  [{ tty: true }, [], 1],
  [{ tty: true }, ['--no-open'], 0],
  [{ tty: false }, [], 0],
])('bridge console with %j %j opens %i browsers', async (options, argv, count) => {
  const { bridge, browsed } = benchOf(options);

  await bridge('console', '--local', ...argv);

  expect(browsed).toHaveLength(count);
});

it('bridge console says when the port is taken', async () => {
  const { bridge } = benchOf();
  const other = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void other.close());
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' ? String(address?.port) : '';

  const { code, stdout, stderr } = await bridge('console', '--local', '--port', port);

  expect([code, stdout]).toStrictEqual([1, '']);
  expect(stderr).toBe(`Port ${port} is taken. Name another with --port, or leave it out.\n`);
});

it.each([['0'], ['65536'], ['http'], ['-1']])('bridge console takes no port %s', async (port) => {
  const { bridge } = benchOf();

  const { code, stderr } = await bridge('console', '--local', `--port=${port}`);

  expect([code, stderr]).toStrictEqual([2, expect.stringContaining('A port is 1 to 65535.')]);
});

const benchOf = (options: CliOptions = {}) =>
  makeCliBench(makeWorld({ transport: programmedCo3().transport }), options);
