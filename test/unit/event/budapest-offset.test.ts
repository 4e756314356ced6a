import fc from 'fast-check';
import { expect, it } from 'vitest';
import { budapestOffset } from '../../../lib/event/budapest-offset.ts';

const HOUR_MS = 60 * 60_000;

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Budapest',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** As the time-zone data say that come with Node; of a whole second. */
const offsetByTimeZoneData = (ms: number): number => Date.parse(`${clock.format(ms).replace(' ', 'T')}Z`) - ms;

it.each([
  ['the last second of winter time', '2026-03-29T00:59:59.999Z', 1],
  ['the first of summer time', '2026-03-29T01:00:00.000Z', 2],
  ['the last second of summer time', '2026-10-25T00:59:59.999Z', 2],
  ['the first of winter time', '2026-10-25T01:00:00.000Z', 1],
  ['where the month ends on a Sunday', '2024-03-31T01:00:00.000Z', 2],
  ['New Year', '2026-12-31T23:30:00.000Z', 1],
])('knows it at %s', (_, instant, hours) => {
  expect(budapestOffset(Date.parse(instant))).toBe(hours * HOUR_MS);
});

// A law that ends the changing of the clocks shows here first: with it comes a Node that knows better.
it('agrees with the time-zone data in every hour of the weeks in which clocks change, to 2060', () => {
  const differing: string[] = [];
  for (let year = 1996; year <= 2060; year += 1)
    for (const month of [2, 9])
      for (let hour = 0; hour < 8 * 24; hour += 1) {
        const ms = Date.UTC(year, month, 24, hour);
        if (budapestOffset(ms) !== offsetByTimeZoneData(ms)) differing.push(new Date(ms).toISOString());
      }

  expect(differing).toEqual([]);
});

it('agrees with the time-zone data at any other moment', () => {
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(1996, 0) / 1_000, max: Date.UTC(2061, 0) / 1_000 }), (seconds) => {
      expect(budapestOffset(seconds * 1_000)).toBe(offsetByTimeZoneData(seconds * 1_000));
    }),
  );
});
