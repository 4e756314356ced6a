import { describe, expect, it } from 'vitest';
import type { Day, Instant } from '../../../lib/event/time.ts';
import { documentDates, fulfilmentDayOf } from '../../../lib/translate/dates.ts';

describe('the days of a document', () => {
  it('are Budapest’s, which is a day ahead of UTC late in the evening', () => {
    const dates = documentDates({ paymentDays: 8, fulfilmentDay: null }, Date.parse('2026-12-31T23:30:00Z'));

    expect(dates).toStrictEqual({ issue: '2027-01-01', payment: '2027-01-09', fulfilment: '2027-01-01' });
  });

  it('keep a fulfilment day of their own', () => {
    const draft = { paymentDays: 0, fulfilmentDay: '2026-11-30' as Day };

    const dates = documentDates(draft, Date.parse('2026-12-02T10:00:00Z'));

    expect(dates).toStrictEqual({ issue: '2026-12-02', payment: '2026-12-02', fulfilment: '2026-11-30' });
  });
});

describe('the day of fulfilment', () => {
  const createdAt = '2026-12-01T23:30:00.000Z' as Instant;
  const fulfilledAt = '2026-12-04T12:00:00.000Z' as Instant;

  it.each([
    ['issue', fulfilledAt, null],
    ['created', null, '2026-12-02'],
    ['fulfilled', fulfilledAt, '2026-12-04'],
    ['fulfilled', null, null],
  ] as const)('by %s with fulfilment at %s is %s', (fulfilmentDate, fulfilled, day) => {
    expect(fulfilmentDayOf({ createdAt, fulfilledAt: fulfilled }, { fulfilmentDate })).toBe(day);
  });
});
