import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CO3_LIMITS, makeLimits } from '../../../../infra/local/co3/limits.ts';

it('takes two requests in any second and no third', () => {
  const limits = makeLimits(CO3_LIMITS);

  const verdicts = [0, 400, 999, 1999, 2400].map((at) => limits.arrive('a', 'key', at));

  expect(verdicts).toStrictEqual(['taken', 'taken', 'too-many', 'taken', 'taken']);
});

it('never takes three within a second, whenever they come', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 1500 }), { maxLength: 30 }), (gaps) => {
      const limits = makeLimits(CO3_LIMITS);
      let now = 0;
      const taken: number[] = [];
      for (const gap of gaps) {
        now += gap;
        if (limits.arrive('a', 'key', now) === 'taken') taken.push(now);
      }

      const tooClose = taken.filter((at, index) => at - (taken[index - 2] ?? Number.NEGATIVE_INFINITY) < 1000);

      expect(tooClose).toStrictEqual([]);
    }),
  );
});

it('counts each account and each address by itself', () => {
  const limits = makeLimits(CO3_LIMITS);
  limits.arrive('a', 'one', 0);
  limits.arrive('a', 'one', 0);

  expect([limits.arrive('a', 'two', 0), limits.arrive('b', 'one', 0)]).toStrictEqual(['taken', 'taken']);
});

it('bans the whole address after ten too many, for five minutes', () => {
  const limits = makeLimits(CO3_LIMITS);
  const verdicts = Array.from({ length: 12 }, () => limits.arrive('a', 'one', 0));

  expect(verdicts.slice(9)).toStrictEqual(['too-many', 'too-many', 'banned']);
  expect([limits.arrive('a', 'two', 299_999), limits.arrive('a', 'two', 300_000)]).toStrictEqual(['banned', 'taken']);
});
