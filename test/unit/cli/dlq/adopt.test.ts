import { expect, it } from 'vitest';
import { makeCliBench } from '../../../support/cli-bench.ts';
import { programmedCo3 } from '../../../support/programmed-co3.ts';
import { parkUnknown } from '../../../support/undecided.ts';
import { makeWorld } from '../../../support/world.ts';

it('bridge dlq adopt asks for the number, and rings', async () => {
  const { bridge, id, world } = await benchOf();

  const { code, stdout } = await bridge('dlq', 'adopt', id.slice(0, 5), '--as', ' 2026/00042 ', '--local');

  expect(code).toBe(0);
  expect(stdout).toContain('Asked: 2026/00042 is looked up in CO3 as soon as the turn of order #1001 comes.');
  expect(stdout).toContain('  npx bridge dlq show letter-1 --local\n');
  expect(world.events.bodies()).toStrictEqual(['{"kind":"bell","account":"acme"}']);
  expect(world.order().steps[0]?.look?.adopt).toStrictEqual({ as: '2026/00042', by: 'erika' });
});

it('bridge dlq adopt tells a program what it did', async () => {
  const { bridge, id, world } = await benchOf();

  const { stdout } = await bridge('dlq', 'adopt', id, '--as', '2026/00042', '--json');

  expect(JSON.parse(stdout)).toStrictEqual({
    letter: 'letter-1',
    order: world.order().key,
    status: 'due',
    as: '2026/00042',
  });
});

it('bridge dlq adopt that is refused says why, and rings for nobody', async () => {
  const { bridge, id, world } = await benchOf();

  const { code, stderr } = await bridge('dlq', 'adopt', id, '--as', 'x'.repeat(65));

  expect([code, stderr]).toStrictEqual([1, expect.stringContaining('1 to 64 characters')]);
  expect(world.events.bodies()).toStrictEqual([]);
});

it('bridge dlq adopt asks for a number', async () => {
  const { bridge, id } = await benchOf();

  const { code, stderr } = await bridge('dlq', 'adopt', id);

  expect([code, stderr]).toStrictEqual([2, expect.stringContaining('--as <number>')]);
});

const benchOf = async () => {
  const world = makeWorld({ transport: programmedCo3().transport });
  const id = await parkUnknown(world);
  return { world, id, ...makeCliBench(world, { env: { USER: 'erika' } }) };
};
