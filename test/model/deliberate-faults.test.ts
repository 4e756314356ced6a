import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { DELIBERATE_FAULTS } from './deliberate-faults.ts';

it.each(DELIBERATE_FAULTS)('the deliberate fault $name has its one place in $file', ({ file, find }) => {
  const text = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

  expect(text.split(find)).toHaveLength(2);
});
