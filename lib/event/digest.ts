import { createHash } from 'node:crypto';

/** SHA-256 in lower-case hex of a value's JSON with sorted keys: equal values have equal digests, whatever order built them. */
export const digestOf = (value: unknown): string => createHash('sha256').update(toCanonicalJson(value)).digest('hex');

const toCanonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) => {
    if (inner === null || typeof inner !== 'object' || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
  });
