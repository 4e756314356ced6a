import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, type Day, parseInstant, toBudapestDay, toInstant } from '../../../lib/event/time.ts';

const DAY_MS = 86_400_000;
const years = { min: Date.UTC(1990, 0), max: Date.UTC(2090, 0) };

it('reads back every moment that it writes', () => {
  fc.assert(
    fc.property(fc.integer(years), (ms) => {
      const instant = toInstant(ms);

      expect(parseInstant(instant)).toBe(instant);
    }),
  );
});

it('keeps the order of time in the order of texts', () => {
  fc.assert(
    fc.property(fc.integer(years), fc.integer(years), (a, b) => {
      expect(toInstant(a) < toInstant(b)).toBe(a < b);
    }),
  );
});

it.each([
  ['2024-08-07T22:57:57.290670248Z', '2024-08-07T22:57:57.290Z'],
  ['2024-08-07T22:57:57.9999999Z', '2024-08-07T22:57:57.999Z'],
  ['2026-11-02T09:14:05+01:00', '2026-11-02T08:14:05.000Z'],
  ['2026-11-02T09:14:05+0100', '2026-11-02T08:14:05.000Z'],
  ['2026-07-01T00:30:00-04:00', '2026-07-01T04:30:00.000Z'],
  ['2026-11-02T09:14:05.5Z', '2026-11-02T09:14:05.500Z'],
])('reads %s', (text, instant) => {
  expect(parseInstant(text)).toBe(instant);
});

it.each([
  '',
  '2026-11-02',
  '2026-11-02T09:14:05',
  '2026-11-02 09:14:05Z',
  '2026-13-02T09:14:05Z',
  '2026-11-02T25:14:05Z',
  ' 2026-11-02T09:14:05Z',
  'Mon, 02 Nov 2026 09:14:05 GMT',
  '1793610845',
])('names no moment for %j', (text) => {
  expect(parseInstant(text)).toBeUndefined();
});

it.each([
  ['the last winter second before midnight', '2026-12-01T22:59:59.999Z', '2026-12-01'],
  ['winter midnight', '2026-12-01T23:00:00.000Z', '2026-12-02'],
  ['the last summer second before midnight', '2026-07-01T21:59:59.999Z', '2026-07-01'],
  ['summer midnight', '2026-07-01T22:00:00.000Z', '2026-07-02'],
  ['midnight of the night that summer time begins', '2026-03-28T23:00:00.000Z', '2026-03-29'],
  ['midnight of the first summer day', '2026-03-29T22:00:00.000Z', '2026-03-30'],
  ['the last second of the first summer day', '2026-03-29T21:59:59.999Z', '2026-03-29'],
  ['midnight of the night that summer time ends', '2026-10-24T22:00:00.000Z', '2026-10-25'],
  ['the last second of the longest day', '2026-10-25T22:59:59.999Z', '2026-10-25'],
  ['midnight after the longest day', '2026-10-25T23:00:00.000Z', '2026-10-26'],
  ['New Year', '2026-12-31T23:00:00.000Z', '2027-01-01'],
])('takes the day of Budapest at %s', (_, instant, day) => {
  expect(toBudapestDay(Date.parse(instant))).toBe(day);
});

it('is never more than a day from the day in UTC, and never behind it', () => {
  fc.assert(
    fc.property(fc.integer(years), (ms) => {
      const utc = toInstant(ms).slice(0, 10) as Day;

      expect([utc, addDays(utc, 1)]).toContain(toBudapestDay(ms));
    }),
  );
});

it('counts days on the calendar, whatever the clocks do', () => {
  fc.assert(
    fc.property(fc.integer(years), fc.integer({ min: -400, max: 400 }), (ms, days) => {
      const day = toInstant(ms).slice(0, 10) as Day;

      const later = addDays(day, days);

      expect(Date.parse(later) - Date.parse(day)).toBe(days * DAY_MS);
      expect(addDays(later, -days)).toBe(day);
    }),
  );
});

it.each([
  ['2026-12-31', 1, '2027-01-01'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2026-03-28', 2, '2026-03-30'],
  ['2026-10-26', -2, '2026-10-24'],
  ['2026-05-05', 0, '2026-05-05'],
])('adds to %s %i days: %s', (day, days, sum) => {
  expect(addDays(day as Day, days)).toBe(sum);
});
