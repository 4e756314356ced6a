import { describe, expect, it } from 'vitest';
import { decodeError } from '../../../lib/co3/decode.ts';
import {
  afterDone,
  afterNeverLeft,
  afterRefusal,
  afterUnknown,
  emptyLane,
  isHeld,
  longestUnknownRun,
  resumed,
  withHold,
} from '../../../lib/deliver/lane-state.ts';

const NOW = Date.parse('2026-12-02T10:00:00Z');
const MINUTE = 60_000;
const error = (code: number) => decodeError(code, '', { method: 'setInvoice', tags: [] });
const wrongKey = { reason: 'code', code: 7, method: null } as const;

describe('a held lane', () => {
  it('is probed after 1, 2, 4, 8 and 15 minutes and then every 15', () => {
    let lane = emptyLane();

    const pauses = Array.from({ length: 7 }, () => {
      lane = withHold(lane, wrongKey, NOW);
      return ((lane.hold?.until ?? 0) - NOW) / MINUTE;
    });

    expect(pauses).toStrictEqual([1, 2, 4, 8, 15, 15, 15]);
  });

  it('waits longest at once when the address is banned', () => {
    const { hold } = withHold(emptyLane(), { ...wrongKey, code: 9 }, NOW);

    expect(hold?.until).toBe(NOW + 15 * MINUTE);
  });

  it('is held until the probe is due, and for good where only a person may open it', () => {
    const held = withHold(emptyLane(), wrongKey, NOW);
    const byHand = withHold(emptyLane(), { reason: 'by-hand', code: null, method: null }, NOW);

    expect([isHeld(held, NOW), isHeld(held, NOW + MINUTE), isHeld(byHand, NOW + 999 * MINUTE)]).toStrictEqual([
      true,
      false,
      true,
    ]);
    expect(isHeld(resumed(byHand), NOW)).toBe(false);
  });
});

it('a hold by hand outlasts whatever else would hold the lane', () => {
  const byHand = withHold(emptyLane(), { reason: 'by-hand', code: null, method: null }, NOW);

  expect(withHold(byHand, wrongKey, NOW)).toStrictEqual(byHand);
});

describe('documents of unknown outcome', () => {
  it('hold the lane at the second running, and for a person at the third', () => {
    const one = afterUnknown(emptyLane(), 'finance', 'setInvoice', NOW);
    const two = afterUnknown(one, 'finance', 'setInvoice', NOW);
    const three = afterUnknown(two, 'finance', 'setInvoice', NOW);

    expect([one.hold, two.hold?.until, three.hold?.until]).toStrictEqual([null, NOW + MINUTE, null]);
  });

  it('are counted anew after a document that CO3 answered, and by nothing else', () => {
    const one = afterUnknown(emptyLane(), 'finance', 'setInvoice', NOW);

    const counts = [
      longestUnknownRun(afterDone(one, 'setContact')),
      longestUnknownRun(afterDone(one, 'setInvoice')),
      longestUnknownRun(afterRefusal(one, 'setInvoice', error(22), NOW)),
    ];

    expect(counts).toStrictEqual([1, 0, 0]);
  });
});

describe('the same refusal again and again', () => {
  const refuse = (codes: readonly number[]) =>
    codes.reduce((lane, code) => afterRefusal(lane, 'setInvoice', error(code), NOW), emptyLane());

  it.each([
    ['a setting', [304, 304, 304, 304, 304], true],
    ['the date of the last invoice', [305, 305, 305, 305, 305], true],
    ['four only', [304, 304, 304, 304], false],
    ['another in between', [304, 304, 304, 304, 303, 304], false],
    ['buyers', [22, 22, 22, 22, 22], false],
  ])('holds the lane or not: %s, %j, %s', (_, codes, isHolding) => {
    expect(refuse(codes).hold !== null).toBe(isHolding);
  });

  it('is counted anew after a success of that method', () => {
    const lane = afterDone(refuse([304, 304, 304, 304]), 'setInvoice');

    expect(afterRefusal(lane, 'setInvoice', error(304), NOW).hold).toBeNull();
  });
});

it('three calls running that never left hold the lane', () => {
  const lanes = [1, 2, 3].map((times) =>
    Array.from({ length: times }).reduce(
      (lane: ReturnType<typeof emptyLane>) => afterNeverLeft(lane, NOW),
      emptyLane(),
    ),
  );

  expect(lanes.map(({ hold }) => hold?.reason ?? null)).toStrictEqual([null, null, 'never-left']);
});
