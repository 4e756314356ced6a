import { expect, it } from 'vitest';
import type { Act } from '../model/acts.ts';
import { owedBy } from '../model/oracle.ts';
import { afterAct, placed } from '../model/shop-order.ts';
import { makeFindLastWord } from './last-word.ts';
import { mayBeInvoiced, type SoldOrder } from './sold-orders.ts';

it.each<[what: string, acts: readonly Act[], arrivals: readonly (readonly number[])[]]>([
  ['the payment of an order', [{ do: 'pay' }], [[0], [60_000]]],
  ['a refund', [{ do: 'pay' }, { do: 'refund-all' }], [[0], [60_000], [120_000]]],
  ['a second telling, where the first was lost', [{ do: 'pay' }, { do: 'touch' }], [[0], [], [120_000]]],
])('finds that only this message tells %s', (_what, acts, arrivals) => {
  const find = makeFindLastWord([sold(acts, arrivals)], BEGAN);

  expect(find(messageAt(acts.length))).toBe(KEY);
});

it.each<[what: string, acts: readonly Act[], arrivals: readonly (readonly number[])[]]>([
  ['comes twice', [{ do: 'pay' }], [[0], [60_000, 62_000]]],
  ['tells nothing that was not told before', [{ do: 'pay' }, { do: 'touch' }], [[0], [60_000], [120_000]]],
  ['tells of an order that owes nothing anyway', [{ do: 'touch' }], [[0], [60_000]]],
])('lets a last message go that %s', (_what, acts, arrivals) => {
  const find = makeFindLastWord([sold(acts, arrivals)], BEGAN);

  expect(find(messageAt(acts.length))).toBeUndefined();
});

it('lets an earlier message of an order go, one of another order, and one of none', () => {
  const find = makeFindLastWord([sold([{ do: 'pay' }], [[0], [60_000]])], BEGAN);

  expect(find(messageAt(0))).toBeUndefined();
  expect(find(messageAt(1, '2'))).toBeUndefined();
  expect(find(JSON.stringify({ kind: 'bell', account: 'account-1' }))).toBeUndefined();
});

const BEGAN = Date.parse('2026-12-02T10:00:00.250Z');
const SHOP = { id: 'shopify-1', platform: 'shopify', tenant: 'soak-1.myshopify.com', account: 'account-1' } as const;
const KEY = 'shopify:soak-1.myshopify.com#1';

/** An order that changes once a minute. */
const sold = (acts: readonly Act[], arrivals: readonly (readonly number[])[]): SoldOrder => {
  const states = [placed([{ unitMinor: 100_000, vat: '27', pieces: 1 }], 0, false, [])];
  for (const act of acts) states.push(...states.slice(-1).map((before) => afterAct(before, act)));
  const [last] = states.slice(-1);
  if (last === undefined) throw new Error('an order without a state');
  return {
    ...{ key: KEY, orderId: 1, shop: SHOP, buyer: 1, placedAtMs: 0, owed: owedBy(last, {}) },
    states: states.map((order, index) => ({
      ...{ order, atMs: index * 60_000, cancelledAtMs: null, arrivesAtMs: arrivals[index] ?? [] },
    })),
    isDue: mayBeInvoiced(last),
    wasDue: states.some(mayBeInvoiced),
  };
};

/** The queue's message of the state of that minute. */
const messageAt = (minute: number, orderId = '1'): string =>
  JSON.stringify({
    kind: 'snapshot',
    shop: 'shopify-1',
    snapshot: {
      ...{ kind: 'order', platform: 'shopify', tenant: 'soak-1.myshopify.com', orderId },
      changedAt: `2026-12-02T10:0${minute}:00.000Z`,
    },
  });
