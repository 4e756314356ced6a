import { readCorpus } from './corpus.ts';
import type { Coverage } from './coverage.ts';
import { examine, type Violation } from './examine.ts';
import type { InHand } from './in-hand.ts';
import { minimise } from './minimise.ts';
import { type Chance, makeChance } from './mutate/chance.ts';
import { mutate } from './mutate/mutate.ts';
import type { FuzzTarget } from './target.ts';

export interface Finding {
  readonly kind: Violation['kind'] | 'slow';
  readonly detail: string;
  readonly input: Uint8Array;
}

export interface FuzzOptions {
  readonly seconds: number;
  readonly seed: number;
  readonly coverage: Coverage;
  readonly inHand: InHand;
  readonly onFound: (finding: Finding) => void;
  readonly onProgress: (progress: Progress) => void;
}

export interface Progress {
  readonly executions: number;
  readonly pool: number;
  readonly covered: number;
}

/** Puts ever other inputs through a parser for so long. What reaches code that none before has reached is kept and changed further. The pool. */
export const fuzz = async (target: FuzzTarget, options: FuzzOptions): Promise<readonly Uint8Array[]> => {
  const { coverage, inHand, onFound, onProgress } = options;
  const chance = makeChance(options.seed);
  const pool = [...target.seeds(), ...readCorpus(target.name).map(({ input }) => input)];
  const found = new Set<string>();
  let executions = 0;
  const run = async (input: Uint8Array): Promise<void> => {
    executions += 1;
    const finding = await examineOnce(target, input, inHand);
    if (finding === null || found.has(idOf(finding))) return;
    found.add(idOf(finding));
    const isSame = async (smaller: Uint8Array): Promise<boolean> => {
      const other = await examineOnce(target, smaller, inHand);
      return other !== null && idOf(other) === idOf(finding);
    };
    onFound({ ...finding, input: await minimise(input, isSame, finding.kind === 'slow' ? 50 : 2_000) });
  };
  for (const input of pool) await run(input);
  coverage.look('keep');
  for (const ends = performance.now() + options.seconds * 1_000; performance.now() < ends; ) {
    const batch = batchOf(target, pool, chance);
    for (const input of batch) await run(input);
    if (coverage.look('only look')) {
      // Which of the batch it was shows by each of them alone.
      for (const input of batch) {
        await run(input);
        if (coverage.look('keep') && input.length <= MOST_KEPT_BYTES) pool.push(input);
      }
    }
    onProgress({ executions, pool: pool.length, covered: coverage.size() });
  }
  return pool;
};

const BATCH = 64;
/** A larger one is slow to change, and no file to keep. */
const MOST_KEPT_BYTES = 16_000;

const batchOf = (target: FuzzTarget, pool: readonly Uint8Array[], chance: Chance): readonly Uint8Array[] =>
  Array.from({ length: BATCH }, () => mutate(target.format, pool, chance));

const idOf = ({ kind, detail }: Omit<Finding, 'input'>): string => (kind === 'slow' ? kind : `${kind} ${detail}`);

/** CPU time, in ms: no parser needs as much for what it is given, unless its work grows faster than its input. */
const mostMs = (input: Uint8Array): number => 500 + input.length / 50;

const examineOnce = async (
  target: FuzzTarget,
  input: Uint8Array,
  inHand: InHand,
): Promise<Omit<Finding, 'input'> | null> => {
  inHand.take(input);
  const before = process.threadCpuUsage();
  const violation = await examine(target, input);
  const ms = process.threadCpuUsage(before).user / 1_000;
  if (violation !== null || ms <= mostMs(input)) return violation;
  return { kind: 'slow', detail: `${Math.round(ms)} ms for ${input.length} bytes` };
};
