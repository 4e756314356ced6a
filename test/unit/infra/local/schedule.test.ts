import { expect, it } from 'vitest';
import { callScheduled } from '../../../../infra/local/schedule.ts';

it('calls the function as a schedule does', async () => {
  const calls: unknown[] = [];

  const isWell = await callScheduled('tick', {
    ...deps([]),
    invoke: async (name, event) => {
      calls.push([name, event]);
      return { ok: true, answer: undefined };
    },
  });

  expect(isWell).toBe(true);
  expect(calls).toStrictEqual([['tick', { source: 'aws.events', 'detail-type': 'Scheduled Event', detail: {} }]]);
});

it.each([
  ['answers a failure', async () => ({ ok: false as const, problem: 'no table' }), 'tick failed: no table'],
  ['cannot be reached', () => Promise.reject(new Error('refused')), 'tick: Error: refused'],
])('says so where the function %s', async (_name, invoke, report) => {
  const reports: string[] = [];

  const isWell = await callScheduled('tick', { ...deps(reports), invoke });

  expect(isWell).toBe(false);
  expect(reports).toStrictEqual([report]);
});

const deps = (reports: string[]) => ({
  report: (problem: string) => reports.push(problem),
  signal: new AbortController().signal,
});
