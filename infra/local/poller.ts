import { makeInvoke } from './invoke.ts';
import { pollQueue } from './poll.ts';
import type { LocalEventSource } from './template.ts';

/** What a poller has to know; all of it can be told to another process. */
export interface PollerPlan {
  readonly sources: readonly LocalEventSource[];
  readonly sqs: string;
  readonly lambda: string;
  readonly region: string;
}

export interface PollerDeps {
  readonly report: (problem: string) => void;
  /** Ends it, too. */
  readonly signal: AbortSignal;
}

export interface LocalPoller {
  stop(): Promise<void>;
}

/** Leads the messages of each queue to its function, as Lambda's own poller does. */
export const startPoller = async (plan: PollerPlan, { report, signal }: PollerDeps): Promise<LocalPoller> => {
  const { sources, sqs, lambda, region } = plan;
  const stopping = new AbortController();
  const either = AbortSignal.any([signal, stopping.signal]);
  const deps = { sqs, region, invoke: makeInvoke(lambda, either), report, signal: either };
  const polling = Promise.all(sources.map((source) => pollQueue(source, deps)));
  return {
    stop: async () => {
      stopping.abort();
      await polling;
    },
  };
};
