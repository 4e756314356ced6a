import { expect, it } from 'vitest';
import { isFree } from '../../../lib/translate/is-free.ts';

it.each([
  [0, 0, true],
  [0, 100, false],
  [100, 0, false],
  [100, 100, false],
])('an order of %d that comes to %d today is free: %s', (totalMinor, currentTotalMinor, free) => {
  expect(isFree({ totalMinor, currentTotalMinor })).toBe(free);
});
