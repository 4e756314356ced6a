import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { digestOf } from '../../../lib/event/digest.ts';

it('is the SHA-256 of the JSON', () => {
  const digest = digestOf({ b: [1, 'ő'], a: null });

  // printf '{"a":null,"b":[1,"ő"]}' | sha256sum
  expect(digest).toBe('470b65f112f9fbc7c4ae592fdac2a91075ea5a9abd2abf36c13a23118e65674c');
});

it('does not depend on the order in which keys were set, at any depth', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(digestOf(backwards(value))).toBe(digestOf(value));
    }),
  );
});

it('is the same for equal values alone', () => {
  const value = fc.jsonValue({ maxDepth: 1 }).map((json): unknown => JSON.parse(JSON.stringify(json)));
  fc.assert(
    fc.property(value, value, (a, b) => {
      expect(digestOf(a) === digestOf(b)).toBe(isDeepStrictEqual(a, b));
    }),
  );
});

it.each([
  ['the order of a list', [1, 2], [2, 1]],
  ['a number and its text', { a: 1 }, { a: '1' }],
  ['null and a key that is not there', { a: null }, {}],
  ['keys at another depth', { a: { b: 1 } }, { a: 1, b: 1 }],
])('tells apart %s', (_, a, b) => {
  expect(digestOf(a)).not.toBe(digestOf(b));
});

it('takes a key that is undefined for one that is not there', () => {
  expect(digestOf({ a: 1, b: undefined })).toBe(digestOf({ a: 1 }));
});

function backwards(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(backwards);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, backwards(inner)]),
  );
}
