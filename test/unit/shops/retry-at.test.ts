import { describe, expect, it } from 'vitest';
import { retryAt } from '../../../lib/shops/retry-at.ts';

const NOW = Date.parse('2026-12-02T09:00:00Z');

describe('retryAt', () => {
  it.each([
    ['seconds', '120', NOW + 120_000],
    ['a date', 'Wed, 02 Dec 2026 10:00:00 GMT', NOW + 3_600_000],
    ['nothing', null, null],
    ['an empty text', '', null],
    ['a word', 'soon', null],
    ['no date at all', 'Wed, never', null],
    ['less than nothing', '-5', null],
  ])('takes %s', (_case, header, expected) => {
    expect(retryAt(header, NOW)).toBe(expected);
  });
});
