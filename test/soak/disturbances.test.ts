import { expect, it } from 'vitest';
import { disturbancesOf, PARTS } from './disturbances.ts';

const MINUTE = 60_000;
const WHOLE = { seed: 5, accounts: 20, loadMs: 24 * MINUTE, wholeMs: 30 * MINUTE };
const SHORT = { seed: 5, accounts: 5, loadMs: 1.8 * MINUTE, wholeMs: 3 * MINUTE };

it('plans the same for the same seed, and something else for another', () => {
  const planned = disturbancesOf(WHOLE);

  expect(disturbancesOf(WHOLE)).toStrictEqual(planned);
  expect(disturbancesOf({ ...WHOLE, seed: 6 })).not.toStrictEqual(planned);
});

it('restarts every part, three times in a whole soak and once in a short one', () => {
  const restarted = (ground: typeof WHOLE) =>
    PARTS.map((part) => disturbancesOf(ground).filter((one) => one.kind === 'restart' && one.part === part).length);

  expect(restarted(WHOLE)).toStrictEqual([3, 3, 3, 3, 3, 3]);
  expect(restarted(SHORT)).toStrictEqual([1, 1, 1, 1, 1, 1]);
});

it('loses no write that the bridge would still be looking for at the end', () => {
  const undone = disturbancesOf(WHOLE).filter(
    (one) =>
      one.kind === 'fault' &&
      (one.rule.kind === 'timeout-before-commit' || one.rule.kind === 'reset') &&
      one.rule.method === 'setInvoice',
  );

  expect(undone.length).toBeGreaterThan(0);
  expect(undone.filter(({ atMs }) => atMs > 16 * MINUTE)).toStrictEqual([]);
});

it('has every kind of fault in a whole soak', () => {
  const kinds = disturbancesOf(WHOLE).flatMap((one) => (one.kind === 'fault' ? [one.rule.kind] : []));

  expect([...new Set(kinds)].toSorted()).toStrictEqual([
    '503',
    'commit-then-cut',
    'commit-then-html',
    'hang-after-commit',
    'late-commit',
    'refuse',
    'reset',
    'slow',
    'stale-read',
    'timeout-before-commit',
    'truncated-xml',
  ]);
});
