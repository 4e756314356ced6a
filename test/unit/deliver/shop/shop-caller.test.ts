import { expect, it } from 'vitest';
import { makeShopCaller } from '../../../../lib/deliver/shop/shop-caller.ts';
import type { ApiRequest } from '../../../../lib/shops/shop-fetch.ts';
import { noAnswer } from '../../../support/shop-api.ts';
import { makeVirtualClock } from '../../../support/virtual-clock.ts';

const REQUEST: ApiRequest = { method: 'GET', url: 'https://api.test/', headers: {}, body: null };

const aCaller = ({ calledAt = null, lastCallAt = 60_000 }: { calledAt?: number | null; lastCallAt?: number } = {}) => {
  const clock = makeVirtualClock(10_000);
  const calls: { readonly at: number; readonly timeoutMs: number }[] = [];
  const shopHttp = async (_: ApiRequest, timeoutMs: number) => {
    calls.push({ at: clock.now(), timeoutMs });
    return noAnswer;
  };
  const session = { token: 'token-1', until: 20_000 };
  const caller = makeShopCaller({ shopHttp, clock }, { session, calledAt }, 1_000, lastCallAt);
  return { clock, calls, caller };
};

it('begins calls as far apart as the platform asks for, the last worker’s counted', async () => {
  const { calls, caller } = aCaller({ calledAt: 9_500 });

  await caller.call(REQUEST);
  await caller.call(REQUEST);

  expect(calls).toStrictEqual([
    { at: 10_500, timeoutMs: 10_000 },
    { at: 11_500, timeoutMs: 10_000 },
  ]);
  expect(caller.memory().calledAt).toBe(11_500);
});

it.each([
  ['now', { lastCallAt: 9_999 }, 0],
  ['after the wait for its turn', { calledAt: 9_500, lastCallAt: 10_499 }, 0],
  ['just in time', { calledAt: 9_500, lastCallAt: 10_500 }, 1],
])('does not begin a call that would be too late %s', async (_, given, made) => {
  const { calls, caller } = aCaller(given);

  const answer = await caller.call(REQUEST);

  expect([answer.kind, calls.length, caller.isOutOfTime()]).toStrictEqual(['failed', made, made === 0]);
});

it('knows a signing in as long as it is good', () => {
  const { clock, caller } = aCaller();
  const before = caller.session();
  clock.advance(10_000);

  const after = caller.session();

  expect([before, after]).toStrictEqual([{ token: 'token-1', until: 20_000 }, null]);
});

it('keeps what it is given for those to come', () => {
  const { caller } = aCaller();

  caller.keep({ token: 'token-2', until: 30_000 });

  expect([caller.session()?.token, caller.memory().session?.token]).toStrictEqual(['token-2', 'token-2']);
});
