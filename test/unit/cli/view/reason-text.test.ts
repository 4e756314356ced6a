import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { reasonText } from '../../../../lib/cli/view/reason-text.ts';
import { OWN_PROBLEMS } from '../../../../lib/co3/own-problems.ts';

it('leaves a letter’s name as it is', () => {
  expect(['InvalidEmail', 'toString'].map(reasonText)).toStrictEqual(['InvalidEmail', 'toString']);
});

it('has words for every reason that the core writes and no letter is named by', () => {
  const written = ['deliver', 'dead-letters', 'translate'].flatMap((folder) =>
    sourcesIn(folder).flatMap((source) => [
      ...source.matchAll(/\breason: '([A-Z]\w+)'/g),
      ...source.matchAll(/notDue\('(\w+)'\)/g),
    ]),
  );
  const reasons = written.flatMap(([, name]) => name ?? []);

  const wordless = reasons.filter((name) => reasonText(name) === name && !Object.hasOwn(OWN_PROBLEMS, name));

  expect(reasons.length).toBeGreaterThan(10);
  expect(wordless).toStrictEqual([]);
});

const sourcesIn = (folder: string): readonly string[] => {
  const root = new URL(`../../../../lib/${folder}/`, import.meta.url);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(new URL(name, root), 'utf8'));
};
