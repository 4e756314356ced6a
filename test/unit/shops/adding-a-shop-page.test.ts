import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const ROOT = new URL('../../../', import.meta.url);
const page = readFileSync(new URL('docs/adding-a-shop.md', ROOT), 'utf8');
const diffs = [...page.matchAll(/^```diff (\S+)\n([\s\S]*?)^```$/gm)].map(([, file = '', lines = '']) => ({
  file,
  added: lines.replaceAll(/^\+/gm, ''),
}));

it('shows the diff of many files', () => {
  expect(diffs.length).toBeGreaterThan(5);
});

it.each(diffs)('shows lines of $file that still stand there', ({ file, added }) => {
  const source = readFileSync(new URL(file, ROOT), 'utf8');

  expect(source).toContain(added);
});

it('names only files that there are', () => {
  const names = [...page.matchAll(/`((?:lib|test)\/[\w./-]+\.ts)`/g)].map(([, name = '']) => name);

  const read = names.map((name) => readFileSync(new URL(name, ROOT)).length > 0);

  expect(read).toStrictEqual(names.map(() => true));
});
