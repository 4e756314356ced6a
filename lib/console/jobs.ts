import type { CorrectionProgress } from '../dead-letters/correct-group.ts';
import type { StepsProgress } from '../dead-letters/redrive-in-steps.ts';

/** How far the work on the letters of a cause has come. */
export interface JobProgress {
  /** Null where nothing is corrected. */
  readonly correction: CorrectionProgress | null;
  /** Null as long as nothing is redriven. */
  readonly steps: StepsProgress | null;
}

/** Work on many letters that goes on in this process while a page shows how far it is. What was not done can be asked for once more. */
export interface Job extends JobProgress {
  readonly id: string;
  readonly cause: string;
  readonly state: 'running' | 'ended' | 'stopped' | 'failed';
  /** What an exception said. */
  readonly failure: string | null;
}

export interface Jobs {
  /** Starts the work, unless some is under way for the same cause: then that is answered. */
  start(cause: string, work: () => AsyncGenerator<JobProgress>): Job;
  find(id: string): Job | undefined;
  runningFor(cause: string): Job | undefined;
  /** Lets a job end after what it is at. */
  stop(id: string): void;
}

export const makeJobs = (newId: () => string): Jobs => {
  const jobs = new Map<string, Job>();
  const stopping = new Set<string>();
  const update = (id: string, changes: Partial<Job>): void => {
    const job = jobs.get(id);
    if (job !== undefined) jobs.set(id, { ...job, ...changes });
  };
  const runningFor = (cause: string): Job | undefined =>
    [...jobs.values()].find((job) => job.cause === cause && job.state === 'running');
  const run = async (id: string, work: AsyncGenerator<JobProgress>): Promise<void> => {
    try {
      for await (const progress of work) {
        update(id, progress);
        if (stopping.has(id)) return update(id, { state: 'stopped' });
      }
      update(id, { state: 'ended' });
    } catch (cause) {
      update(id, {
        state: 'failed',
        failure: cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause),
      });
    }
  };
  return {
    start: (cause, work) => {
      const running = runningFor(cause);
      if (running !== undefined) return running;
      const job: Job = { id: newId(), cause, correction: null, steps: null, state: 'running', failure: null };
      jobs.set(job.id, job);
      void run(job.id, work());
      return job;
    },
    find: (id) => jobs.get(id),
    runningFor,
    stop: (id) => void stopping.add(id),
  };
};
