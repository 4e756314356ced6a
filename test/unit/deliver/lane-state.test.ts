import { describe, expect, it } from 'vitest';
import { decodeError } from '../../../lib/co3/decode.ts';
import {
  afterDone,
  afterNeverLeft,
  afterRead,
  afterRefusal,
  afterUnknown,
  emptyLane,
  isHeld,
  isLeased,
  longestUnknownRun,
  resumed,
  withCatalogueHold,
  withHold,
  withoutHold,
} from '../../../lib/deliver/lane-state.ts';

const NOW = Date.parse('2026-12-02T10:00:00Z');
const MINUTE = 60_000;
const error = (code: number | null) => decodeError(code, '', { method: 'setInvoice', tags: [] });
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

  it('keeps since when it has been held, whatever its probes show', () => {
    const held = withHold(emptyLane(), wrongKey, NOW);

    expect(withHold(held, wrongKey, NOW + MINUTE).hold).toStrictEqual({
      ...wrongKey,
      since: NOW,
      until: NOW + 3 * MINUTE,
      probes: 1,
    });
  });

  it('is opened by a probe that went through, without forgetting what runs', () => {
    const lane = { ...withHold(emptyLane(), wrongKey, NOW), neverLeftRun: 2 };

    expect(withoutHold(lane)).toStrictEqual({ ...emptyLane(), neverLeftRun: 2 });
  });

  it('starts anew when a person says go, and still writes nowhere before a read', () => {
    const unknown = afterUnknown(emptyLane(), 'finance', 'setInvoice', NOW);
    const lane = afterNeverLeft(refused(refused(unknown, 'setContact'), 'setProduct'), NOW);

    expect(resumed(withCatalogueHold(withHold(lane, wrongKey, NOW), wrongKey, NOW))).toStrictEqual({
      ...emptyLane(),
      suspect: ['finance'],
    });
  });

  it.each([
    ['nobody has ever worked at', undefined, false],
    ['nobody works at', { lease: null }, false],
    ['a worker has until later', { lease: { id: 'w', until: NOW + 1 } }, true],
    ['a worker had until this moment', { lease: { id: 'w', until: NOW } }, false],
  ] as const)('that %s is leased or not', (_, lane, leased) => {
    expect(isLeased(lane, NOW)).toBe(leased);
  });

  it('is no lane that nobody has ever worked at', () => {
    expect(isHeld(undefined, NOW)).toBe(false);
  });
});

it.each(['by-hand', 'ledger-lost'] as const)('a hold for %s outlasts whatever else would hold the lane', (reason) => {
  const lane = withHold(emptyLane(), { reason, code: null, method: null }, NOW);

  expect(lane.hold?.until).toBeNull();
  expect(withHold(lane, wrongKey, NOW)).toStrictEqual(lane);
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

  it('leave it to a person only as long as they are what holds the lane', () => {
    const one = afterUnknown(emptyLane(), 'finance', 'setInvoice', NOW);
    const three = afterUnknown(afterUnknown(one, 'finance', 'setInvoice', NOW), 'finance', 'setInvoice', NOW);

    expect(withHold({ ...three, hold: null }, wrongKey, NOW).hold?.until).toBe(NOW + MINUTE);
  });

  it('name what has to be read before the next write, each once', () => {
    const contact = afterUnknown(emptyLane(), 'crm', null, NOW);
    const both = afterUnknown(afterUnknown(contact, 'finance', 'setInvoice', NOW), 'finance', 'setPayment', NOW);

    expect([contact.suspect, both.suspect]).toStrictEqual([['crm'], ['crm', 'finance']]);
    expect(contact).toStrictEqual({ ...emptyLane(), suspect: ['crm'] });
    expect(afterRead({ ...both, neverLeftRun: 2 }, 'finance')).toStrictEqual({ ...both, suspect: ['crm'] });
  });
});

describe('the same refusal again and again', () => {
  const refuse = (codes: readonly (number | null)[]) =>
    codes.reduce((lane, code) => afterRefusal(lane, 'setInvoice', error(code), NOW), emptyLane());

  it.each([
    ['a setting', [304, 304, 304, 304, 304], true],
    ['the date of the last invoice', [305, 305, 305, 305, 305], true],
    ['four only', [304, 304, 304, 304], false],
    ['another in between', [304, 304, 304, 304, 303, 304], false],
    ['what CO3’s administrator mends', [205, 205, 205, 205, 205], true],
    ['what a developer mends', [3, 3, 3, 3, 3], true],
    ['buyers', [22, 22, 22, 22, 22], false],
    ['what CO3 gave no number', [null, null, null, null, null], false],
  ])('holds the lane or not: %s, %j, %s', (_, codes, isHolding) => {
    expect(refuse(codes).hold !== null).toBe(isHolding);
  });

  it('names the code and the call in the hold', () => {
    expect(refuse([304, 304, 304, 304, 304]).hold).toStrictEqual({
      ...{ reason: 'breaker', code: 304, method: 'setInvoice' },
      ...{ since: NOW, until: NOW + MINUTE, probes: 0 },
    });
  });

  it('is no run of refusals once a buyer’s own refusal stood in between', () => {
    expect(refuse([304, 304, 22])).toStrictEqual(emptyLane());
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

it('a lane that nobody has worked at knows nothing, suspects nothing and is open', () => {
  expect(emptyLane()).toStrictEqual({
    ...{ kind: 'lane', lease: null, session: null, answeredAt: [], calls: [], ledger: null, lookedDownTo: null },
    proof: { provenAt: null, candidate: null, failed: null },
    ...{ hold: null, catalogueHold: null, suspect: [], unknownRuns: {}, neverLeftRun: 0, refusals: {} },
  });
});

function refused(lane: ReturnType<typeof emptyLane>, method: string): ReturnType<typeof emptyLane> {
  return afterRefusal(lane, method, error(304), NOW);
}
