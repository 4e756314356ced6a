import { expect, it } from 'vitest';
import { own } from '../../../lib/event/own.ts';

it.each([
  ['a', 1],
  ['b', undefined],
  ['constructor', undefined],
  ['__proto__', undefined],
])('has under %s what the table itself has there', (key, value) => {
  expect(own({ a: 1 }, key)).toBe(value);
});
