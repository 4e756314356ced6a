import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CallMinute, callsSince, toLastHour, withCall } from '../../../lib/co3/call-minutes.ts';

const MINUTE = 60_000;
const AT = 1_000 * MINUTE;

describe('withCall', () => {
  it('counts a call in the minute in which it was made', () => {
    const minutes = [AT, AT + 59_999, AT + MINUTE].reduce<readonly CallMinute[]>(withCall, []);

    expect(minutes).toStrictEqual([
      { at: AT, calls: 2 },
      { at: AT + MINUTE, calls: 1 },
    ]);
  });

  it('forgets what is an hour old', () => {
    const minutes = withCall(
      [
        { at: AT, calls: 9 },
        { at: AT + MINUTE, calls: 4 },
      ],
      AT + 60 * MINUTE,
    );

    expect(minutes).toStrictEqual([
      { at: AT + MINUTE, calls: 4 },
      { at: AT + 60 * MINUTE, calls: 1 },
    ]);
  });

  it('finds its place also for a call of a clock that is behind', () => {
    const minutes = withCall(
      [
        { at: AT, calls: 9 },
        { at: AT + 2 * MINUTE, calls: 4 },
      ],
      AT + MINUTE,
    );

    expect(minutes).toStrictEqual([
      { at: AT, calls: 9 },
      { at: AT + MINUTE, calls: 1 },
      { at: AT + 2 * MINUTE, calls: 4 },
    ]);
  });

  it('never keeps more than sixty minutes, each once, oldest first, whatever the clocks', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 100 * 24 * 60 * MINUTE })), (times) => {
        const kept = times.reduce<readonly CallMinute[]>(withCall, []).map(({ at }) => at);

        expect(kept.length).toBeLessThanOrEqual(60);
        expect(kept).toStrictEqual([...new Set(kept)].sort((a, b) => a - b));
      }),
    );
  });
});

describe('callsSince', () => {
  it('has what was added, whatever was forgotten meanwhile', () => {
    const before = [
      { at: AT, calls: 9 },
      { at: AT + 60 * MINUTE, calls: 4 },
    ];
    const after = [AT + 60 * MINUTE, AT + 61 * MINUTE].reduce(withCall, before);

    expect(callsSince(before, after)).toStrictEqual([
      { at: AT + 60 * MINUTE, calls: 1 },
      { at: AT + 61 * MINUTE, calls: 1 },
    ]);
    expect(callsSince(after, after)).toStrictEqual([]);
  });
});

describe('toLastHour', () => {
  it('has every minute up to the running one, also those without a call', () => {
    const hour = toLastHour(
      [
        { at: AT - 60 * MINUTE, calls: 1 },
        { at: AT - 59 * MINUTE, calls: 2 },
        { at: AT, calls: 3 },
        { at: AT + MINUTE, calls: 4 },
      ],
      AT + 5_000,
    );

    expect(hour.map(({ at }) => at)).toStrictEqual(
      Array.from({ length: 60 }, (_, index) => AT - (59 - index) * MINUTE),
    );
    expect(hour.filter(({ calls }) => calls > 0)).toStrictEqual([
      { at: AT - 59 * MINUTE, calls: 2 },
      { at: AT, calls: 3 },
    ]);
  });

  it('knows each call of the last hour of whoever counted', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 59 * MINUTE }), { maxLength: 200 }), (times) => {
        const minutes = times.map((ms) => AT + ms).reduce<readonly CallMinute[]>(withCall, []);

        const counted = toLastHour(minutes, AT + 59 * MINUTE).reduce((sum, { calls }) => sum + calls, 0);

        expect(counted).toBe(times.length);
      }),
    );
  });
});
