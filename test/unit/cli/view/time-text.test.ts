import { expect, it } from 'vitest';
import { toSpanText, toTimeText } from '../../../../lib/cli/view/time-text.ts';

it('names a moment to the minute, from text and number alike', () => {
  const moments = [toTimeText('2026-12-02T10:05:59.999Z'), toTimeText(Date.parse('2026-12-02T10:05:00Z'))];

  expect(moments).toStrictEqual(['2026-12-02 10:05 UTC', '2026-12-02 10:05 UTC']);
});

it.each([
  [59_999, 'under 1 min'],
  [60_000, '1 min'],
  [3_599_999, '59 min'],
  [3_600_000, '1 h'],
  [172_799_999, '47 h'],
  [172_800_000, '2 days'],
])('names a span of %d ms in its largest unit', (ms, named) => {
  expect(toSpanText(ms)).toBe(named);
});
