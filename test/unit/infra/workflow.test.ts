import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

it('lets GitHub run what .ci/run says, and nothing besides', () => {
  const { jobs } = parse(readFileSync('.github/workflows/ci.yml', 'utf8'));

  const steps = Object.values<{ steps: readonly object[] }>(jobs).flatMap((job) => job.steps);

  expect(steps).toStrictEqual([{ uses: expect.stringMatching(/^actions\/checkout@/) }, { run: '.ci/run' }]);
});
