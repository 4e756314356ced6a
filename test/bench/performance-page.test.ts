import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { MEASUREMENTS } from './measurements.ts';
import { type Run, withMeasured } from './performance-page.ts';

const [page, json] = ['performance.md', 'performance.json'].map((name) =>
  readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8'),
);
const run: Run = JSON.parse(json ?? '');

it('keeps docs/performance.md as the run of docs/performance.json was', () => {
  expect(withMeasured(page ?? '', run)).toBe(page);
});

it('has every measurement in the run that is kept', () => {
  expect(run.measured.map(({ name }) => name)).toStrictEqual(MEASUREMENTS.map(({ name }) => name));
});

it('says of each figure whether its bar holds', () => {
  const figure = { of: 'work', unit: 'µs CPU', measured: 1_234.5, floor: 61.04, ratio: 20.22 };
  const measured = [
    {
      name: 'work',
      figures: [
        { ...figure, bar: { most: 2 } },
        { ...figure, bar: { most: 21 } },
        { ...figure, bar: null },
      ],
    },
  ];

  const written = withMeasured('<!-- bench:run --><!-- /bench -->\n<!-- bench:work --><!-- /bench -->\n', {
    ...{ at: '2026-12-02T10:00:00.000Z', node: 'v24.0.0', cpu: 'a machine', measured },
  });

  expect(written).toBe(`<!-- bench:run -->

Measured 2026-12-02 with Node v24.0.0 on a machine.

<!-- /bench -->
<!-- bench:work -->

| | measured | floor | | ratio | bar | |
|---|--:|--:|---|--:|---|---|
| work | 1,235 | 61.0 | µs CPU | 20.22 | ≤ 2 | **missed** |
| work | 1,235 | 61.0 | µs CPU | 20.22 | ≤ 21 | holds |
| work | 1,235 | 61.0 | µs CPU | 20.22 |  |  |

<!-- /bench -->
`);
});
