import { expect, it, onTestFinished } from 'vitest';
import { parseTree } from '../../../lib/settings/parse-tree.ts';

it('reads what a text says', () => {
  const tree = parseTree('# yaml-language-server: $schema=shops.schema.json\na: { b: "1" }\nc: [x, 2]\n');

  expect(tree).toStrictEqual({ ok: true, value: { a: { b: '1' }, c: ['x', 2] } });
});

it.each([
  ['a: 1\nb: [hunter2\n', /^line 3, column 1: Flow sequence/],
  ['a: 1\na: hunter2\n', /^line 2, column 1: Map keys must be unique$/],
  ['a:\n  - hunter2\n b: 1\n', /^line 3, column 1: /],
  ['a: 1\n%hunter2\n', /^line 2, column 1: /],
  ['a: [1] hunter2\n', /^line 1, column 8: /],
  ['a: 1\n]hunter2\n', /^line 2, column 1: /],
  ['a: @hunter2\n', /^line 1, column 4: /],
  ['a: "hunter2\n', /^line 2, column 1: Missing closing "quote$/],
])('names the line of a fault, and not what stands there: %j', (yaml, fault) => {
  const tree = parseTree(yaml);

  const faults = tree.ok ? [] : tree.problem;
  expect(faults[0]).toStrictEqual({ path: [], message: expect.stringMatching(fault) });
  expect(JSON.stringify(faults)).not.toContain('hunter2');
});

it('refuses an alias of nothing', () => {
  const tree = parseTree('a: *hunter2\n');

  const faults = tree.ok ? [] : tree.problem;
  expect(faults).toHaveLength(1);
});

it('lets nothing be said past it of what stands there', async () => {
  const said: string[] = [];
  const listen = ({ message }: Error): void => void said.push(message);
  process.on('warning', listen);
  onTestFinished(() => void process.off('warning', listen));

  const tree = parseTree('? [a secret]\n: 1\n');
  await new Promise(setImmediate);

  expect(tree.ok).toBe(true);
  expect(said).toStrictEqual([]);
});
