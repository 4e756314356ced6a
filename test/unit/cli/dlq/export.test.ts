import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CliOptions, makeCliBench } from '../../../support/cli-bench.ts';
import { aLetterRecord } from '../../../support/ledger-records.ts';
import { programmedCo3 } from '../../../support/programmed-co3.ts';
import { makeWorld, type World } from '../../../support/world.ts';

const aWorld = (): World => makeWorld({ transport: programmedCo3().transport });
const cli = (world: World, options: CliOptions = {}) => makeCliBench(world, options);
const parse = (lines: string): readonly unknown[] =>
  lines
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));

describe('bridge dlq export', () => {
  it.each([[[]], [['--json']]])('prints each open letter on a line of its own (%j)', async (options) => {
    const world = await worldWith(3);

    const { code, stdout, stderr } = await cli(world).bridge('dlq', 'export', ...options);

    expect([code, stderr]).toStrictEqual([0, '']);
    expect(parse(stdout)).toStrictEqual(lettersOf(world).toReversed());
  });

  it('leaves out what is answered, also since the list was read', async () => {
    const world = await worldWith(1);
    await world.ledger.write(aLetterRecord({}, { id: 'answered', state: 'closing' }));
    await world.ledger.write(aLetterRecord({}, { id: 'closed', state: 'closed' }));
    const line = (await world.ledger.letters()).find(({ id }) => id === 'letter-0000');
    if (line === undefined) throw new Error('a letter is open');
    const late = { ...world.deps.ledger, letters: async () => [{ ...line, id: 'closed' }, line] };

    const { stdout } = await cli({ ...world, deps: { ...world.deps, ledger: late } }).bridge('dlq', 'export');

    expect(parse(stdout)).toMatchObject([{ id: 'letter-0000' }]);
  });

  it('prints nothing where none is open', async () => {
    expect(await cli(aWorld()).bridge('dlq', 'export')).toStrictEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('writes them to a file that only its owner reads', async () => {
    const world = await worldWith(25);
    const { bridge, cwd } = cli(world);

    const words = await bridge('dlq', 'export', '--file', 'letters.jsonl');
    const json = await bridge('dlq', 'export', '--file', 'letters.jsonl', '--json');

    const path = join(cwd, 'letters.jsonl');
    expect(parse(readFileSync(path, 'utf8'))).toStrictEqual(lettersOf(world).toReversed());
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect([words.code, words.stdout, words.stderr]).toStrictEqual([0, `Written: 25 letters to ${path}\n`, '']);
    expect(JSON.parse(json.stdout)).toStrictEqual({ letters: 25, file: path });
  });

  it('ends with 2 where the file cannot be written, and says what to do', async () => {
    const { code, stderr } = await cli(aWorld()).bridge('dlq', 'export', '--file', 'nowhere/letters.jsonl');

    expect([code, stderr]).toStrictEqual([2, expect.stringContaining('Name a file in a folder that is there')]);
  });

  it('tells on a terminal how far it is, but not between the letters', async () => {
    const world = await worldWith(25);
    const { bridge } = cli(world, { tty: true, columns: 80 });

    const toFile = await bridge('dlq', 'export', '--file', 'letters.jsonl');
    const toTerminal = await bridge('dlq', 'export');

    expect(toFile.stderr).toContain('20 of 25 letters read');
    expect(toTerminal.stderr).toBe('');
  });

  it('writes nothing that acts on a terminal, and still the very same texts', async () => {
    const world = aWorld();
    const text = 'Invalid \u009b31m\u202eevil\u2028line\u001b[2J';
    const { error } = aLetterRecord().letter;
    await world.ledger.write(aLetterRecord({}, { error: { ...error, text } }));

    const { stdout } = await cli(world).bridge('dlq', 'export');

    expect(stdout.trimEnd()).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}]/u);
    expect(parse(stdout)).toMatchObject([{ error: { text } }]);
  });
});

const lettersOf = (world: World) => world.ledger.all('letter').map(({ letter }) => letter);

/** A world with so many open letters, the last one the newest. */
const worldWith = async (count: number): Promise<World> => {
  const world = aWorld();
  for (let n = 0; n < count; n += 1) {
    const parkedAt = new Date(Date.parse('2026-12-02T10:00:00Z') + n * 1_000).toISOString() as never;
    await world.ledger.write(aLetterRecord({}, { id: `letter-${String(n).padStart(4, '0')}`, parkedAt }));
  }
  return world;
};
