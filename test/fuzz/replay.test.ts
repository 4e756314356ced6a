import { expect, it } from 'vitest';
import { readCorpus } from './corpus.ts';
import { examine } from './examine.ts';
import { TARGETS } from './targets.ts';

it.each(TARGETS)('$name neither throws on what has been kept, nor tells a person’s datum', async (target) => {
  const inputs = [
    ...target.seeds().map((input, index) => ({ file: `seed ${index + 1}`, input })),
    ...readCorpus(target.name),
  ];
  const violations: unknown[] = [];

  for (const { file, input } of inputs) {
    const violation = await examine(target, input);
    if (violation !== null) violations.push({ file, ...violation });
  }

  expect(violations).toStrictEqual([]);
});
