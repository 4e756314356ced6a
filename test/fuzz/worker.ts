import { parentPort, workerData } from 'node:worker_threads';
import { FOUND, readCorpus, writeCorpus } from './corpus.ts';
import { makeCoverage } from './coverage.ts';
import { type Finding, fuzz, type Progress } from './fuzz.ts';
import { makeInHand } from './in-hand.ts';
import { reduce } from './reduce.ts';
import { TARGETS } from './targets.ts';

/** What the one who started the worker is told. */
export type WorkerMessage =
  | ({ readonly kind: 'progress' } & Progress)
  | { readonly kind: 'found'; readonly finding: Finding }
  | { readonly kind: 'done'; readonly corpus: number };

export interface WorkerOrder {
  readonly name: string;
  readonly seconds: number;
  readonly seed: number;
  readonly shared: SharedArrayBuffer;
}

const { name, seconds, seed, shared }: WorkerOrder = workerData;
const tell = (message: WorkerMessage): void => parentPort?.postMessage(message);

const target = TARGETS.find((one) => one.name === name);
if (target === undefined) throw new Error(`no target is called ${name}`);
const means = { coverage: makeCoverage(), inHand: makeInHand(shared) };
const pool = await fuzz(target, {
  ...{ seconds, seed, ...means },
  onFound: (finding) => tell({ kind: 'found', finding }),
  onProgress: (progress) => tell({ kind: 'progress', ...progress }),
});
const found = new Set(
  readCorpus(name)
    .filter(({ file }) => file.startsWith(FOUND))
    .map(({ input }) => input.toString()),
);
const corpus = await reduce(
  target,
  pool.filter((input) => !found.has(input.toString())),
  means,
);
writeCorpus(name, corpus);
tell({ kind: 'done', corpus: corpus.length });
