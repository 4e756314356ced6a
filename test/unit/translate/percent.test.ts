import { expect, it } from 'vitest';
import { percentOf } from '../../../lib/translate/percent.ts';

it.each([
  [['27'], '27'],
  [['27.0000'], '27'],
  [['6', '2.5'], '8.5'],
  [['0.1', '0.2'], '0.3'],
  [['0'], '0'],
  [[], '0'],
])('adds the tax lines %j up to %s percent', (rates, percent) => {
  expect(percentOf({ rates })).toBe(percent);
});
