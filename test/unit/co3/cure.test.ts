import { expect, it } from 'vitest';
import { cureFor } from '../../../lib/co3/cure.ts';

it.each([
  [[6], 'renew'],
  [[10], 'renew'],
  [[5], 'reread'],
  [[7], 'reread'],
  [[8], 'wait'],
  [[8, 10], 'renew'],
  [[10, 7], 'reread'],
  [[8, 24], null],
  [[22], null],
  [[null], null],
] as const)('cures %j by %s', (codes, cure) => {
  expect(cureFor(codes.map((code) => ({ code })))).toBe(cure);
});
