import { expect, it } from 'vitest';
import { type JobProgress, makeJobs } from '../../../lib/console/jobs.ts';

const AT_ONE: JobProgress = {
  correction: { of: 2, corrected: 1, remaining: 0, refused: 0, refusal: null },
  steps: null,
};
const AT_TWO: JobProgress = {
  correction: { of: 2, corrected: 2, remaining: 0, refused: 0, refusal: null },
  steps: null,
};

it('a job tells how far it is, and when it has ended', async () => {
  const { jobs, go } = jobsWith(AT_ONE, AT_TWO);
  const { id } = jobs.start('cause-1', go.work);

  const first = await go.next(() => jobs.find(id));
  const second = await go.next(() => jobs.find(id));
  const last = await go.next(() => jobs.find(id));

  expect(first).toMatchObject({ ...AT_ONE, state: 'running' });
  expect(second).toMatchObject({ ...AT_TWO, state: 'running' });
  expect(last).toStrictEqual({ id: 'job-1', cause: 'cause-1', ...AT_TWO, state: 'ended', failure: null });
});

it('there is one at a time for a cause', async () => {
  const { jobs, go } = jobsWith(AT_ONE);
  const { id } = jobs.start('cause-1', go.work);

  const again = jobs.start('cause-1', go.work);
  const other = jobs.start('cause-2', go.work);

  expect([again.id, other.id]).toStrictEqual([id, 'job-2']);
  expect(jobs.runningFor('cause-1')?.id).toBe(id);
  expect(jobs.runningFor('cause-3')).toBeUndefined();
});

it('a job that is stopped ends after what it is at', async () => {
  const { jobs, go } = jobsWith(AT_ONE, AT_TWO);
  const { id } = jobs.start('cause-1', go.work);

  jobs.stop(id);
  const stopped = await go.next(() => jobs.find(id));

  expect(stopped).toMatchObject({ ...AT_ONE, state: 'stopped' });
  expect(jobs.runningFor('cause-1')).toBeUndefined();
});

it('a job that breaks off says why', async () => {
  const { jobs } = jobsWith();
  const broken = async function* (): AsyncGenerator<JobProgress> {
    yield AT_ONE;
    throw new TypeError('the table does not answer');
  };

  const { id } = jobs.start('cause-1', broken);
  await settled();

  expect(jobs.find(id)).toMatchObject({ ...AT_ONE, state: 'failed', failure: 'TypeError: the table does not answer' });
});

/** Jobs whose work goes on from one progress to the next when the test says so. */
const jobsWith = (...all: readonly JobProgress[]) => {
  let made = 0;
  const jobs = makeJobs(() => {
    made += 1;
    return `job-${made}`;
  });
  let release: () => void = () => undefined;
  const work = async function* (): AsyncGenerator<JobProgress> {
    for (const progress of all) {
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      yield progress;
    }
    await new Promise<void>((resolve) => {
      release = resolve;
    });
  };
  const next = async <T>(look: () => T): Promise<T> => {
    release();
    await settled();
    return look();
  };
  return { jobs, go: { work, next } };
};

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
