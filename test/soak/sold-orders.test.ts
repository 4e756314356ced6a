import { expect, it } from 'vitest';
import { shopsOf } from './shops.ts';
import { sellOrders } from './sold-orders.ts';

const SALE = { seed: 5, shops: shopsOf(4), loadMs: 1_440_000, everyMs: 20_000 };

it('sells the same orders for the same seed, and others for another', () => {
  const orders = sellOrders(SALE);

  expect(sellOrders(SALE)).toStrictEqual(orders);
  expect(sellOrders({ ...SALE, seed: 6 })).not.toStrictEqual(orders);
});

it('lets the newest webhook of each order arrive within the load', () => {
  const orders = sellOrders(SALE);

  const late = orders.filter(({ states }) => (states.at(-1)?.arrivesAtMs ?? []).every((atMs) => atMs > SALE.loadMs));

  expect(orders.length).toBeGreaterThan(400);
  expect(late).toStrictEqual([]);
});

it('tells no two changes of an order within one second', () => {
  const orders = sellOrders(SALE);

  const close = orders.filter(({ states }) =>
    states.some(({ atMs }, index) => atMs - (states[index - 1]?.atMs ?? Number.NEGATIVE_INFINITY) < 2_000),
  );

  expect(close).toStrictEqual([]);
});

it('sells only what the oracle can say the worth of', () => {
  const unsure = sellOrders(SALE).filter(({ owed }) => owed.kind !== 'sums');

  expect(unsure).toStrictEqual([]);
});

it('posts webhooks twice, late and never', () => {
  const states = sellOrders(SALE).flatMap((order) => order.states);

  expect(states.some(({ arrivesAtMs }) => arrivesAtMs.length === 0)).toBe(true);
  expect(states.some(({ arrivesAtMs }) => arrivesAtMs.length === 2)).toBe(true);
  expect(states.some(({ atMs, arrivesAtMs }) => arrivesAtMs.some((arrives) => arrives - atMs >= 10_000))).toBe(true);
});

it('refuses a load in which no order could live', () => {
  expect(() => sellOrders({ ...SALE, loadMs: 20_000 })).toThrow('20 s are too short for an order’s life');
});
