import { expect, it } from 'vitest';
import { decodeError } from '../../../lib/co3/decode.ts';
import type { HoldReason } from '../../../lib/deliver/lane-records.ts';
import {
  afterGoodsDone,
  afterGoodsRefusal,
  afterRefusal,
  emptyLane,
  isOpenToGoods,
  isStillBroken,
  withCatalogueHold,
  withHold,
} from '../../../lib/deliver/lane-state.ts';

const NOW = Date.parse('2026-12-02T10:00:00Z');
const MINUTE = 60_000;
const badUnit = decodeError(404, '', { method: 'setProduct', tags: [] });
const breaker = { reason: 'breaker', code: 404, method: 'setProduct' } as const;

it('the same refusal of products again and again holds the catalogue, and no order', () => {
  const lane = refusedGoods(5);

  expect(lane.catalogueHold).toStrictEqual({ ...breaker, since: NOW, until: NOW + MINUTE, probes: 0 });
  expect(lane.hold).toBeNull();
  expect(isOpenToGoods(lane, NOW)).toBe(false);
});

it('a refusal of products leaves the hold of the lane as it is', () => {
  const lane = withHold(emptyLane(), { reason: 'code', code: 7, method: null }, NOW);

  expect(afterGoodsRefusal(lane, 'setProduct', badUnit, NOW).hold).toStrictEqual(lane.hold);
});

it('a try that shows the same again prolongs the hold of the catalogue, which is tried when its time has come', () => {
  const lane = withCatalogueHold(refusedGoods(5), breaker, NOW + MINUTE);

  expect(lane.catalogueHold).toStrictEqual({ ...breaker, since: NOW, until: NOW + 3 * MINUTE, probes: 1 });
  expect(lane.hold).toBeNull();
  expect([isOpenToGoods(lane, NOW + 3 * MINUTE - 1), isOpenToGoods(lane, NOW + 3 * MINUTE)]).toStrictEqual([
    false,
    true,
  ]);
});

it('the catalogue is opened by a success of the call that it is held for, and by no other', () => {
  const lane = refusedGoods(5);

  expect(afterGoodsDone(lane, 'setStock').catalogueHold).toStrictEqual(lane.catalogueHold);
  expect(afterGoodsDone(lane, 'setProduct')).toStrictEqual(emptyLane());
  expect(afterGoodsDone(emptyLane(), 'setProduct')).toStrictEqual(emptyLane());
});

it.each<[HoldReason, boolean]>([
  ['code', true],
  ['never-left', true],
  ['no-answer', true],
  ['unknown-documents', false],
  ['breaker', false],
  ['by-hand', false],
  ['ledger-lost', false],
])('a lane that is held for %s may be probed by catalogue work: %s', (reason, isOpen) => {
  expect(isOpenToGoods(withHold(emptyLane(), { reason, code: null, method: null }, NOW), NOW)).toBe(isOpen);
});

it('a refusal shows that the setting is still wrong where the lane is held for the same code of the same call', () => {
  const held = [1, 2, 3, 4, 5].reduce((lane) => afterRefusal(lane, 'setInvoice', decoded(304), NOW), emptyLane());
  const four = [1, 2, 3, 4].reduce((lane) => afterRefusal(lane, 'setInvoice', decoded(304), NOW), emptyLane());

  expect(isStillBroken(held, 'setInvoice', { code: 304 })).toBe(true);
  expect(isStillBroken(held, 'setInvoice', { code: 303 })).toBe(false);
  expect(isStillBroken(held, 'setContact', { code: 304 })).toBe(false);
  expect(isStillBroken({ ...held, hold: null }, 'setInvoice', { code: 304 })).toBe(false);
  expect(isStillBroken({ ...held, refusals: four.refusals }, 'setInvoice', { code: 304 })).toBe(false);
});

function refusedGoods(times: number): ReturnType<typeof emptyLane> {
  return Array.from({ length: times }).reduce<ReturnType<typeof emptyLane>>(
    (lane) => afterGoodsRefusal(lane, 'setProduct', badUnit, NOW),
    emptyLane(),
  );
}

function decoded(code: number): ReturnType<typeof decodeError> {
  return decodeError(code, '', { method: 'setInvoice', tags: [] });
}
