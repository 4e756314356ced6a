import { Worker } from 'node:worker_threads';
import { keepFound } from './corpus.ts';
import type { Progress } from './fuzz.ts';
import { makeInHand, makeSharedInHand } from './in-hand.ts';
import type { WorkerMessage, WorkerOrder } from './worker.ts';

/** What came of fuzzing one target. */
export interface Fuzzed {
  readonly name: string;
  readonly executions: number;
  readonly covered: number;
  /** Inputs in the corpus; null where the worker did not come to its end. */
  readonly corpus: number | null;
  readonly found: readonly string[];
}

/** Fuzzes a target in a thread of its own, so that an input that takes the thread with it is known all the same. */
export const fuzzWatched = (
  order: Omit<WorkerOrder, 'shared'>,
  onProgress: (progress: Progress) => void,
): Promise<Fuzzed> =>
  new Promise((resolve) => {
    const shared = makeSharedInHand();
    const inHand = makeInHand(shared);
    const worker = new Worker(new URL('worker.ts', import.meta.url), {
      workerData: { ...order, shared } satisfies WorkerOrder,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    });
    const found: string[] = [];
    let progress: Progress = { executions: 0, pool: 0, covered: 0 };
    let corpus: number | null = null;
    let [seen, stood] = [0, 0];
    const timer = setInterval(() => {
      stood = inHand.count() === seen ? stood + 1 : 0;
      seen = inHand.count();
      if (stood < HANGS_AFTER_S || corpus !== null) return;
      clearInterval(timer);
      found.push(`hangs: ${keepFound(order.name, 'hangs', inHand.last())}`);
      void worker.terminate();
    }, 1_000);
    worker.on('message', (message: WorkerMessage) => {
      switch (message.kind) {
        case 'progress':
          progress = message;
          onProgress(message);
          return;
        case 'found': {
          const { kind, detail, input } = message.finding;
          found.push(`${kind}: ${detail}\n  ${keepFound(order.name, kind, input)}`);
          return;
        }
        case 'done':
          corpus = message.corpus;
          return;
        default:
          message satisfies never;
      }
    });
    worker.on('error', (cause) => {
      found.push(`died: ${cause}\n  ${keepFound(order.name, 'died', inHand.last())}`);
    });
    worker.on('exit', () => {
      clearInterval(timer);
      resolve({ name: order.name, executions: progress.executions, covered: progress.covered, corpus, found });
    });
  });

const MOST_MEMORY_MB = 1_024;
/** The slowest input that a target takes is done in much less. */
const HANGS_AFTER_S = 30;
