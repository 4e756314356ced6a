import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { SoakResult } from './result.ts';
import { withSoak } from './soak-page.ts';

it('keeps docs/performance.md as the run of docs/soak.json was', () => {
  const [page, json] = ['performance.md', 'soak.json'].map((name) =>
    readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8'),
  );
  const result: SoakResult = JSON.parse(json ?? '');

  expect(withSoak(page ?? '', result)).toBe(page);
});

it('tells what a soak has seen', () => {
  const page = withSoak('<!-- soak:run --><!-- /soak -->\n', RESULT);

  expect(page).toBe(`<!-- soak:run -->

Run 2026-12-02 for 30.1 minutes with seed 7, Node v24.0.0 on a machine.

| | |
|---|---|
| orders | 1,234 in 40 shops on 20 accounts |
| webhooks posted | 4,000, of them 12 not taken and repeated |
| documents in CO3 | 1,000 issued, 90 storno |
| calls to CO3 | 2,500, of them 0 too soon |
| restarts | 3 functions |
| faults met | 2 slow, 1 code 22 |
| letters open at the end | none |
| heap of deliver | 24.5 MB, then 24.7 MB: 1.01 times (≤ 1.1), 90 samples |
| process of the queue | 70 MB, then 90 MB: 1.29 times, 90 samples |
| lost, double, growing | 2: this |

<!-- /soak -->
`);
});

it('says where nothing is wrong', () => {
  expect(withSoak('<!-- soak:run --><!-- /soak -->', { ...RESULT, broken: [] })).toContain(
    '| lost, double, growing | nothing |',
  );
});

const RESULT: SoakResult = {
  ...{ at: '2026-12-02T10:00:00.000Z', node: 'v24.0.0', cpu: 'a machine', seed: 7, minutes: 30.1 },
  ...{ accounts: 20, shops: 40, orders: 1_234, posts: 4_000, postsRepeated: 12, calls: 2_500, callsTooSoon: 0 },
  documents: { issued: 1_000, storno: 90 },
  letters: {},
  restarts: { functions: 3 },
  faults: { slow: 2, 'code 22': 1 },
  memory: [
    { of: 'heap of deliver', samples: 90, middleMb: 24.5, lastMb: 24.7, ratio: 1.008, most: 1.1 },
    { of: 'process of the queue', samples: 90, middleMb: 70, lastMb: 90, ratio: 1.286, most: null },
  ],
  broken: ['this', 'that'],
};
