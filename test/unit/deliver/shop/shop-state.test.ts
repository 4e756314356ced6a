import { describe, expect, it } from 'vitest';
import { afterReading, emptyShop, isPaused } from '../../../../lib/deliver/shop/shop-state.ts';
import type { Fetched } from '../../../../lib/shops/shop-fetch.ts';

const NOW = Date.parse('2026-12-02T10:00:00Z');
const MINUTE = 60_000;
const MEMORY = { session: { token: 'token-1', until: NOW + 1 }, calledAt: NOW - 5 };

const refused = { kind: 'refused', detail: 'it does not take the key' } as const;
const laterUntil = (until: number | null): Fetched<unknown> => ({
  kind: 'later',
  detail: 'it asks for a pause',
  until,
});

const afterThese = (fetched: readonly Fetched<unknown>[]) =>
  fetched.reduce((shop, one) => afterReading(shop, MEMORY, one, NOW), emptyShop());

describe('a shop that refuses or does not answer', () => {
  it.each([
    [1, 1],
    [2, 2],
    [3, 4],
    [4, 8],
    [5, 15],
    [6, 15],
  ])('is paused by its failure %i for %i minutes', (failures, minutes) => {
    const { pause } = afterThese(Array.from({ length: failures }, () => refused));

    expect(pause).toStrictEqual({
      reason: 'refused',
      detail: 'it does not take the key',
      since: NOW,
      until: NOW + minutes * MINUTE,
      probes: failures - 1,
    });
  });

  it.each([
    ['as long as it asks for', NOW + 3 * MINUTE, 3],
    ['by the table where it asks for less than nothing', NOW - 1, 1],
    ['by the table where it asks for more than a day', NOW + 25 * 60 * MINUTE, 1],
    ['by the table where it does not say', null, 1],
  ])('is paused %s', (_, asked, minutes) => {
    const { pause } = afterThese([laterUntil(asked)]);

    expect(pause?.until).toBe(NOW + minutes * MINUTE);
  });

  it('is paused longer where trying sooner would do harm', () => {
    const { pause } = afterThese([{ ...refused, until: NOW + 20 * MINUTE }]);

    expect([pause?.reason, pause?.until]).toStrictEqual(['refused', NOW + 20 * MINUTE]);
  });

  it('is paused until then, and no longer', () => {
    const shop = afterThese([refused]);

    const paused = [undefined, emptyShop(), shop].map((one) => isPaused(one, NOW + MINUTE - 1));

    expect([...paused, isPaused(shop, NOW + MINUTE)]).toStrictEqual([false, false, true, false]);
  });
});

it.each([
  ['told', { kind: 'read', snapshot: 'an order' }],
  ['one that cannot be read', { kind: 'unreadable', detail: 'it does not know the order' }],
] as const)('forgets the pause with an order %s, and keeps what the worker took away', (_, fetched) => {
  const shop = afterReading(afterThese([refused, refused]), { session: null, calledAt: NOW }, fetched, NOW);

  expect(shop).toStrictEqual({ kind: 'shop', session: null, calledAt: NOW, pause: null });
});
