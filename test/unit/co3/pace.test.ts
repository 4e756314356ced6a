import { describe, expect, it } from 'vitest';
import { pauseAfterBusy, waitFor, withAnswer } from '../../../lib/co3/pace.ts';

describe('waitFor', () => {
  it.each([
    ['no call before', [], 10_000, 0],
    ['one call before', [10_000], 10_000, 0],
    ['two answers at this moment', [10_000, 10_000], 10_000, 1_001],
    ['the earlier of two answers 400 ms ago', [10_000, 10_300], 10_400, 601],
    ['the earlier of two answers a second ago', [10_000, 10_900], 11_000, 1],
    ['the earlier of two answers more than a second ago', [10_000, 11_000], 11_001, 0],
    ['answers long ago', [10_000, 11_000], 99_000, 0],
    ['more answers than matter', [10_000, 20_000, 20_500], 20_600, 401],
    ['a clock that is behind the one that wrote them', [13_000, 13_500], 10_000, 1_001],
  ])('with %s', (_what, answeredAt, now, expected) => {
    expect(waitFor(answeredAt, now)).toBe(expected);
  });
});

describe('withAnswer', () => {
  it('keeps the last two, oldest first', () => {
    expect(withAnswer(withAnswer(withAnswer([], 1), 2), 3)).toStrictEqual([2, 3]);
  });
});

describe('pauseAfterBusy', () => {
  it.each([
    [1, 0, 1_000],
    [1, 0.5, 1_500],
    [5, 0.999, 5_999],
  ])('pauses a second and up after time %i with jitter %f', (times, jitter, expected) => {
    expect(pauseAfterBusy(times, jitter)).toBe(expected);
  });
});
