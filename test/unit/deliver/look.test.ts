import { describe, expect, it } from 'vitest';
import { afterFailure, afterLastFailure, afterNothing, newLook, withMeanwhile } from '../../../lib/deliver/look.ts';
import type { Look } from '../../../lib/deliver/step-records.ts';

const SENT = Date.parse('2026-12-02T10:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const PLAIN = { settleSeconds: 30, reads: 3, windowMinutes: 10, watchHours: 24 };

describe('the search for what got no answer', () => {
  it('begins when CO3 has had time to finish, and ends after a day', () => {
    expect(newLook(SENT, PLAIN, false)).toStrictEqual({
      ...{ reads: 0, at: SENT + 30_000, until: SENT + 24 * HOUR, isPersonAsked: false },
      ...{ seen: [], adopt: null, refusal: null },
    });
  });

  it('asks a person after the third search that found nothing, ten minutes after the first, and goes on hourly', () => {
    const searches = searched(newLook(SENT, PLAIN, false), 5);

    expect(searches.map(({ reads, at, isPersonAsked }) => ({ reads, at: inMinutes(at), isPersonAsked }))).toStrictEqual(
      [
        { reads: 1, at: 5.5, isPersonAsked: false },
        { reads: 2, at: 10.5, isPersonAsked: false },
        { reads: 3, at: 70.5, isPersonAsked: true },
        { reads: 4, at: 130.5, isPersonAsked: true },
        { reads: 5, at: 190.5, isPersonAsked: true },
      ],
    );
  });

  it('takes its times from the settings', () => {
    const slow = { settleSeconds: 120, reads: 5, windowMinutes: 60, watchHours: 48 };

    const searches = searched(newLook(SENT, slow, false), 5, slow);

    expect(searches.map(({ at, isPersonAsked }) => [inMinutes(at), isPersonAsked])).toStrictEqual([
      [17, false],
      [32, false],
      [47, false],
      [62, false],
      [122, true],
    ]);
  });

  it('does not count searches that came too early for the window', () => {
    const look = { ...newLook(SENT, PLAIN, false), reads: 2 };

    const [early, inTime] = [-1, 0].map((ms) => afterNothing(look, SENT, [], PLAIN, SENT + 10 * MINUTE + ms));

    expect([early?.isPersonAsked, inTime?.isPersonAsked]).toStrictEqual([false, true]);
  });

  it('is over when the day is', () => {
    const look = { ...newLook(SENT, PLAIN, true), reads: 20 };

    const [last, none] = [0, 1].map((ms) => afterNothing(look, SENT, [], PLAIN, SENT + 23 * HOUR + ms));

    expect([last?.at, none?.at]).toStrictEqual([SENT + 24 * HOUR, null]);
  });

  it('that begins after the day, because the lane was held, still finds nothing three times before a person is asked', () => {
    const searches = searched({ ...newLook(SENT, PLAIN, false), at: SENT + 60 * HOUR }, 3);

    expect(searches.map(({ at, isPersonAsked }) => [inMinutes(at), isPersonAsked])).toStrictEqual([
      [3605, false],
      [3610, false],
      [Number.NaN, true],
    ]);
  });

  it('says nothing where CO3 could not be read, and asks a person when that goes on', () => {
    const look = newLook(SENT, PLAIN, false);

    const [early, late] = [2, 30].map((minutes) => afterFailure(look, SENT, PLAIN, SENT + minutes * MINUTE));

    expect([early?.reads, early?.at, early?.isPersonAsked]).toStrictEqual([0, SENT + 3 * MINUTE, false]);
    expect([late?.reads, late?.isPersonAsked]).toStrictEqual([0, true]);
  });

  it('that CO3 does not answer is made again hourly once a person has been asked', () => {
    const look = newLook(SENT, PLAIN, true);

    expect(afterFailure(look, SENT, PLAIN, SENT + 5 * MINUTE).at).toBe(SENT + 5 * MINUTE + HOUR);
  });

  it('for what a person has named goes on however late it is', () => {
    const look: Look = { ...newLook(SENT, PLAIN, true), adopt: { as: 'V-1', by: 'anna' } };

    expect(afterFailure(look, SENT, PLAIN, SENT + 30 * HOUR).at).toBe(SENT + 30 * HOUR + MINUTE);
  });
});

describe('the last search before something is sent in the place of what was given up', () => {
  const GIVEN_UP = SENT + 2 * HOUR;
  const look = { ...newLook(SENT, PLAIN, true), until: GIVEN_UP + HOUR };

  it.each([
    ['is made again minutely where CO3 does not answer', 30 * MINUTE - 1, { reads: 0, at: MINUTE }],
    ['counts as made after half an hour of that', 30 * MINUTE, { reads: 1, at: null }],
  ])('%s', (_, sinceMs, { reads, at }) => {
    const now = GIVEN_UP + sinceMs;

    const later = afterLastFailure(look, GIVEN_UP, PLAIN, now);

    expect(later).toStrictEqual({ ...look, reads, at: at === null ? null : now + at });
  });

  it('is followed by one each hour for as long as CO3 is watched', () => {
    const watched = { ...look, until: GIVEN_UP + 2 * HOUR };

    const later = afterLastFailure(watched, GIVEN_UP, PLAIN, GIVEN_UP + 40 * MINUTE);

    expect(later).toStrictEqual({ ...watched, reads: 1, at: GIVEN_UP + 40 * MINUTE + HOUR });
  });
});

describe('a look that changed during its search', () => {
  const began = { ...newLook(SENT, PLAIN, true), reads: 3, refusal: 'not that one' };
  const after = afterNothing(began, SENT, [], PLAIN, SENT + MINUTE);

  it('stays for the document that a person has named meanwhile', () => {
    const named = { ...began, adopt: { as: 'V-2', by: 'anna' }, refusal: null, at: SENT + MINUTE };

    expect(withMeanwhile(named, began, after)).toStrictEqual(named);
  });

  it('begins anew where a person has given the document up meanwhile', () => {
    const givenUp = { ...began, reads: 0, until: began.until + HOUR, at: SENT + MINUTE, refusal: null };

    expect(withMeanwhile(givenUp, began, after)).toStrictEqual(givenUp);
  });

  it('that nobody has touched is what the search has left', () => {
    const looking = { ...began, adopt: { as: 'V-1', by: 'anna' } };
    const refused = { ...looking, adopt: null, refusal: 'no such invoice' };

    expect(withMeanwhile(structuredClone(looking), looking, refused)).toStrictEqual(refused);
  });
});

function searched(first: Look, times: number, readBack = PLAIN): readonly Look[] {
  const looks: Look[] = [];
  let look = first;
  for (let n = 0; n < times; n += 1) {
    look = afterNothing(look, SENT, [], readBack, look.at ?? Number.NaN);
    looks.push(look);
  }
  return looks;
}

function inMinutes(at: number | null): number {
  return ((at ?? Number.NaN) - SENT) / MINUTE;
}
