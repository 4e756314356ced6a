import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { reasonText } from '../../../../lib/cli/view/reason-text.ts';
import { OWN_PROBLEMS } from '../../../../lib/co3/own-problems.ts';

it('leaves a letter’s name as it is', () => {
  expect(['InvalidEmail', 'toString'].map(reasonText)).toStrictEqual(['InvalidEmail', 'toString']);
});

it('has words for every reason that the core writes and no letter is named by', () => {
  const sources = ['plan', 'merge', 'settle', 'release'].map((name) => `deliver/${name}.ts`);
  const written = [...sources, 'dead-letters/redrive.ts'].flatMap((name) => [
    ...readFileSync(new URL(`../../../../lib/${name}`, import.meta.url), 'utf8').matchAll(/reason: '(\w+)'/g),
  ]);
  const issue = readFileSync(new URL('../../../../lib/translate/issue.ts', import.meta.url), 'utf8');
  const reasons = [...written, ...issue.matchAll(/notDue\('(\w+)'\)/g)].flatMap(([, name]) => name ?? []);

  const wordless = reasons.filter((name) => reasonText(name) === name && !Object.hasOwn(OWN_PROBLEMS, name));

  expect(reasons.length).toBeGreaterThan(10);
  expect(wordless).toStrictEqual([]);
});
