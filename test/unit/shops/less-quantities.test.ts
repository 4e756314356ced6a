import { expect, it } from 'vitest';
import { lessQuantities } from '../../../lib/shops/less-quantities.ts';

it.each([
  ['2', [], '2'],
  ['2.50', [], '2.50'],
  ['2', ['1'], '1'],
  ['2.5', ['1'], '1.5'],
  ['3', ['0.25', '0.5'], '2.25'],
  ['1.50', ['0.5'], '1'],
  ['0.3', ['0.1', '0.2'], '0'],
  ['2', ['3'], '0'],
  ['90071992547409931.01', ['0.01'], '90071992547409931'],
])('takes from %s what %j are', (quantity, others, expected) => {
  const left = lessQuantities(quantity, others);

  expect(left).toBe(expected);
});
